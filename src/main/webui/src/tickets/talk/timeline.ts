import type { TicketCommentView, TicketHistoryView } from '../../shared/api/types';

export type TalkEntry = { id: string; at: string } & ({ comment: TicketCommentView } | { change: TicketHistoryView });

/** What is loaded of one list, and whether there is more before it. */
export interface Loaded<T> {
  items: T[];
  more: boolean;
}

const timeOf = ({ at }: { at: string }) => Date.parse(at);

/** The time from which all of a list is loaded. */
function knownFrom(list: Loaded<{ at: string }>): number {
  return list.more ? Math.min(...list.items.map(timeOf)) : -Infinity;
}

/**
 * Comments and changes in one order, the newest last. What is older than the part known of both waits until the other list
 * is loaded so far, lest something comes up between what was read already.
 */
export function timelineOf(comments: Loaded<TicketCommentView>, changes: Loaded<TicketHistoryView>): TalkEntry[] {
  const from = Math.max(knownFrom(comments), knownFrom(changes));
  const entries: TalkEntry[] = [
    ...comments.items.map((comment) => ({ id: comment.id, at: comment.at, comment })),
    ...changes.items.map((change) => ({ id: change.id, at: change.at, change })),
  ];
  return entries.filter((entry) => timeOf(entry) >= from).toSorted((a, b) => timeOf(a) - timeOf(b) || (a.id < b.id ? -1 : 1));
}
