import { create } from 'zustand';
import type { FollowUpView } from '../shared/api/types';
import { now } from '../shared/clock/clock';

/** What the desk is told of a follow-up that is due. */
export type Due = Pick<FollowUpView, 'id' | 'dueAt' | 'version' | 'kind'> & Partial<FollowUpView>;

/** News older than that, such as after a night or a long loss of connection, is on the list and calls nobody away. */
const FRESH_MS = 5 * 60_000;
const KEPT = 20;

interface Reminders {
  /** Newest first, bounded. */
  due: readonly Due[];
  add: (followUp: Due) => void;
  /** More is known of it: done or moved, it reminds no more; anything else is taken over. */
  heard: (id: string, facts: Partial<FollowUpView>) => void;
  drop: (id: string) => void;
  clear: () => void;
}

/** Follow-ups that became due while this page was open and that nobody has acted on yet. */
export const useReminders = create<Reminders>((set) => ({
  due: [],
  add: (followUp) => set(({ due }) => ({ due: [followUp, ...due.filter((d) => d.id !== followUp.id)].slice(0, KEPT) })),
  heard: (id, facts) =>
    set(({ due }) =>
      due.some((d) => d.id === id)
        ? { due: due.flatMap((d) => (d.id !== id ? [d] : facts.status === 'open' && Date.parse(facts.dueAt ?? '') === Date.parse(d.dueAt) ? [{ ...d, ...facts, id }] : [])) }
        : {},
    ),
  drop: (id) => set(({ due }) => (due.some((d) => d.id === id) ? { due: due.filter((d) => d.id !== id) } : {})),
  clear: () => set({ due: [] }),
}));

/** The follow-up in news of one that is due just now; null for news that came late or that this page does not understand. */
export function freshDue(facts: Partial<FollowUpView>): Due | null {
  const { id, dueAt, version, kind } = facts;
  if (typeof id !== 'string' || typeof dueAt !== 'string' || typeof version !== 'number' || !kind) return null;
  const late = now() - Date.parse(dueAt);
  return late <= FRESH_MS ? { ...facts, id, dueAt, version, kind } : null;
}
