/** The service's records as the page uses them (names are those of the OpenAPI schemas). */
export type Role = 'administrator' | 'supervisor' | 'agent' | 'campaign-manager' | 'sales';
export type Nullable<T> = T | null | undefined;

export interface Page<T> {
  items: T[];
  next?: Nullable<string>;
  total: number;
}

export interface UserView {
  id: string;
  username: string;
  name: string;
  roles: Role[];
  teamId?: Nullable<string>;
  teamName?: Nullable<string>;
  extension?: Nullable<string>;
  language?: Nullable<string>;
  active?: Nullable<boolean>;
  version?: Nullable<number>;
}

export interface TeamView {
  id: string;
  name: string;
}

export type PbxState = 'up' | 'down' | 'refused' | 'connecting';

export interface InfoView {
  product: string;
  version: string;
  demo: boolean;
  pbxSimulated: boolean;
  pbxState: PbxState;
  pbxDetail?: Nullable<string>;
  demoUsers?: Nullable<{ username: string; name: string; role: Role }[]>;
}

export interface PhoneView {
  id?: Nullable<string>;
  raw: string;
  e164?: Nullable<string>;
  label?: Nullable<string>;
}

export interface ContactView {
  id: string;
  name?: Nullable<string>;
  title?: Nullable<string>;
  email?: Nullable<string>;
  phones: PhoneView[];
}

export type CustomerKind = 'company' | 'person';

export interface CustomerView {
  id: string;
  kind: CustomerKind;
  name: string;
  tags: string[];
  ownerId?: Nullable<string>;
  ownerName?: Nullable<string>;
  vip: boolean;
  note?: Nullable<string>;
  contacts: ContactView[];
  createdAt: string;
  updatedAt: string;
  version: number;
}

export interface TimelineEntry {
  id: string;
  at: string;
  type: 'call' | 'ticket' | 'follow-up' | 'note' | 'change';
  key: string;
  params: Record<string, unknown>;
  refId?: Nullable<string>;
  actor?: Nullable<string>;
}

export type CallDirection = 'inbound' | 'outbound' | 'internal';
export type CallOutcome =
  | 'answered' | 'abandoned' | 'short-abandoned' | 'overflowed' | 'callback' | 'closed' | 'voicemail'
  | 'no-answer' | 'busy' | 'failed' | 'machine' | 'dropped' | 'interrupted';

export interface Offer {
  agent: string;
  at: string;
  ringMs?: Nullable<number>;
  outcome?: Nullable<string>;
}

export interface Visit {
  queue: string;
  joinedAt: string;
  leftAt?: Nullable<string>;
  outcome?: Nullable<string>;
  offers: Offer[];
}

export interface Segment {
  agent: string;
  from: string;
  to?: Nullable<string>;
}

export interface Leg {
  id: string;
  channel: string;
  party?: Nullable<string>;
  startedAt: string;
  answeredAt?: Nullable<string>;
  endedAt?: Nullable<string>;
  cause?: Nullable<string | number>;
}

export interface RecordingView {
  n: number;
  state: 'pending' | 'ready' | 'missing' | 'damaged';
  durationMs?: Nullable<number>;
  startedAt?: Nullable<string>;
  problem?: Nullable<string>;
}

export interface WrapUpView {
  disposition?: Nullable<string>;
  notes?: Nullable<string>;
  agent?: Nullable<string>;
  at?: Nullable<string>;
}

export type HandoverKind = 'blind-transfer' | 'attended-transfer' | 'pickup' | 'parked' | 'unparked' | 'park-returned';
/** The call changed hands: between agents' extensions, numbers and parking spaces. */
export interface Handover {
  kind: HandoverKind;
  at: string;
  from?: Nullable<string>;
  to?: Nullable<string>;
}

export interface CallView {
  id: string;
  pbx?: Nullable<string>;
  direction: CallDirection;
  from?: Nullable<string>;
  fromE164?: Nullable<string>;
  fromName?: Nullable<string>;
  withheld: boolean;
  to?: Nullable<string>;
  toE164?: Nullable<string>;
  queue?: Nullable<string>;
  agents: string[];
  startedAt: string;
  answeredAt?: Nullable<string>;
  endedAt?: Nullable<string>;
  waitMs?: Nullable<number>;
  ringMs?: Nullable<number>;
  talkMs?: Nullable<number>;
  holdMs?: Nullable<number>;
  wrapMs?: Nullable<number>;
  outcome?: Nullable<CallOutcome>;
  hangupCause?: Nullable<string | number>;
  endedBy?: Nullable<'caller' | 'agent' | 'pbx'>;
  visits: Visit[];
  segments: Segment[];
  legs: Leg[];
  handovers: Handover[];
  recovered: boolean;
  mergedInto?: Nullable<string>;
  customerId?: Nullable<string>;
  customerName?: Nullable<string>;
  ticketIds: string[];
  recordings: RecordingView[];
  wrapUp?: Nullable<WrapUpView>;
}

