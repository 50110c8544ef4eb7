import type { SupervisedAgent } from '../shared/api/types';
import { useDirectory, useQueues } from '../shared/directory';
import { useText } from '../shared/i18n/useText';
import { Elapsed, TimeLeft } from '../shared/ui/Elapsed';
import { Mark } from '../shared/ui/Mark';
import { RecordLink } from '../shared/ui/RecordLink';
import { AgentStateMark, DirectionMark } from '../shared/ui/states';

/** State, its running time, and why, what follows or how much is left. */
export function AgentStanding({ agent: { state } }: { agent: SupervisedAgent }) {
  const { t, word } = useText();
  return (
    <>
      <AgentStateMark state={state.state} />
      <span className="agents-since">
        <Elapsed since={state.since} />
      </span>
      <span className="soft clip agents-more">
        {state.reason && word('breakReason', state.reason)}
        {state.state === 'wrap-up' && state.wrapUpUntil && <TimeLeft until={state.wrapUpUntil} />}
        {state.next && state.next !== 'available' && t('callbar.afterwards', { state: state.nextReason ? word('breakReason', state.nextReason) : t(`agentState.${state.next}`) })}
        {state.pending && t('callbar.pending')}
      </span>
    </>
  );
}

export function AgentPhone({ agent: { state } }: { agent: SupervisedAgent }) {
  const { t } = useText();
  // The PBX tells of the phones in its queues alone.
  if (state.state === 'offline' && state.phoneReachable) return <Mark tone="grey" shape="dash" label={t('agents.phoneUnknown')} iconOnly />;
  return state.phoneReachable ? <Mark tone="grey" shape="check" label={t('agents.phoneReachable')} /> : <Mark tone="red" shape="alert" label={t('agents.phoneUnreachable')} />;
}

/** The call of the agent's phone; nothing without one. */
export function AgentCall({ agent: { call, extension } }: { agent: SupervisedAgent }) {
  const { t, phone } = useText();
  const { agentName } = useDirectory();
  const { queueLabel } = useQueues();
  if (!call) return null;
  const colleague = call.from === extension ? call.to : call.from;
  const outbound = call.direction === 'outbound';
  const outside = call.withheld && !outbound ? t('desk.withheld') : phone(call.number ?? (outbound ? call.to : call.from)) || call.fromName;
  const who = (call.direction === 'internal' ? agentName(colleague) : outside) || t('desk.unknown');
  return (
    <>
      <DirectionMark direction={call.direction} iconOnly />
      <span className="clip">
        <RecordLink to={`/calls/${encodeURIComponent(call.id)}`}>{who}</RecordLink>
        {call.queue && <span className="soft"> · {queueLabel(call.queue)}</span>}
      </span>
    </>
  );
}
