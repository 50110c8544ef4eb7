import type { CallView } from '../shared/api/types';

/** Who ended a call, as the contact centre sees it. */
export type Ender = { who: 'them' | 'pbx' } | { who: 'us'; agent: string | null };

/**
 * From the service's word, which is the same for every direction: `caller` is the outside or, in an internal call, the
 * colleague who began it. The agent is named where the call had only one.
 */
export function enderOf(call: Pick<CallView, 'endedBy' | 'direction' | 'from' | 'to' | 'agents'>): Ender | null {
  if (!call.endedBy) return null;
  if (call.endedBy === 'pbx') return { who: 'pbx' };
  if (call.direction === 'internal') return { who: 'us', agent: (call.endedBy === 'caller' ? call.from : call.to) ?? null };
  if (call.endedBy === 'caller') return { who: 'them' };
  return { who: 'us', agent: call.agents.length === 1 ? (call.agents[0] ?? null) : null };
}
