import type { Quality } from './quality';

/**
 * What the agent's phone is doing. Pure: the page, the PBX and the network only ever add an event.
 *
 *   line   off ──> starting ──> ready <──> lost            call   none ──> ringing ──> answering ──> talking ──> none
 *           ^         │  ^        │                                            │           │
 *           │         v  │        v                                            └───<───────┘ (no microphone)
 *           └──── failed  elsewhere
 *
 * A call outlives its line: sound goes on when the signalling is cut, and new credentials are of no interest to it.
 */
export type Mode = 'desk' | 'browser';

/**
 * off: the desk phone is used, or nothing is known yet. elsewhere: another tab or browser is the phone. lost: the PBX's
 * WebSocket is refused or cut. failed: no credentials, see `why`.
 */
export type Line = 'off' | 'starting' | 'ready' | 'elsewhere' | 'lost' | 'failed';

export type Microphone = 'unknown' | 'ok' | 'missing' | 'refused' | 'busy' | 'insecure';

export interface PhoneCall {
  stage: 'ringing' | 'answering' | 'talking';
  held: boolean;
  muted: boolean;
}

export interface PhoneState {
  mode: Mode;
  /** Whether the service and its PBX can have a browser as a phone; null while not known. */
  offered: boolean | null;
  line: Line;
  /** A problem's code, when `line` is failed. */
  why: string | null;
  microphone: Microphone;
  call: PhoneCall | null;
  quality: Quality | null;
}

export type PhoneEvent =
  | { type: 'mode'; mode: Mode; offered: boolean }
  | { type: 'line'; line: Exclude<Line, 'failed'> }
  | { type: 'failed'; why: string }
  | { type: 'microphone'; microphone: Microphone }
  | { type: 'rings' }
  | { type: 'answering' }
  | { type: 'talking' }
  | { type: 'held'; held: boolean }
  | { type: 'muted'; muted: boolean }
  | { type: 'quality'; quality: Quality }
  | { type: 'over' };

export const silent: PhoneState = {
  mode: 'desk',
  offered: null,
  line: 'off',
  why: null,
  microphone: 'unknown',
  call: null,
  quality: null,
};

export function step(state: PhoneState, event: PhoneEvent): PhoneState {
  switch (event.type) {
    case 'mode':
      return { ...state, mode: event.mode, offered: event.offered, ...(event.mode === 'desk' ? { line: 'off', why: null } : {}) };
    case 'line':
      return { ...state, line: event.line, why: null };
    case 'failed':
      return { ...state, line: 'failed', why: event.why };
    case 'microphone': {
      // Without a microphone nobody is answered: the call goes on ringing, and can be tried again.
      const call = state.call?.stage === 'answering' && event.microphone !== 'ok' ? { ...state.call, stage: 'ringing' as const } : state.call;
      return { ...state, microphone: event.microphone, call };
    }
    case 'rings':
      return { ...state, call: { stage: 'ringing', held: false, muted: false }, quality: null };
    case 'answering':
      return onCall(state, (call) => (call.stage === 'ringing' ? { ...call, stage: 'answering' } : call));
    case 'talking':
      return onCall(state, (call) => ({ ...call, stage: 'talking' }));
    case 'held':
      return onCall(state, (call) => ({ ...call, held: event.held }));
    case 'muted':
      return onCall(state, (call) => ({ ...call, muted: event.muted }));
    case 'quality':
      return state.call?.stage === 'talking' ? { ...state, quality: event.quality } : state;
    case 'over':
      return { ...state, call: null, quality: null };
  }
}

/** News of a call that is over already mean nothing. */
function onCall(state: PhoneState, change: (call: PhoneCall) => PhoneCall): PhoneState {
  return state.call ? { ...state, call: change(state.call) } : state;
}
