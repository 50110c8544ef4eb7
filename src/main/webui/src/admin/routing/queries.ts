import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../shared/api/client';
import type { CallRoute, RoutingCondition, RoutingConditionKind, RoutingRuleView } from '../../shared/api/types';

export const routingRuleQuery = (id: string) =>
  queryOptions({
    queryKey: ['routing-rule', id],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/routing-rules/{id}', { params: { path: { id } }, signal })),
  });

export const allRules = async (): Promise<RoutingRuleView[]> =>
  (await answer(api.GET('/api/v1/routing-rules', { params: { query: { limit: 200, sort: 'position' } } }))).items;

/** Puts a rule before its neighbour, or behind it. */
export async function moveRule(id: string, by: 1 | -1) {
  const ids = (await allRules()).map((rule) => rule.id);
  const at = ids.indexOf(id);
  const to = at + by;
  if (at < 0 || to < 0 || to >= ids.length) return;
  ids.splice(to, 0, ...ids.splice(at, 1));
  await api.PUT('/api/v1/routing-rules/order', { body: { ids } });
}

export const trialQuery = (did: string, from: string) =>
  queryOptions({
    queryKey: ['routing-trial', did, from],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/routing-trial', { params: { query: { did, ...(from ? { from } : {}) } }, signal })),
    // Rules and customers change meanwhile.
    staleTime: 0,
    gcTime: 0,
  });

/** Null for a call that the PBX did not ask about. */
export const callRouteQuery = (id: string) =>
  queryOptions({
    queryKey: ['call-route', id],
    queryFn: async ({ signal }): Promise<CallRoute | null> => (await api.GET('/api/v1/calls/{id}/route', { params: { path: { id } }, signal })).data ?? null,
  });

export const conditionKinds: RoutingConditionKind[] = ['vip', 'tag', 'ticket', 'owned', 'unknown', 'withheld', 'blocked', 'did', 'queue', 'hours'];
export const weekdays: RoutingCondition['days'] = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

export const freshCondition = (kind: RoutingConditionKind): RoutingCondition => ({
  kind, negated: false, values: [], days: [], from: kind === 'hours' ? '09:00' : null, to: kind === 'hours' ? '18:00' : null, zone: null,
});
