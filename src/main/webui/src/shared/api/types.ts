/** The service's records by the names the page calls them. What they hold is said by `openapi.json` alone. */
import type { components } from './generated/openapi';

type Schemas = components['schemas'];

export type Problem = Schemas['Problem'];
export type FieldError = Schemas['FieldError'];
export type Page<T> = Omit<Schemas['PageCustomerView'], 'items'> & { items: T[] };

export type Role = Schemas['Role'];
export type UserView = Schemas['UserView'];
export type UserInput = Schemas['UserInput'];
export type TeamView = Schemas['TeamView'];
export type InfoView = Schemas['InfoView'];
export type AuditView = Schemas['AuditView'];

export type CustomerView = Schemas['CustomerView'];
export type CustomerInput = Schemas['CustomerInput'];
export type TimelineEntry = Schemas['TimelineEntry'];

export type CallDirection = Schemas['CallDirection'];
export type CallOutcome = Schemas['CallOutcome'];
export type CallView = Schemas['CallView'];
export type Handover = Schemas['CallHandoverView'];
export type WrapUpInput = Schemas['WrapUpInput'];

export type TicketType = Schemas['TicketType'];
export type TicketStatus = Schemas['TicketStatus'];
export type TicketPriority = Schemas['TicketPriority'];
export type TicketView = Schemas['TicketView'];

export type FollowUpStatus = Schemas['FollowUpStatus'];
export type FollowUpView = Schemas['FollowUpView'];

export type SystemView = Schemas['SystemView'];
export type SystemSample = Schemas['SystemSample'];
export type SystemState = Schemas['SystemState'];
export type Finding = Schemas['Finding'];
export type PbxConnection = Schemas['PbxConnection'];
export type RecoveryView = Schemas['RecoveryView'];

export type QueueView = Schemas['QueueView'];
export type SavedView = Schemas['SavedView'];

export type AgentStateView = Schemas['AgentStateView'];
export type AgentStateInput = Schemas['AgentStateInput'];
export type AgentState = AgentStateView['state'];

/** What the desk shows while a call rings, before anybody answered. */
export type Pop = Schemas['Pop'];
export type CustomerCard = Schemas['CustomerCard'];
export type TicketCard = Schemas['TicketCard'];
export type CallCard = Schemas['CallCard'];
