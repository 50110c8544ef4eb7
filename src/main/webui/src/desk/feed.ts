import type { QueryClient } from '@tanstack/react-query';
import i18next from 'i18next';
import { api } from '../shared/api/client';
import { setServerTime } from '../shared/clock/clock';
import { doAsked } from '../phone/asked';
import { phoneText } from '../shared/format/phone';
import { useNotices } from '../frame/notices';
import { useDesk } from './deskStore';
import { shownState } from './deskState';
import { notifyOfDue, notifyOfPop, withdrawPop } from './desktop';
import type { DeskMessage } from './messages';
import { freshDue, useReminders } from './reminders';
import { startRing, stopRing } from './ring';
import { DeskSocket, deskUrl } from './socket';

let live: DeskSocket | null = null;

/** The reader does not want to wait for the next try. */
export const reconnectNow = () => live?.hurry();

/** Takes the desk back from the session that opened it after this page. */
export const takeDeskBack = () => live?.start();

/** Connects the desk's socket to the store, the query cache, the bell and the desktop; returns how to stop. */
export function startDeskFeed(client: QueryClient): () => void {
  const { receive, connected, reset } = useDesk.getState();
  const socket = new DeskSocket(deskUrl(), {
    connection: (connection) => {
      if (connection === 'elsewhere') {
        // What was heard last is the other page's to show from now on.
        reset();
        stopRing();
        withdrawPop();
      }
      connected(connection);
    },
    lastSeq: () => useDesk.getState().seq,
    failed: () => void api.GET('/api/v1/users', { params: { query: { limit: 1 } } }).catch(() => undefined),
    message: (message) => {
      const before = useDesk.getState().seq;
      if (message.type !== 'snapshot' && before !== null && message.seq <= before) return;
      receive(message);
      feedCache(client, message);
      announce(message, client);
      if (message.type === 'phone') doAsked(message, (answer) => socket.say(answer));
      if (useDesk.getState().agent?.state === 'ringing') startRing();
      else stopRing();
      if (shownState(useDesk.getState()) !== 'ringing') withdrawPop();
    },
  });
  live = socket;
  socket.start();
  void earlierMessages();
  return () => {
    live = null;
    socket.stop();
    stopRing();
    withdrawPop();
    useReminders.getState().clear();
    reset();
  };
}

/** What supervisors wrote before this page was opened stands in the bell, read. */
async function earlierMessages() {
  const { data } = await api.GET('/api/v1/agents/me/messages').catch(() => ({ data: undefined }));
  useNotices.getState().addRead((data ?? []).map(({ id, at, senderName, text }) => ({ id: `m${id}`, at, code: 'message', params: { by: senderName, text } })));
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
      if (message.code === 'parked-calls') void client.invalidateQueries({ queryKey: ['pickable'] });
      if (message.code === 'customer-changed') {
        const id = message.params?.['id'];
        // What is open of it is read anew; lists are not, lest everybody's be at each change of any customer.
        for (const queryKey of [['customer', id], ['timeline', id]]) void client.invalidateQueries({ queryKey });
      }
      if (message.code.startsWith('pbx-')) void client.invalidateQueries({ queryKey: ['info'] });
      return;
    case 'pop':
    case 'agent':
    case 'coaching':
    case 'phone':
      return;
  }
}

/** What the page acts on by itself. */
const QUIET = new Set(['pong', 'message-not-understood', 'parked-calls', 'customer-changed']);

function announce(message: DeskMessage, client: QueryClient) {
  const { add } = useNotices.getState();
  const at = message.at ?? new Date().toISOString();
  switch (message.type) {
    case 'pop':
      notifyOfPop(message, client);
      return;
    case 'task': {
      const { id, seq, event, facts } = message;
      const ticket = event.startsWith('ticket.');
      if (event === 'follow-up.due') {
        const due = freshDue(facts);
        if (!due) return;
        useReminders.getState().add(due);
        notifyOfDue(due);
      } else if (!ticket) {
        useReminders.getState().heard(id, facts);
      }
      const who = facts.customerName ?? phoneText(facts.phone, i18next.language);
      add({
        id: `t${seq}`,
        at,
        code: `task.${event}`,
        params: { who, number: facts.number ?? '', author: facts.comment?.authorName ?? i18next.t('audit.somebody') },
        ...(event.endsWith('.deleted') ? {} : { path: ticket ? `/tickets/${id}` : `/follow-ups/${id}` }),
      });
      return;
    }
    case 'notice':
      if (QUIET.has(message.code)) return;
      // A message that is kept has an id of its own: read again later, it is the same.
      add({ id: message.code === 'message' ? `m${String(message.params?.['id'])}` : `n${message.seq}`, at, code: message.code, params: message.params ?? {} });
      return;
    default:
  }
}
