import { http, HttpResponse } from 'msw';
import type { BlockedNumberView, CallRoute, RoutingCondition, RoutingConditionKind, RoutingRuleView, RoutingTrial } from '../shared/api/types';
import { base, crud, now, problem } from './answers';

const asks = (kind: RoutingConditionKind, ...values: string[]): RoutingCondition => ({ kind, negated: false, values, days: [], from: null, to: null, zone: null });

const rule = (n: number, more: object): RoutingRuleView => ({
  id: `route${n}`, name: '', position: n, enabled: true, conditions: [], refuse: null, queue: null, priority: null, last: true, updatedAt: now(), version: 0, ...more,
});

export const routingRules = [
  rule(1, { name: '黑名单 · Block list', conditions: [asks('blocked')], refuse: 'rejected' }),
  rule(2, { name: 'VIPs first', conditions: [asks('vip')], priority: 10, last: false }),
  rule(3, { name: 'Partners to sales', conditions: [asks('tag', 'partner', 'dealer'), { ...asks('hours'), days: ['monday', 'friday'], from: '09:00', to: '18:00' }], queue: 'sales' }),
  rule(4, { name: 'Open complaints', conditions: [asks('ticket', 'complaint')], priority: 5, enabled: false }),
];

const blocked: BlockedNumberView[] = [
  { id: 'b1', number: '+44 70', prefix: true, key: '+4470', note: 'Expensive call-backs', createdAt: now(), version: 0 },
  { id: 'b2', number: '139 0000 0003', prefix: false, key: '+8613900000003', note: null, createdAt: now(), version: 0 },
];

const trial: RoutingTrial = {
  at: now(), did: '4008001000', numberKind: 'e164', number: '+8613800138000', blocked: false,
  customers: [{ id: 'c1', name: 'Huaxin Technology', vip: true, tags: ['partner'], ownerName: 'Sofia', openTickets: ['repair'] }],
  usualQueue: 'support', lastQueue: 'support', lastAgent: '1001', queue: 'sales', priority: 10, refusal: null,
  rules: [
    { id: 'route1', name: '黑名单 · Block list', verdict: 'missed', missed: { kind: 'blocked', negated: false, value: null } },
    { id: 'route2', name: 'VIPs first', verdict: 'suits', missed: null },
    { id: 'route3', name: 'Partners to sales', verdict: 'suits', missed: null },
  ],
};

const route: CallRoute = {
  at: now(), did: '4008001000', outcome: 'decided', queue: null, priority: 10, refusal: null,
  reasons: [{ rule: 'route2', name: 'VIPs first', because: [{ kind: 'vip', negated: false, value: null }] }],
};

/** Which callers go where, and why a call went where it did. */
export const routingHandlers = [
  http.put(`${base}/routing-rules/order`, async ({ request }) => {
    const { ids = [] } = (await request.json()) as { ids?: string[] };
    for (const one of routingRules) one.position = ids.indexOf(one.id) + 1;
    routingRules.sort((a, b) => a.position - b.position);
    return new HttpResponse(null, { status: 204 });
  }),
  http.get(`${base}/routing-trial`, ({ request }) =>
    new URL(request.url).searchParams.get('did') ? HttpResponse.json(trial) : problem(422, 'validation'),
  ),
  http.get(`${base}/calls/:id/route`, () => HttpResponse.json(route)),
  ...crud('/routing-rules', routingRules, (one) => one.id, () => true, (body, n) => rule(n + 1, body)),
  ...crud('/blocked-numbers', blocked, (one) => one.id, () => true, (body, n) => ({ id: `b${n + 1}`, number: '', prefix: false, key: '', note: null, createdAt: now(), version: 0, ...body })),
];
