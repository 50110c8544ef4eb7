import type { QueryClient } from '@tanstack/react-query';
import i18next from 'i18next';
import type { Pop } from '../shared/api/types';
import { queueLabelIn, queuesQuery, usersQuery } from '../shared/directory';
import { phoneText } from '../shared/format/phone';
import { timeOfDay } from '../shared/format/time';
import type { Due } from './reminders';

/** Of the call that rings. */
let ringing: Notification | null = null;

/** Shown even when another window is in front; a second one of the same tag replaces the first. */
function show(title: string, body: string, tag: string): Notification | null {
  if (typeof Notification === 'undefined' || Notification.permission !== 'granted') return null;
  const note = new Notification(title, { body, tag, icon: '/icons/icon-192.png' });
  note.addEventListener('click', () => {
    focus();
    note.close();
  });
  return note;
}

/** A call rings. */
export function notifyOfPop(pop: Pop, client: QueryClient) {
  const { caller, call } = pop;
  const colleague = call.direction === 'internal' && client.getQueryData(usersQuery.queryKey)?.find((u) => u.extension === caller.raw)?.name;
  const queue = client.getQueryData(queuesQuery.queryKey)?.find((q) => q.name === call.queue);
  const known = pop.customers.length === 1 ? pop.customers[0]?.name : colleague || caller.name;
  const number = caller.withheld ? i18next.t('desk.withheld') : phoneText(caller.e164 ?? caller.raw, i18next.language);
  const body = [i18next.t('agentState.ringing'), known ? number : '', queue ? queueLabelIn(queue, i18next.language) : ''];
  ringing = show(known || number, body.filter(Boolean).join(' · '), `call-${call.id}`);
}

/** No call rings any more. */
export function withdrawPop() {
  ringing?.close();
  ringing = null;
}

/** A follow-up is due. */
export function notifyOfDue(due: Due) {
  const number = phoneText(due.phone, i18next.language);
  const title = due.customerName ?? (number || i18next.t(`followUpKind.${due.kind}`));
  const body = [i18next.t('reminder.due', { time: timeOfDay(due.dueAt, i18next.language) }), due.customerName ? number : '', due.note ?? ''];
  show(title, body.filter(Boolean).join(' · '), `follow-up-${due.id}`);
}
