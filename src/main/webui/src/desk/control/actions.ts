import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { answer, api } from '../../shared/api/client';
import type { CallAction, CallTarget, PickableCall } from '../../shared/api/types';
import { useQueues } from '../../shared/directory';
import { useText } from '../../shared/i18n/useText';
import { ProblemError } from '../../shared/api/problem';
import { fieldErrorText, useProblemText } from '../../shared/ui/useProblemText';

interface Ask {
  callId: string;
  action: CallAction;
  to?: string;
  tones?: string;
}

/** Why not, in the words for the number when it is the number's fault; a queue by the reader's name for it. */
function useRefusal() {
  const { message } = App.useApp();
  const problemText = useProblemText();
  const { queueLabel } = useQueues();
  return (error: unknown) => {
    const { errors: [wrong] = [], params = {} } = error instanceof ProblemError ? error : {};
    const named = params['kind'] === 'queue' ? { name: queueLabel(String(params['target'])) } : {};
    void message.error(wrong ? fieldErrorText(wrong) : problemText(error, named));
  };
}

/** Asks the PBX for something; that it is done is seen on the call. */
export function useAct() {
  const refused = useRefusal();
  return useMutation({
    mutationFn: ({ callId, action, to, tones }: Ask) =>
      api.POST('/api/v1/calls/{id}/{action}', { params: { path: { id: callId, action } }, body: { to: to ?? null, tones: tones ?? null } }),
    onError: refused,
  });
}

/** Rings the reader's own phone and then dials. */
export function useDial() {
  const { t } = useText();
  const { message } = App.useApp();
  const refused = useRefusal();
  return useMutation({
    mutationFn: (call: { to: string; customerId?: string | null }) => answer(api.POST('/api/v1/calls', { body: { to: call.to, customerId: call.customerId ?? null } })),
    onSuccess: () => void message.info(t('control.takeYourPhone')),
    onError: refused,
  });
}

/** Colleagues and queues, and whether they could take a call, as new as when the list is opened. */
export const useCallTargets = (open: boolean) =>
  useQuery({ queryKey: ['call-targets'], queryFn: ({ signal }) => answer(api.GET('/api/v1/calls/targets', { signal })), enabled: open, staleTime: 0, refetchInterval: open ? 3_000 : false })
    .data ?? NOBODY;

const NOBODY: CallTarget[] = [];

/** Calls that may be taken though they are not the reader's, as new as when the list is opened. */
export const usePickable = (open: boolean) =>
  useQuery({ queryKey: ['pickable'], queryFn: ({ signal }) => answer(api.GET('/api/v1/calls/pickable', { signal })), enabled: open, staleTime: 0, refetchInterval: open ? 3_000 : false })
    .data ?? NONE;

const NONE: PickableCall[] = [];

/** What is parked; the desk is told when that changes. */
export const useParked = () =>
  useQuery({ queryKey: ['pickable', 'parked'], queryFn: ({ signal }) => answer(api.GET('/api/v1/calls/pickable', { signal })), select: parkedOf }).data ?? NONE;

const parkedOf = (calls: PickableCall[]) => calls.filter((call) => call.place === 'parked');

/** Takes a parked call, or one that rings at a colleague's. */
export function useTake() {
  const { t } = useText();
  const { message } = App.useApp();
  const refused = useRefusal();
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ callId }: PickableCall) => api.POST('/api/v1/calls/{id}/{action}', { params: { path: { id: callId, action: 'pickup' } }, body: { to: null, tones: null } }),
    onSuccess: () => void message.info(t('control.takeYourPhoneToTake')),
    onError: refused,
    onSettled: () => client.invalidateQueries({ queryKey: ['pickable'] }),
  });
}
