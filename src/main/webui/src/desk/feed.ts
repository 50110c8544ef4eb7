import type { QueryClient } from '@tanstack/react-query';
import i18next from 'i18next';
import { api } from '../shared/api/client';
import { setServerTime } from '../shared/clock/clock';
import { phoneText } from '../shared/format/phone';
import { queueLabelIn, queuesQuery, usersQuery } from '../shared/directory';
import { useNotices } from '../frame/notices';
import type { Pop } from '../shared/api/types';
import { useDesk } from './deskStore';
import type { DeskMessage } from './messages';
import { startRing, stopRing } from './ring';
import { DeskSocket, deskUrl } from './socket';

let live: DeskSocket | null = null;

/** The reader does not want to wait for the next try. */
export const reconnectNow = () => live?.hurry();

/** Connects the desk's socket to the store, the query cache, the bell and the desktop; returns how to stop. */
export function startDeskFeed(client: QueryClient): () => void {
  const { receive, connected, reset } = useDesk.getState();
  const socket = new DeskSocket(deskUrl(), {
    connection: connected,
    lastSeq: () => useDesk.getState().seq,
    failed: () => void api.GET('/api/v1/users', { params: { query: { limit: 1 } } }).catch(() => undefined),
    message: (message) => {
      const before = useDesk.getState().seq;
      if (message.type !== 'snapshot' && before !== null && message.seq <= before) return;
      receive(message);
      feedCache(client, message);
      announce(message, client);
      if (useDesk.getState().agent?.state === 'ringing') startRing();
      else stopRing();
    },
  });
  live = socket;
  socket.start();
  return () => {
    live = null;
    socket.stop();
    stopRing();
    reset();
  };
}

function feedCache(client: QueryClient, message: DeskMessage) {
  const stale = (...names: string[]) => {
    for (const name of names) void client.invalidateQueries({ queryKey: ['list', name] });
  };
  switch (message.type) {
    case 'snapshot':
      if (message.serverTime ?? message.at) setServerTime((message.serverTime ?? message.at) as string);
      void client.invalidateQueries({ queryKey: ['list'] });
      return;
    case 'call':
      void client.invalidateQueries({ queryKey: ['call', message.call.id] });
      if (message.call.endedAt) stale('calls');
      if (message.call.customerId) void client.invalidateQueries({ queryKey: ['timeline', message.call.customerId] });
      return;
    case 'task':
      if (message.event.startsWith('ticket.')) {
        void client.invalidateQueries({ queryKey: ['ticket', message.id] });
        stale('tickets');
      } else {
        void client.invalidateQueries({ queryKey: ['follow-up', message.id] });
        stale('follow-ups');
      }
      if (message.facts.customerId) void client.invalidateQueries({ queryKey: ['timeline', message.facts.customerId] });
      return;
    case 'notice':
      if (message.code.startsWith('pbx-')) void client.invalidateQueries({ queryKey: ['info'] });
      return;
    case 'pop':
    case 'agent':
      return;
  }
}

function announce(message: DeskMessage, client: QueryClient) {
  const { add } = useNotices.getState();
  const at = message.at ?? new Date().toISOString();
  switch (message.type) {
    case 'pop':
      desktopNotification(message, client);
      return;
    case 'task': {
      const { id, seq, event, facts } = message;
      const ticket = event.startsWith('ticket.');
      const who = facts.customerName ?? phoneText(facts.phone, i18next.language);
      add({
        id: `t${seq}`,
        at,
        code: `task.${event}`,
        params: { who, number: facts.number ?? '' },
        ...(event.endsWith('.deleted') ? {} : { path: ticket ? `/tickets/${id}` : `/follow-ups/${id}` }),
      });
      return;
    }
    case 'notice':
      if (message.code === 'pong' || message.code === 'message-not-understood') return;
      add({ id: `n${message.seq}`, at, code: message.code, params: message.params ?? {} });
      return;
    default:
  }
}

/** Shown even when another window is in front; a second pop of the same call replaces the first. */
function desktopNotification(pop: Pop, client: QueryClient) {
  if (typeof Notification === 'undefined' || Notification.permission !== 'granted') return;
  const { caller, call } = pop;
  const colleague = call.direction === 'internal' && client.getQueryData(usersQuery.queryKey)?.find((u) => u.extension === caller.raw)?.name;
  const queue = client.getQueryData(queuesQuery.queryKey)?.find((q) => q.name === call.queue);
  const known = pop.customers.length === 1 ? pop.customers[0]?.name : colleague || caller.name;
  const number = caller.withheld ? i18next.t('desk.withheld') : phoneText(caller.e164 ?? caller.raw, i18next.language);
  const note = new Notification(known || number, {
    body: [i18next.t('agentState.ringing'), known ? number : '', queue ? queueLabelIn(queue, i18next.language) : ''].filter(Boolean).join(' · '),
    tag: `call-${call.id}`,
    icon: '/favicon.svg',
  });
  note.addEventListener('click', () => {
    focus();
    note.close();
  });
}
