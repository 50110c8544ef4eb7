import { useText } from '../i18n/useText';
import type { AgentState, CallDirection, CallOutcome, FollowUpStatus, TicketPriority, TicketStatus } from '../api/types';
import { Mark, type Shape, type Tone } from './Mark';

type Look = readonly [Tone, Shape];

const agentLooks: Record<AgentState, Look> = {
  available: ['green', 'disc'],
  ringing: ['amber', 'target'],
  'on-call': ['blue', 'square'],
  'wrap-up': ['violet', 'diamond'],
  break: ['grey', 'bars'],
  offline: ['grey', 'ring'],
};

export const agentLook = (state: AgentState): Look => agentLooks[state];

export function AgentStateMark({ state, pill }: { state: AgentState; pill?: boolean }) {
  const { t } = useText();
  const [tone, shape] = agentLooks[state];
  return <Mark tone={tone} shape={shape} label={t(`agentState.${state}`)} pill={pill ?? false} pulse={state === 'ringing'} />;
}

const outcomeLooks: Record<CallOutcome, Look> = {
  answered: ['green', 'check'],
  abandoned: ['red', 'cross'],
  'short-abandoned': ['grey', 'cross'],
  overflowed: ['amber', 'half'],
  callback: ['violet', 'half'],
  closed: ['grey', 'dash'],
  voicemail: ['grey', 'half'],
  'no-answer': ['amber', 'dash'],
  busy: ['amber', 'cross'],
  failed: ['red', 'cross'],
  machine: ['grey', 'dash'],
  dropped: ['red', 'cross'],
  interrupted: ['amber', 'half'],
};

/** How a call ended; a call that has no outcome yet is going on. */
export function OutcomeMark({ outcome, pill }: { outcome: CallOutcome | null | undefined; pill?: boolean }) {
  const { t } = useText();
  if (!outcome) return <Mark tone="blue" shape="square" label={t('outcome.open')} pill={pill ?? false} />;
  const [tone, shape] = outcomeLooks[outcome] ?? (['grey', 'dash'] as const);
  return <Mark tone={tone} shape={shape} label={t(`outcome.${outcome}`)} pill={pill ?? false} />;
}

const directionShapes: Record<CallDirection, Shape> = { inbound: 'in', outbound: 'out', internal: 'swap' };

export function DirectionMark({ direction, iconOnly }: { direction: CallDirection; iconOnly?: boolean }) {
  const { t } = useText();
  return <Mark tone="grey" shape={directionShapes[direction] ?? 'dash'} label={t(`direction.${direction}`)} iconOnly={iconOnly ?? false} />;
}

const ticketLooks: Record<TicketStatus, Look> = {
  open: ['blue', 'ring'],
  pending: ['amber', 'half'],
  solved: ['green', 'check'],
  closed: ['grey', 'dash'],
};

export function TicketStatusMark({ status, pill, iconOnly }: { status: TicketStatus; pill?: boolean; iconOnly?: boolean }) {
  const { t } = useText();
  const [tone, shape] = ticketLooks[status];
  return <Mark tone={tone} shape={shape} label={t(`ticketStatus.${status}`)} pill={pill ?? false} iconOnly={iconOnly ?? false} />;
}

const priorityLooks: Record<TicketPriority, Look> = {
  low: ['grey', 'level1'],
  normal: ['grey', 'level2'],
  high: ['amber', 'level3'],
  urgent: ['red', 'alert'],
};

export function PriorityMark({ priority, iconOnly }: { priority: TicketPriority; iconOnly?: boolean }) {
  const { t } = useText();
  const [tone, shape] = priorityLooks[priority];
  return <Mark tone={tone} shape={shape} label={t(`priority.${priority}`)} iconOnly={iconOnly ?? false} />;
}

const followUpLooks: Record<FollowUpStatus, Look> = { open: ['blue', 'ring'], done: ['green', 'check'], cancelled: ['grey', 'cross'] };

export function FollowUpStatusMark({ status, overdue, pill }: { status: FollowUpStatus; overdue?: boolean; pill?: boolean }) {
  const { t } = useText();
  if (status === 'open' && overdue) return <Mark tone="red" shape="alert" label={t('followUps.overdue')} pill={pill ?? false} />;
  const [tone, shape] = followUpLooks[status];
  return <Mark tone={tone} shape={shape} label={t(`followUpStatus.${status}`)} pill={pill ?? false} />;
}