export type TicketType = 'repair' | 'complaint' | 'suggestion' | 'dispute' | 'request';
export type TicketStatus = 'open' | 'pending' | 'solved' | 'closed';
export type TicketPriority = 'low' | 'normal' | 'high' | 'urgent';

export interface TicketView {
  id: string;
  number: number;
  type: TicketType;
  status: TicketStatus;
  priority: TicketPriority;
  subject?: Nullable<string>;
  subjectKey?: Nullable<string>;
  subjectParams?: Nullable<Record<string, unknown>>;
  description?: Nullable<string>;
  customerId?: Nullable<string>;
  customerName?: Nullable<string>;
  callId?: Nullable<string>;
  queue?: Nullable<string>;
  assigneeId?: Nullable<string>;
  assigneeName?: Nullable<string>;
  dueAt?: Nullable<string>;
  createdAt: string;
  updatedAt: string;
  version: number;
}

export type FollowUpKind = 'callback' | 'revisit' | 'task';
export type FollowUpStatus = 'open' | 'done' | 'cancelled';

export interface FollowUpView {
  id: string;
  kind: FollowUpKind;
  status: FollowUpStatus;
  dueAt: string;
  assigneeId?: Nullable<string>;
  assigneeName?: Nullable<string>;
  customerId?: Nullable<string>;
  customerName?: Nullable<string>;
  callId?: Nullable<string>;
  phone?: Nullable<string>;
  queue?: Nullable<string>;
  attempts: number;
  lastAttemptAt?: Nullable<string>;
  note?: Nullable<string>;
  closedBy?: Nullable<'reached' | 'person'>;
  createdAt: string;
  updatedAt: string;
  version: number;
}

export interface QueueView {
  name: string;
  label: string;
  labelZh?: Nullable<string>;
  dids: { number: string; region?: Nullable<string>; label?: Nullable<string>; e164?: Nullable<string> }[];
  ticketOnAnswered: boolean;
  ticketType: TicketType;
  followUpOnMissed: boolean;
  followUpDueMinutes: number;
  shortAbandonSeconds: number;
  wrapUpSeconds: number;
  missedLimit: number;
  recording: 'always' | 'never';
  members: string[];
  version: number;
}

export type AgentState = 'offline' | 'available' | 'break' | 'ringing' | 'on-call' | 'wrap-up';
export type BreakReason = 'lunch' | 'tea' | 'training' | 'meeting' | 'other';
export type Disposition = 'resolved' | 'callback' | 'information' | 'complaint' | 'wrong-number' | 'other';

export interface AgentStateView {
  state: AgentState;
  since: string;
  reason?: Nullable<string>;
  callId?: Nullable<string>;
  wrapUpUntil?: Nullable<string>;
  next?: Nullable<'available' | 'break' | 'offline'>;
  nextReason?: Nullable<string>;
  /** The PBX does not know it yet. */
  pending?: Nullable<boolean>;
}

export interface AgentView {
  userId: string;
  username: string;
  name: string;
  extension: string;
  state: AgentState;
  since: string;
  reason?: Nullable<string>;
  queues: string[];
  callId?: Nullable<string>;
}

export interface AuditView {
  id: string;
  at: string;
  actor?: Nullable<string>;
  actorName?: Nullable<string>;
  action: string;
  kind: string;
  refId?: Nullable<string>;
  name?: Nullable<string>;
  customerId?: Nullable<string>;
  customerName?: Nullable<string>;
  details?: unknown;
}

export interface SavedView {
  id: string;
  list: string;
  name: string;
  /** Filters, search text and sort as a query string. */
  search: string;
  columns?: Nullable<string[]>;
  version: number;
}

export interface CustomerCard {
  id: string;
  name: string;
  kind: CustomerKind;
  vip: boolean;
  tags: string[];
  ownerName?: Nullable<string>;
  contactName?: Nullable<string>;
  phones: (PhoneView | string)[];
}

export interface PopTicket {
  id: string;
  number: number;
  subject?: Nullable<string>;
  subjectKey?: Nullable<string>;
  subjectParams?: Nullable<Record<string, unknown>>;
  status: TicketStatus;
  priority: TicketPriority;
}

export interface RecentCall {
  id: string;
  startedAt: string;
  direction: CallDirection;
  outcome?: Nullable<CallOutcome>;
  queue?: Nullable<string>;
  agent?: Nullable<string>;
  talkMs?: Nullable<number>;
}

/** What the desk shows while a call rings, before anybody answered. */
export interface Pop {
  call: {
    id: string;
    direction: CallDirection;
    queue?: Nullable<string>;
    did?: Nullable<string>;
    from?: Nullable<string>;
    ringingAt: string;
    waitedMs?: Nullable<number>;
  };
  caller: { raw?: Nullable<string>; e164?: Nullable<string>; name?: Nullable<string>; withheld: boolean };
  customers: CustomerCard[];
  tickets: PopTicket[];
  recentCalls: RecentCall[];
  complete: boolean;
}
