import { mayOpenCall, useMe } from '../session/session';
import type { CallCard } from '../shared/api/types';
import { useDirectory, useQueues } from '../shared/directory';
import { useGo } from '../shared/go';
import { DialNumber } from './control/DialNumber';
import { useText } from '../shared/i18n/useText';
import { Section } from '../shared/ui/DetailDrawer';
import { DirectionMark, OutcomeMark } from '../shared/ui/states';
import { When } from '../shared/ui/When';

/** The caller's last calls, known at ring time. */
export function RecentCalls({ calls, number, customerId }: { calls: CallCard[]; number: string | null; customerId: string | null }) {
  const { t, duration } = useText();
  const { agentName } = useDirectory();
  const { queueLabel } = useQueues();
  const go = useGo();
  const me = useMe();
  if (calls.length === 0) return null;
  return (
    <Section title={t('desk.recentCalls')} extra={number && <DialNumber number={number} customerId={customerId} />}>
      <ul className="ticket-lines">
        {calls.map((call) => (
          <li key={call.id}>
            <Line open={mayOpenCall(me, call.agent) ? () => go(`/calls/${encodeURIComponent(call.id)}`, { search: {} }) : null}>
              <DirectionMark direction={call.direction} iconOnly />
              <OutcomeMark outcome={call.outcome} />
              <span className="soft clip grow">{[queueLabel(call.queue), agentName(call.agent)].filter(Boolean).join(' · ')}</span>
              {call.talkMs ? <span className="tabular soft">{duration(call.talkMs)}</span> : null}
              <span className="soft">
                <When at={call.startedAt} />
              </span>
            </Line>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Line({ open, children }: { open: (() => void) | null; children: React.ReactNode }) {
  const className = 'ticket-line recent-call';
  return open ? (
    <button type="button" className={`plain-button ${className}`} onClick={open}>
      {children}
    </button>
  ) : (
    <div className={`${className} recent-call-closed`}>{children}</div>
  );
}
