import type { RecentCall } from '../shared/api/types';
import { useDirectory, useQueues } from '../shared/directory';
import { useGo } from '../shared/go';
import { useText } from '../shared/i18n/useText';
import { Section } from '../shared/ui/DetailDrawer';
import { DirectionMark, OutcomeMark } from '../shared/ui/states';
import { When } from '../shared/ui/When';

/** The caller's last calls, known at ring time. */
export function RecentCalls({ calls }: { calls: RecentCall[] }) {
  const { t, duration } = useText();
  const { agentName } = useDirectory();
  const { queueLabel } = useQueues();
  const go = useGo();
  if (calls.length === 0) return null;
  return (
    <Section title={t('desk.recentCalls')}>
      <ul className="ticket-lines">
        {calls.map((call) => (
          <li key={call.id}>
            <button type="button" className="plain-button ticket-line recent-call" onClick={() => go(`/calls/${encodeURIComponent(call.id)}`, { search: {} })}>
              <DirectionMark direction={call.direction} iconOnly />
              <OutcomeMark outcome={call.outcome} />
              <span className="soft clip grow">{[queueLabel(call.queue), agentName(call.agent)].filter(Boolean).join(' · ')}</span>
              {call.talkMs ? <span className="tabular soft">{duration(call.talkMs)}</span> : null}
              <span className="soft">
                <When at={call.startedAt} />
              </span>
            </button>
          </li>
        ))}
      </ul>
    </Section>
  );
}
