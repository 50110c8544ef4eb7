import { queryOptions } from '@tanstack/react-query';
import { answer, api, ifMatch } from '../shared/api/client';
import type { FollowUpInput, FollowUpView } from '../shared/api/types';
import { now } from '../shared/clock/clock';

/** How far “Later” puts a reminder off. */
const LATER_MS = 15 * 60_000;

export const followUpKinds = ['callback', 'revisit', 'task'] as const;
export const followUpStatuses = ['open', 'done', 'cancelled'] as const;

export const followUpQuery = (id: string) =>
  queryOptions({
    queryKey: ['follow-up', id],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/follow-ups/{id}', { params: { path: { id } }, signal })),
  });

type Version = Pick<FollowUpView, 'id' | 'version'>;

const change = ({ id, version }: Version, body: Partial<FollowUpInput>) =>
  answer(api.PATCH('/api/v1/follow-ups/{id}', { params: { path: { id }, header: ifMatch(version) }, body }));

export const createFollowUp = (body: FollowUpInput) => answer(api.POST('/api/v1/follow-ups', { body }));

export const markDone = (followUp: Version) => change(followUp, { status: 'done' });

export const cancel = (followUp: Version) => change(followUp, { status: 'cancelled' });

/** Takes one that is nobody's; fails when somebody was quicker. */
export const take = (followUp: Version, assignee: string) => change(followUp, { assignee });

/** Reminds again in a quarter of an hour, whatever else has been changed about it meanwhile. */
export async function remindLater(id: string): Promise<FollowUpView> {
  const newest = await answer(api.GET('/api/v1/follow-ups/{id}', { params: { path: { id } } }));
  return change(newest, { dueAt: new Date(now() + LATER_MS).toISOString() });
}
