/** The service's records by the names the page calls them. What they hold is said by `openapi.json` alone. */
import type { components, operations } from './generated/openapi';

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
export type CustomerPatch = Schemas['CustomerPatch'];
export type CustomerNoteView = Schemas['CustomerNoteView'];
export type CustomerAddressView = Schemas['CustomerAddressView'];
export type CustomerAddressInput = Schemas['CustomerAddressInput'];
export type DuplicateView = Schemas['DuplicateView'];
export type DismissedDuplicateView = Schemas['DismissedDuplicateView'];
export type DuplicateInput = Schemas['DuplicateInput'];
export type TimelineEntry = Schemas['TimelineEntry'];

export type CallDirection = Schemas['CallDirection'];
export type CallCounted = Schemas['CallCounted'];
export type CallOutcome = Schemas['CallOutcome'];
export type CallView = Schemas['CallView'];
/** How the agent's phone stands in a call. */
export type LineView = Schemas['LineView'];
export type CallAction = operations['actOnCall']['parameters']['path']['action'];
/** A colleague or a queue, and whether a call could be handed there. */
export type CallTarget = Schemas['CallTarget'];
/** A call that waits for whoever takes it. */
export type PickableCall = Schemas['PickableCall'];
export type Handover = Schemas['CallHandoverView'];
export type WrapUpInput = Schemas['WrapUpInput'];
export type PhoneCredentials = Schemas['PhoneCredentials'];

export type QueueStrategy = Schemas['QueueStrategy'];
export type QueueAtPbx = Schemas['QueueAtPbx'];

export type TicketType = Schemas['TicketType'];
export type TicketStatus = Schemas['TicketStatus'];
export type TicketPriority = Schemas['TicketPriority'];
export type TicketView = Schemas['TicketView'];
export type TicketPatch = Schemas['TicketPatch'];
export type TicketCommentView = Schemas['TicketCommentView'];
export type TicketHistoryView = Schemas['TicketHistoryView'];
export type TicketRelation = Schemas['TicketRelation'];
export type TicketLinkView = Schemas['TicketLinkView'];
export type TicketRuleView = Schemas['TicketRuleView'];

export type RoutingRuleView = Schemas['RoutingRuleView'];
export type RoutingCondition = Schemas['RoutingCondition'];
export type RoutingConditionKind = Schemas['RoutingConditionKind'];
export type RoutingTrial = Schemas['RoutingTrial'];
export type RouteCause = Schemas['RouteCause'];
export type CallRoute = Schemas['CallRoute'];
export type BlockedNumberView = Schemas['BlockedNumberView'];

export type FollowUpStatus = Schemas['FollowUpStatus'];
export type FollowUpView = Schemas['FollowUpView'];
export type FollowUpInput = Schemas['FollowUpInput'];

export type SystemView = Schemas['SystemView'];
export type SystemSample = Schemas['SystemSample'];
export type SystemState = Schemas['SystemState'];
export type Finding = Schemas['Finding'];
export type PbxConnection = Schemas['PbxConnection'];
export type RecoveryView = Schemas['RecoveryView'];

export type SearchView = Schemas['SearchView'];
export type SearchHit = Schemas['SearchHit'];
export type MarkedView = Schemas['Marked'];

export type ArticleView = Schemas['ArticleView'];
export type ArticleStatus = Schemas['ArticleStatus'];
export type ArticleCard = Schemas['ArticleCard'];
export type ArticleVersionView = Schemas['ArticleVersionView'];

export type ScriptView = Schemas['ScriptView'];
export type ScriptInput = Schemas['ScriptInput'];
export type ScriptStatus = Schemas['ScriptStatus'];
export type ScriptStep = Schemas['ScriptStep'];
export type ScriptQuestion = Schemas['ScriptQuestion'];
export type ScriptQuestionKind = Schemas['ScriptQuestionKind'];
export type ScriptAnswer = Schemas['ScriptAnswer'];
export type CallScriptView = Schemas['CallScriptView'];
export type CallScriptRun = Schemas['CallScriptRun'];

export type Report = Schemas['Report'];
export type ReportName = Schemas['ReportName'];
export type ReportGroup = Schemas['ReportGroup'];
export type ReportFigure = Schemas['ReportFigure'];
export type ReportHeading = Schemas['ReportHeading'];
export type ReportRow = Schemas['ReportRow'];

export type QueueView = Schemas['QueueView'];
export type SavedView = Schemas['SavedView'];

export type AgentStateView = Schemas['AgentStateView'];
export type AgentStateInput = Schemas['AgentStateInput'];
export type AgentState = AgentStateView['state'];
export type SupervisedAgent = Schemas['SupervisedAgent'];

/** What the desk shows while a call rings, before anybody answered. */
export type Pop = Schemas['Pop'];
export type CustomerCard = Schemas['CustomerCard'];
export type TicketCard = Schemas['TicketCard'];
export type CallCard = Schemas['CallCard'];
