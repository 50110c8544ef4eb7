import { useMutation } from '@tanstack/react-query';
import { App } from 'antd';
import { useDesk } from '../desk/deskStore';
import { usePhone } from '../phone/phone';
import { answer, api } from '../shared/api/client';
import { useQueues } from '../shared/directory';
import { useText } from '../shared/i18n/useText';
import { useConfirm } from '../shared/ui/useConfirm';
import { useProblemText } from '../shared/ui/useProblemText';
import type { CoachMode } from './types';

interface Part {
  callId: string;
  agent: { name: string; extension: string };
}

function useRefused() {
  const { message } = App.useApp();
  const problemText = useProblemText();
  return (error: unknown) => void message.error(problemText(error));
}

/** Takes part in a call, or goes on in another way; that it is so, the desk is told. */
export function useCoach() {
  const { t } = useText();
  const { message } = App.useApp();
  const atDeskPhone = usePhone().mode === 'desk';
  const onError = useRefused();
  return useMutation({
    mutationFn: ({ callId, agent, mode }: Part & { mode: CoachMode }) => {
      const sent = { params: { path: { id: callId } }, body: { agent: agent.extension } };
      switch (mode) {
        case 'listen':
          return api.POST('/api/v1/calls/{id}/listen', sent);
        case 'whisper':
          return api.POST('/api/v1/calls/{id}/whisper', sent);
        case 'barge':
          return api.POST('/api/v1/calls/{id}/barge', sent);
      }
    },
    onSuccess: () => {
      if (atDeskPhone && useDesk.getState().coaching.own?.state !== 'running') void message.info(t('coaching.asked'));
    },
    onError,
  });
}

/** Takes a call over, once that is meant. */
export function useTakeOver() {
  const { t } = useText();
  const confirm = useConfirm();
  const onError = useRefused();
  const send = useMutation({
    mutationFn: ({ callId, agent }: Part) => api.POST('/api/v1/calls/{id}/take-over', { params: { path: { id: callId } }, body: { agent: agent.extension } }),
    onError,
  });
  const takeOver = async (part: Part) => {
    const { name } = part.agent;
    if (await confirm({ title: t('coaching.takeOverTitle', { name }), content: t('coaching.takeOverText', { name }), doIt: t('coaching.takeOverDo') })) send.mutate(part);
  };
  return { takeOver, busy: send.isPending };
}

/** Leaves the call, which goes on. */
export function useLeave() {
  const onError = useRefused();
  return useMutation({ mutationFn: () => api.DELETE('/api/v1/coaching'), onError });
}

export function useSendMessage() {
  const { t } = useText();
  const { message } = App.useApp();
  const onError = useRefused();
  return useMutation({
    mutationFn: ({ userId, text }: { userId: string; name: string; text: string }) => answer(api.POST('/api/v1/agents/{userId}/messages', { params: { path: { userId } }, body: { text } })),
    onSuccess: (_, { name }) => void message.success(t('coaching.messageSent', { name })),
    onError,
  });
}

/** Moves somebody who waits; where the caller is then, the board tells. */
export function useMoveCaller() {
  const { t } = useText();
  const { message } = App.useApp();
  const { queueLabel } = useQueues();
  const onError = useRefused();
  const toQueue = useMutation({
    mutationFn: ({ callId, queue }: { callId: string; queue: string }) => api.POST('/api/v1/calls/{id}/move', { params: { path: { id: callId } }, body: { queue } }),
    onSuccess: (_, { queue }) => void message.info(t('coaching.moved', { queue: queueLabel(queue) })),
    onError,
  });
  const toFront = useMutation({
    mutationFn: ({ callId }: { callId: string; queue: string }) => api.POST('/api/v1/calls/{id}/to-front', { params: { path: { id: callId } } }),
    onSuccess: (_, { queue }) => void message.success(t('coaching.frontDone', { queue: queueLabel(queue) })),
    onError,
  });
  return { toQueue, toFront };
}
