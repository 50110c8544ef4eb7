import { now } from '../shared/clock/clock';
import { controls, usePhoneStore } from './phone';
import type { PhoneCall, PhoneState } from './phoneState';

/** What the service asks of the tab that has the call. */
export interface PhoneAsked {
  ask: string;
  action: 'answer' | 'hold' | 'resume' | 'mute' | 'unmute';
  /** Later than this it is not meant any more. */
  until: string;
}

/** Without `problem` it was done. */
export type PhoneAnswer = { type: 'phone'; ask: string; problem?: 'not-now' | 'no-microphone' | 'failed' };

const orders: Record<PhoneAsked['action'], { does: () => void; isSo: (call: PhoneCall) => boolean }> = {
  answer: { does: () => controls.answer(), isSo: (call) => call.stage === 'talking' },
  hold: { does: () => controls.hold(), isSo: (call) => call.held },
  resume: { does: () => controls.resume(), isSo: (call) => !call.held },
  mute: { does: () => controls.mute(), isSo: (call) => call.muted },
  unmute: { does: () => controls.unmute(), isSo: (call) => !call.muted },
};

/**
 * Does what the service asks of the phone, on behalf of a program that acts for the agent, and says what came of it. A tab
 * without the call is silent: the one that has it answers.
 */
export function doAsked({ ask, action, until }: PhoneAsked, say: (answer: PhoneAnswer) => void) {
  const left = Date.parse(until) - now();
  const { call } = usePhoneStore.getState();
  if (!(left > 0) || !call) return;
  const answer = (problem?: PhoneAnswer['problem']) => say({ type: 'phone', ask, ...(problem ? { problem } : {}) });
  const order = orders[action];
  if (action !== 'answer' && call.stage !== 'talking') answer('not-now');
  else if (order.isSo(call)) answer();
  else awaited(action, order.isSo, left, answer, order.does);
}

function awaited(action: PhoneAsked['action'], isSo: (call: PhoneCall) => boolean, left: number, answer: (problem?: PhoneAnswer['problem']) => void, does: () => void) {
  let over = false;
  const end = (problem?: PhoneAnswer['problem']) => {
    if (over) return;
    over = true;
    clearTimeout(timer);
    unsubscribe();
    answer(problem);
  };
  // Some way before nobody waits for the answer any more.
  const timer = setTimeout(() => end('failed'), left * 0.8);
  const look = (state: PhoneState, before: PhoneState) => {
    if (!state.call) end('not-now');
    else if (isSo(state.call)) end();
    else if (action === 'answer' && before.call?.stage === 'answering' && state.call.stage === 'ringing') end('no-microphone');
  };
  const unsubscribe = usePhoneStore.subscribe(look);
  does();
}
