import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../shared/api/client';
import type { QueueAtPbx, QueueStrategy } from '../../shared/api/types';
import type { Shape, Tone } from '../../shared/ui/Mark';

/** How the queues stand at the PBX; looked at again while something is on its way there. */
export const queuesAtPbx = queryOptions({
  queryKey: ['pbx', 'queues'],
  queryFn: ({ signal }) => answer(api.GET('/api/v1/pbx/queues', { signal })),
  refetchInterval: ({ state }) => (state.data?.some((queue) => queue.state === 'pending') ? 3000 : false),
});

export type Standing = 'applied' | 'pending' | 'refused' | 'own' | 'differs' | 'missing';

/** What is to be said of it in one word: what the PBX took and yet has otherwise is no success. */
export function standingOf({ state, differs }: QueueAtPbx): Standing {
  if (state === 'pending' || state === 'refused' || differs.length === 0) return state;
  return differs.includes('name') ? 'missing' : 'differs';
}

export const marks: Record<Standing, [Tone, Shape]> = {
  applied: ['green', 'check'],
  pending: ['amber', 'half'],
  refused: ['red', 'cross'],
  own: ['grey', 'ring'],
  differs: ['amber', 'alert'],
  missing: ['red', 'alert'],
};

export const strategies: QueueStrategy[] = ['rrmemory', 'leastrecent', 'fewestcalls', 'ringall', 'random', 'wrandom', 'linear'];
