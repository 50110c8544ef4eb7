import { answer, api, ifMatch } from '../shared/api/client';
import { ProblemError } from '../shared/api/problem';
import type { TicketView } from '../shared/api/types';

/** A colleague has the ticket by now. */
export class Quicker extends Error {
  constructor(readonly ticket: TicketView) {
    super('somebody else took it');
  }
}

type Seen = Pick<TicketView, 'id' | 'version' | 'assigneeId'>;

/**
 * Assigns the ticket to me, as long as its assignee is the one that was seen; other changes meanwhile do not matter.
 *
 * @throws Quicker when somebody else has taken it
 */
export async function takeTicket(seen: Seen, me: string): Promise<TicketView> {
  const path = { id: seen.id };
  const assign = (version: number) => answer(api.PATCH('/api/v1/tickets/{id}', { params: { path, header: ifMatch(version) }, body: { assignee: me } }));
  const newest = () => answer(api.GET('/api/v1/tickets/{id}', { params: { path } }));
  try {
    return await assign(seen.version);
  } catch (error) {
    if (!(error instanceof ProblemError && error.isConflict)) throw error;
    const now = await newest();
    if (now.assigneeId === me) return now;
    if ((now.assigneeId ?? null) !== (seen.assigneeId ?? null)) throw new Quicker(now);
    return assign(now.version);
  }
}
