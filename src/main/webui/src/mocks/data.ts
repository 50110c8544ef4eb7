/** Made-up people and calls for work on the page alone. Development and tests only. */
import type {
  AuditView, CallOutcome, CallView, CustomerView, FollowUpView, QueueView, TicketView, TimelineEntry, UserView,
} from '../shared/api/types';

let seed = 7;
const random = () => {
  seed = (seed * 1103515245 + 12345) % 2147483648;
  return seed / 2147483648;
};
const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
const plus = (iso: string, seconds: number) => new Date(Date.parse(iso) + seconds * 1000).toISOString();

export const users: UserView[] = [
  { id: 'u-admin', username: 'admin', name: 'Grace Okafor', roles: ['administrator'], teamName: null, active: true, version: 1 },
  { id: 'u-lina', username: 'lina', name: 'Lina Brandt', roles: ['supervisor'], teamId: 't1', teamName: 'Service', active: true, version: 1 },
  { id: 'u-wei', username: 'wei', name: 'Wei Zhang', roles: ['agent'], teamId: 't1', teamName: 'Service', extension: '1001', active: true, version: 3 },
  { id: 'u-anna', username: 'anna', name: 'Anna Kowalska', roles: ['agent'], teamId: 't1', teamName: 'Service', extension: '1002', active: true, version: 1 },
  { id: 'u-marco', username: 'marco', name: 'Marco Bellini', roles: ['agent'], teamId: 't2', teamName: 'Sales', extension: '1003', active: true, version: 1 },
  { id: 'u-yuki', username: 'yuki', name: '山田由纪', roles: ['agent'], teamId: 't2', teamName: 'Sales', extension: '1004', active: true, version: 1 },
  { id: 'u-omar', username: 'omar', name: 'Omar Haddad', roles: ['campaign-manager'], teamId: 't2', teamName: 'Sales', active: true, version: 1 },
  { id: 'u-sofia', username: 'sofia', name: 'Sofia Lindqvist', roles: ['sales'], teamId: 't2', teamName: 'Sales', active: false, version: 1 },
];

export const teams = [
  { id: 't1', name: 'Service', version: 0 },
  { id: 't2', name: 'Sales', version: 0 },
];

export const queues: QueueView[] = [
  {
    id: 'q-support', name: 'support', label: 'Support', labelZh: '售后服务', dids: [{ number: '+864008001000', region: 'CN', label: 'Hotline' }], ticketOnAnswered: true,
    ticketType: 'request', followUpOnMissed: true, followUpDueMinutes: 60, shortAbandonSeconds: 5, wrapUpSeconds: 45, missedLimit: 3, recording: 'always',
    strategy: 'rrmemory', ringSeconds: 15, pauseSeconds: 1, maxWaiting: 0, weight: 0, announceSeconds: 0, longestWaitSeconds: 300, overflowQueue: 'sales', overflowNumber: null,
    members: ['u-wei', 'u-anna'], levels: [{ user: 'u-anna', level: 1 }], version: 4, serviceLevelSeconds: 20, serviceLevelTarget: 80, alarmWaiting: 5, alarmLongestWaitSeconds: 60, alarmServiceLevel: true,
  },
  {
    id: 'q-sales', name: 'sales', label: 'Sales', labelZh: '销售热线', dids: [{ number: '+864008002000', region: 'CN' }], ticketOnAnswered: false,
    ticketType: 'request', followUpOnMissed: true, followUpDueMinutes: 120, shortAbandonSeconds: 5, wrapUpSeconds: 30, missedLimit: 0, recording: 'never',
    strategy: 'leastrecent', ringSeconds: 20, pauseSeconds: 1, maxWaiting: 10, weight: 5, announceSeconds: 60, longestWaitSeconds: 120, overflowQueue: null, overflowNumber: '+8613800001111',
    members: ['u-marco', 'u-yuki'], levels: [], version: 1, serviceLevelSeconds: 20, serviceLevelTarget: 80, alarmWaiting: null, alarmLongestWaitSeconds: null, alarmServiceLevel: false,
  },
];

