import type { TicketRuleView } from '../shared/api/types';
import { crud, now } from './answers';

const rule = (n: number, more: object): TicketRuleView => ({
  id: `rule${n}`, name: '', position: n, enabled: true, directions: [], outcomes: [], queues: [], caller: 'anybody', minTalkSeconds: 0, opens: true, type: 'request', priority: 'normal', subject: null, dueMinutes: null, assign: 'agent', updatedAt: now(), version: 0, ...more,
});

const rules = [
  rule(1, { name: 'Missed customers', outcomes: ['abandoned', 'overflowed'], caller: 'customer', type: 'complaint', priority: 'high', subject: 'Nobody answered {{call.from}}', dueMinutes: 120, assign: 'owner' }),
  rule(2, { name: 'No tickets of short calls', directions: ['inbound'], outcomes: ['short-abandoned'], opens: false }),
  rule(3, { name: 'Sales requests', queues: ['sales'], outcomes: ['answered'], minTalkSeconds: 30, enabled: false }),
];

/** Which calls leave a ticket. */
export const ruleHandlers = crud('/ticket-rules', rules, (one) => one.id, () => true, (body, n) => rule(n + 1, body));
