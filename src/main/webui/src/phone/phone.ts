import { useMutation, useQuery, useQueryClient, queryOptions } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { create } from 'zustand';
import { answer, api } from '../shared/api/client';
import { useDesk } from '../desk/deskStore';
import { PhoneEngine } from './engine';
import { markCall, unmarkCall } from './mark';
import { silent, step, type Mode, type PhoneEvent, type PhoneState } from './phoneState';

interface PhoneStore extends PhoneState {
  say: (event: PhoneEvent) => void;
}

/** The agent's phone as it is now; fed by the engine, read by whoever shows or controls the call. */
export const usePhoneStore = create<PhoneStore>((set) => ({ ...silent, say: (event) => set((state) => step(state, event)) }));

/** One for the life of the page: signing out or losing the session must not take a caller along. */
const engine = new PhoneEngine((event) => usePhoneStore.getState().say(event));

/** The desk may hear of the call later than the phone. */
function markTheCall() {
  const { agent, call } = useDesk.getState();
  const id = agent?.callId ?? call?.id;
  if (id && usePhoneStore.getState().call?.stage === 'talking') markCall(id);
}
useDesk.subscribe(markTheCall);
usePhoneStore.subscribe((now, before) => {
  if (before.call && !now.call) unmarkCall();
  else if (now.call?.stage !== before.call?.stage) markTheCall();
});

const phoneQuery = queryOptions({
  queryKey: ['phone'],
  queryFn: ({ signal }) => answer(api.GET('/api/v1/phone', { signal })),
  staleTime: Infinity,
});

/** Makes this page the phone for as long as the agent uses the browser; once, in the frame. */
export function useBeingThePhone(hasPhone: boolean) {
  const client = useQueryClient();
  const { data } = useQuery({ ...phoneQuery, enabled: hasPhone });
  // Another page may have chosen the desk phone meanwhile.
  const inDoubt = usePhoneStore((s) => s.line === 'elsewhere' || s.why === 'desk-phone-in-use');
  useEffect(() => {
    if (inDoubt) void client.invalidateQueries({ queryKey: phoneQuery.queryKey });
  }, [client, inDoubt]);
  const mode = hasPhone ? data?.mode : undefined;
  const offered = data?.browserOffered;
  const extension = data?.extension;
  useEffect(() => {
    // A call of whoever was signed in before is nobody's here.
    if (!hasPhone || mode === 'desk') engine.close();
    if (!mode || offered === undefined || !extension) return;
    usePhoneStore.getState().say({ type: 'mode', mode, offered });
    if (mode !== 'browser') return;
    engine.begin(extension);
    return () => engine.end();
  }, [hasPhone, mode, offered, extension]);
}

/** Whether somebody talks to the agent at this page. */
export const isTalking = () => {
  const stage = usePhoneStore.getState().call?.stage;
  return stage === 'answering' || stage === 'talking';
};

/** Ends the call at this page and its being the phone; while the session lasts, so that the PBX can be told. */
export const leavePhone = () => engine.close();

/** Brings the agent's call here from another browser; gives whether there was one to bring. */
export function useBringCall() {
  return useMutation({
    mutationFn: (callId: string) => answer(api.POST('/api/v1/phone/call', { body: { callId } })),
  });
}

/** The call that the agent has elsewhere while this page is the phone; null when there is none. */
export function useCallElsewhere(): string | null {
  const mine = usePhoneStore((s) => s.mode === 'browser' && s.line === 'ready' && !s.call);
  const callId = useDesk((s) => (s.agent?.state === 'on-call' && s.line ? (s.agent.callId ?? s.call?.id) : null));
  return mine ? (callId ?? null) : null;
}

/** Chooses desk phone or browser; refused during a call. */
export function useChoosePhone() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (mode: Mode) => answer(api.PUT('/api/v1/phone/mode', { body: { mode } })),
    onSuccess: (phone) => client.setQueryData(phoneQuery.queryKey, phone),
  });
}

/**
 * While the line is cut the PBX does not hear the page, and whoever is on the other side would be left in silence: the
 * service tells it.
 */
function endByTheService() {
  const { call, line } = useDesk.getState();
  const action = (['hangup', 'complete', 'reject'] as const).find((one) => line?.controls.includes(one));
  if (usePhoneStore.getState().line === 'ready' || !call || !action) return;
  void api.POST('/api/v1/calls/{id}/{action}', { params: { path: { id: call.id, action } }, body: { to: null, tones: null } }).catch(() => undefined);
}

/** What can be done with the call in the browser; without one, nothing happens. */
export const controls = {
  answer: () => void engine.answer(),
  reject: () => {
    endByTheService();
    engine.reject();
  },
  hangUp: () => {
    endByTheService();
    engine.hangUp();
  },
  hold: () => engine.hold(true),
  resume: () => engine.hold(false),
  mute: () => engine.mute(true),
  unmute: () => engine.mute(false),
  dtmf: (tone: string) => engine.dtmf(tone),
  takeOver: () => engine.takeOver(),
  devicesChanged: () => void engine.devicesChanged(),
};

export type PhoneControls = typeof controls;

/**
 * The phone for whoever controls a call: which one is used, whether the browser can be rung, the call in it (null
 * without one, and always at the desk phone), and what can be done. Controls without a call do nothing.
 */
export function usePhone() {
  const mode = usePhoneStore((s) => s.mode);
  const ready = usePhoneStore((s) => s.line === 'ready');
  const call = usePhoneStore((s) => s.call);
  return useMemo(() => ({ mode, ready, call, controls }), [mode, ready, call]);
}