const people = [
  '王丽华', '李建国', '陈思远', '刘晓燕', '赵志强', '孙佳怡', '周明', 'Emma Novak', 'Jonas Weber', 'Priya Raman', 'Tom Whitfield', 'Marta Silva', '吴海涛', '郑雅文',
];
const companies = [
  'Harbourline Logistics', '上海明远机电有限公司', 'Bergmann Kältetechnik GmbH', '深圳市恒通达供应链管理有限公司', 'Aster & Vale Interiors', '杭州云栖茶业', 'Nordwind Energy', '北京博雅图书',
];
const tagPool = ['warranty', 'contract A', 'early adopter', 'net 30', '华东', '续约中', 'priority parts', '老客户'];

const mobile = () => `+861${pick(['38', '39', '50', '86', '77'])}${String(Math.floor(random() * 1e8)).padStart(8, '0')}`;

export const customers: CustomerView[] = Array.from({ length: 140 }, (_, i) => {
  const company = i % 3 === 1;
  const base = company ? (companies[i % companies.length] ?? '') : (people[i % people.length] ?? '');
  const name = i < 22 ? base : `${base} ${i}`;
  const phone = mobile();
  return {
    id: `c${i}`,
    kind: company ? 'company' : 'person',
    name,
    tags: Array.from(new Set(Array.from({ length: i % 4 }, () => pick(tagPool)))),
    ownerId: i % 5 === 0 ? 'u-sofia' : null,
    ownerName: i % 5 === 0 ? 'Sofia Lindqvist' : null,
    vip: i % 9 === 0,
    note: i % 6 === 0 ? 'Prefers a call back after 14:00. Keys to the plant room are with the front desk.' : null,
    contacts: company
      ? [
          { id: `c${i}a`, name: people[(i + 3) % people.length] ?? '', title: 'Facility manager', email: 'facility@example.com', phones: [{ raw: phone.slice(3), e164: phone, label: 'mobile' }] },
          { id: `c${i}b`, name: people[(i + 5) % people.length] ?? '', title: 'Accounts', email: null, phones: [{ raw: '021-5888 1234', e164: '+862158881234', label: 'office' }] },
        ]
      : [{ id: `c${i}a`, name, title: null, email: i % 2 ? `${i}@example.com` : null, phones: [{ raw: phone, e164: phone, label: null }] }],
    createdAt: ago(60 * 24 * (10 + i)),
    updatedAt: ago(37 * i + 12),
    version: 1 + (i % 4),
  };
});
const long = customers[4];
if (long) long.name = 'Internationale Beteiligungs- und Vermögensverwaltungsgesellschaft für erneuerbare Energien mbH & Co. KG Niederlassung Schleswig-Holstein';

const outcomes: CallOutcome[] = ['answered', 'answered', 'answered', 'answered', 'abandoned', 'answered', 'short-abandoned', 'no-answer'];

