import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { answer, api } from '../shared/api/client';
import type { Steerable } from '../coaching/types';
import type { AgentStateInput } from '../shared/api/types';
import { useText } from '../shared/i18n/useText';
import { useProblemText } from '../shared/ui/useProblemText';
import { useConfirm } from '../shared/ui/useConfirm';

/** What is asked for an agent; `wrap-up-over` lets what was to follow the wrap-up begin. */
export type Order = { to: 'wrap-up-over' } | { to: Exclude<AgentStateInput['state'], 'wrap-up'>; reason?: string };

/** A menu key for an order and back; the keys of breaks carry their reason. */
export const keyOf = (order: Order) => ('reason' in order && order.reason ? `${order.to}:${order.reason}` : order.to);

export function orderOf(key: string): Order {
  const [to = '', reason] = key.split(':');
  return (reason ? { to, reason } : { to }) as Order;
}

/** Whether the phone rings or is in use: what is asked for then comes after the call. */
export const inCall = ({ state }: Pick<Steerable, 'state'>) => state.state === 'ringing' || state.state === 'on-call';

/** Whether the order would change nothing, so that it is not offered. */
export function isSo({ state }: Pick<Steerable, 'state'>, order: Order): boolean {
  if (order.to === 'wrap-up-over') return state.state !== 'wrap-up';
  const now = state.state === 'ringing' || state.state === 'on-call' ? { state: state.next, reason: state.nextReason } : { state: state.state, reason: state.reason };
  return now.state === order.to && (now.reason ?? undefined) === ('reason' in order ? order.reason : undefined);
}

/** Sets an agent's state; while a call runs, who asks is asked first. */
export function useSteering() {
  const { t, word } = useText();
  const client = useQueryClient();
  const { message } = App.useApp();
  const confirm = useConfirm();
  const problemText = useProblemText();
  const send = useMutation({
    mutationFn: ({ agent, order }: { agent: Steerable; order: Order }) => {
      const params = { path: { userId: agent.userId } };
      return order.to === 'wrap-up-over'
        ? answer(api.DELETE('/api/v1/agents/{userId}/wrap-up', { params }))
        : answer(api.PUT('/api/v1/agents/{userId}/state', { params, body: { state: order.to, reason: order.reason ?? null } }));
    },
    onSuccess: (now, { agent }) => {
      if (now.pending) void message.warning(t('agents.pending', { name: agent.name }));
      else if (now.next) void message.info(t('agents.afterwards', { name: agent.name, state: t(`agentState.${now.next}`) }));
      else void message.success(t('agents.done', { name: agent.name, state: t(`agentState.${now.state}`) }));
    },
    onError: (error) => void message.error(problemText(error)),
    onSettled: () => client.invalidateQueries({ queryKey: ['list', 'agents'] }),
  });
  const steer = async (agent: Steerable, order: Order) => {
    if (inCall(agent) && order.to !== 'wrap-up-over') {
      const state = order.to === 'break' ? word('breakReason', order.reason, t('agentState.break')) : t(`agentState.${order.to}`);
      const sure = await confirm({
        title: t('agents.inCallTitle', { name: agent.name }),
        content: t('agents.inCallText', { name: agent.name, state }),
        doIt: t('agents.inCallDo'),
      });
      if (!sure) return;
    }
    send.mutate({ agent, order });
  };
  return { steer, busyWith: send.isPending ? send.variables.agent.userId : null };
}