export const calls: CallView[] = Array.from({ length: 260 }, (_, i) => {
  const startedAt = ago(9 + i * 41);
  const outcome = outcomes[i % outcomes.length] as CallOutcome;
  const outbound = outcome === 'no-answer' || i % 11 === 3;
  const answered = outcome === 'answered';
  const customer = i % 4 === 3 ? null : (customers[i % 40] ?? null);
  const agent = pick(['1001', '1002', '1003', '1004']);
  const wait = Math.round(4 + random() * 70);
  const ring = Math.round(3 + random() * 9);
  const talk = Math.round(40 + random() * 600);
  const withheld = i % 17 === 5;
  const from = withheld ? null : (customer?.contacts[0]?.phones[0]?.e164 ?? mobile());
  const queue = outbound ? null : i % 3 ? 'support' : 'sales';
  const picked = plus(startedAt, wait);
  const end = plus(picked, answered ? talk : 0);
  return {
    id: `tl-${1_700_000_000 + i}.${i}`,
    pbx: 'main',
    direction: outbound ? 'outbound' : 'inbound',
    from: outbound ? agent : from,
    fromE164: outbound ? null : from,
    fromName: i % 23 === 7 ? '<img src=x onerror=alert(1)> "VIP" Très Long Caller Name Ltd' : null,
    withheld: !outbound && withheld,
    to: outbound ? (from ?? '+862158881234') : queue === 'support' ? '+864008001000' : '+864008002000',
    queue,
    agents: answered || outbound ? [agent] : [],
    startedAt,
    answeredAt: answered ? picked : null,
    endedAt: end,
    waitMs: outbound ? null : wait * 1000,
    ringMs: ring * 1000,
    talkMs: answered ? talk * 1000 : null,
    holdMs: answered && i % 5 === 0 ? 34_000 : answered ? 0 : null,
    wrapMs: answered ? 21_000 : null,
    outcome,
    hangupCause: 16,
    endedBy: pick(['caller', 'agent'] as const),
    visits: queue
      ? [
          {
            queue, joinedAt: plus(startedAt, 2), leftAt: picked, outcome: answered ? 'answered' : 'abandoned',
            offers: [
              ...(i % 3 === 0 && wait > 20 ? [{ agent: agent === '1001' ? '1002' : '1001', at: plus(startedAt, 4), ringMs: 12_000, outcome: 'no-answer' as const }] : []),
              { agent, at: plus(picked, -Math.min(ring, wait - 3)), ringMs: Math.min(ring, wait - 3) * 1000, outcome: answered ? ('answered' as const) : ('withdrawn' as const) },
            ],
          },
        ]
      : [],
    segments: answered ? [{ agent, from: picked, to: end }] : [],
    handovers: [],
    legs: [
      { id: `l${i}a`, channel: `PJSIP/lab-0000${i}`, party: null, startedAt, answeredAt: startedAt, endedAt: end, cause: 16 },
      { id: `l${i}b`, channel: `PJSIP/${agent}-0000${i}`, party: agent, startedAt: plus(picked, -ring), answeredAt: answered ? picked : null, endedAt: end, cause: 16 },
    ],
    recovered: i % 29 === 4,
    mergedInto: null,
    customerId: customer?.id ?? null,
    customerName: customer?.name ?? null,
    ticketIds: answered && queue === 'support' ? [`k${i % 60}`] : [],
    recordings: answered && queue === 'support' ? [{ n: 1, state: i % 13 === 6 ? 'missing' : 'ready', durationMs: talk * 1000, startedAt: picked, silences: [] }] : [],
    wrapUp: answered ? { disposition: pick(['resolved', 'information', 'callback', 'complaint']), notes: i % 2 ? 'Compressor trips again after 20 minutes. Technician booked for Tuesday morning.' : null, agent, at: end } : null,
  };
});

const subjects = [
  'Cooling unit trips after 20 minutes', '发票抬头需要更改', 'Delivery window missed twice, wants a fixed slot', '遥控器无法配对', 'Invoice 40118 charged twice',
  '安装师傅未按时上门', 'Asks for the extended warranty terms', '热水器漏水,需尽快上门检修', 'Wrong spare part in the last parcel',
];

export const tickets: TicketView[] = Array.from({ length: 60 }, (_, i) => {
  const customer = customers[(i * 3) % 40];
  const own = i % 4 === 2;
  const assignee = i % 5 === 4 ? null : users[2 + (i % 3 === 0 ? 0 : i % 4)];
  return {
    id: `k${i}`,
    number: 10_420 + i,
    type: pick(['request', 'repair', 'complaint', 'dispute', 'suggestion'] as const),
    status: (['open', 'open', 'pending', 'solved', 'closed'] as const)[i % 5] ?? 'open',
    priority: (['normal', 'high', 'normal', 'low', 'urgent', 'normal'] as const)[i % 6] ?? 'normal',
    subject: own ? null : (subjects[i % subjects.length] ?? null),
    subjectKey: own ? 'ticket.call-answered' : null,
    subjectParams: own ? { queue: 'support', from: '+8613812345678' } : ({} as Record<string, string>),
    description: i % 2 ? 'Customer called from the site. Unit is a 2024 model, serial ends 8841. Photos sent by mail.' : null,
    customerId: customer?.id ?? null,
    customerName: customer?.name ?? null,
    callId: calls[i]?.id ?? null,
    queue: 'support',
    assigneeId: assignee?.id ?? null,
    assigneeName: assignee?.name ?? null,
    dueAt: i % 3 === 0 ? ago(-60 * (i + 2)) : null,
    createdAt: ago(60 * (i + 3)),
    updatedAt: ago(31 * i + 4),
    version: 1,
  };
});

export const followUps: FollowUpView[] = Array.from({ length: 34 }, (_, i) => {
  const customer = i % 4 === 3 ? null : (customers[(i * 7) % 60] ?? null);
  const mine = i % 3 !== 2;
  return {
    id: `f${i}`,
    kind: (['callback', 'callback', 'revisit', 'callback', 'task'] as const)[i % 5] ?? 'callback',
    status: i < 16 ? 'open' : i % 7 === 0 ? 'cancelled' : 'done',
    dueAt: i < 16 ? ago(95 - i * 47 * (i % 3 ? 9 : 1)) : ago(60 * i),
    assigneeId: mine ? 'u-wei' : null,
    assigneeName: mine ? 'Wei Zhang' : null,
    customerId: customer?.id ?? null,
    customerName: customer?.name ?? null,
    callId: calls[i * 2]?.id ?? null,
    phone: customer?.contacts[0]?.phones[0]?.e164 ?? '+862163350077',
    queue: 'support',
    attempts: 1 + (i % 3),
    lastAttemptAt: ago(20 + i * 30),
    note: i % 4 === 0 ? 'Asked for the service department.' : null,
    closedBy: i < 16 ? null : i % 2 ? 'reached' : 'person',
    createdAt: ago(60 * i + 50),
    updatedAt: ago(30 * i),
    version: 1,
  };
});

export const audit: AuditView[] = Array.from({ length: 90 }, (_, i) => ({
  id: `a${i}`,
  at: ago(i * 13),
  actor: i % 8 === 7 ? 'system' : pick(['wei', 'anna', 'lina', 'admin']),
  actorName: i % 8 === 7 ? null : pick(['Wei Zhang', 'Anna Schmidt', 'Lina Chen']),
  action: pick(['looked', 'changed', 'linked', 'created', 'signed-in']),
  kind: pick(['customer', 'ticket', 'recording', 'call', 'user']),
  refId: `c${i % 20}`,
  name: pick(['#10233', 'Wang Lihua', '+8613812345678', null]),
  details: i % 2 ? { fields: ['note', 'status'], values: { status: { before: 'open', after: 'pending' } } } : {},
}));

export function timelineOf(customer: CustomerView): TimelineEntry[] {
  const mine = calls.filter((c) => c.customerId === customer.id);
  const entries: TimelineEntry[] = [
    ...mine.map((c): TimelineEntry => ({
      id: `tc${c.id}`, at: c.startedAt, type: 'call', key: `call.${c.direction}.${c.outcome ?? 'open'}`, refId: c.id, actor: null,
      params: { queue: c.queue, outcome: c.outcome, agent: c.agents[0], talkMs: c.talkMs },
    })),
    ...tickets
      .filter((k) => k.customerId === customer.id)
      .map((k): TimelineEntry => ({ id: `tk${k.id}`, at: k.createdAt, type: 'ticket', key: 'ticket.created', refId: k.id, actor: 'Wei Zhang', params: { number: k.number, subject: k.subject, subjectKey: k.subjectKey, subjectParams: k.subjectParams, status: k.status } })),
    ...followUps
      .filter((f) => f.customerId === customer.id)
      .map((f): TimelineEntry => ({ id: `tf${f.id}`, at: f.createdAt, type: 'follow-up', key: 'follow-up.created', refId: f.id, actor: null, params: { kind: f.kind } })),
  ];
  return entries.sort((a, b) => b.at.localeCompare(a.at));
}
