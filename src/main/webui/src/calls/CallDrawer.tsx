import { useQuery } from '@tanstack/react-query';
import { DialButton, DialNumber } from '../desk/control/DialNumber';
import { CallWay } from '../admin/routing/CallWay';
import { CallScriptAnswers } from '../scripts/CallScriptAnswers';
import { useMe } from '../session/session';
import { useDirectory, useQueues } from '../shared/directory';
import type { CallView } from '../shared/api/types';
import { useGo, useOpenId } from '../shared/go';
import { useText } from '../shared/i18n/useText';
import { DetailDrawer, Facts, Section } from '../shared/ui/DetailDrawer';
import { Loaded } from '../shared/ui/Loaded';
import { RecordLink } from '../shared/ui/RecordLink';
import { DirectionMark, OutcomeMark } from '../shared/ui/states';
import { When } from '../shared/ui/When';
import { RecordingList } from './CallRecordings';
import { CallStory } from './CallStory';
import { CallTickets } from './CallTickets';
import { enderOf } from './ended';
import { callQuery } from './queries';
import { useWho } from './who';
import './call.css';

export function CallDrawer() {
  const id = useOpenId() ?? '';
  const { t } = useText();
  const go = useGo();
  const whoOf = useWho();
  const query = useQuery(callQuery(id));
  const call = query.data;
  const who = call ? whoOf(call) : t('room.calls');
  return (
    <DetailDrawer
      wide
      key={id}
      title={who}
      label={who}
      above={
        call && (
          <span className="row">
            <DirectionMark direction={call.direction} />
            <When at={call.startedAt} />
          </span>
        )
      }
      onClose={() => go('/calls')}
      actions={call && <OutcomeMark outcome={call.outcome} pill />}
    >
      <Loaded query={query} lines={8}>
        {(found) => <CallBody call={found} />}
      </Loaded>
    </DetailDrawer>
  );
}

function CallBody({ call }: { call: CallView }) {
  const { t, word, duration } = useText();
  const { agentName } = useDirectory();
  const { queueLabel, didText } = useQueues();
  const ended = useEndedBy();
  return (
    <>
      <dl className="call-figures">
        {(
          [
            [t('calls.wait'), call.waitMs],
            [t('calls.ring'), call.ringMs],
            [t('calls.talk'), call.talkMs],
            [t('calls.hold'), call.holdMs],
            [t('calls.wrap'), call.wrapMs],
          ] as const
        ).map(([label, ms]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd className="tabular">{duration(ms)}</dd>
          </div>
        ))}
      </dl>
      <Section title={t('calls.story')}>
        <CallStory call={call} />
      </Section>
      <CallWay call={call} />
      {call.recordings.length > 0 && (
        <Section title={t('calls.recording')}>
          <RecordingList call={call} />
        </Section>
      )}
      {call.wrapUp && (call.wrapUp.disposition || call.wrapUp.notes) && (
        <Section title={t('wrapUp.title')}>
          <Facts
            items={[
              [t('wrapUp.disposition'), word('disposition', call.wrapUp.disposition)],
              [t('wrapUp.notes'), call.wrapUp.notes && <span key="n" className="call-notes">{call.wrapUp.notes}</span>],
              [t('calls.agent'), agentName(call.wrapUp.agent)],
            ]}
          />
        </Section>
      )}
      <CallScriptAnswers call={call} />
      <Section title={t('calls.linked')}>
        <Facts
          items={[
            [
              t('calls.customer'),
              call.customerId ? (
                <RecordLink key="c" to={`/customers/${call.customerId}`}>{call.customerName ?? t('calls.openCustomer')}</RecordLink>
              ) : (
                <span key="c" className="soft">{t('calls.noCustomer')}</span>
              ),
            ],
            [
              t('calls.mergedInto'),
              call.mergedInto && (
                <RecordLink key="m" to={`/calls/${encodeURIComponent(call.mergedInto)}`}>{t('calls.openMerged')}</RecordLink>
              ),
            ],
            [t('calls.tickets'), call.ticketIds.length > 0 && <CallTickets key="t" ids={call.ticketIds} />],
          ]}
        />
      </Section>
      <Section title={t('calls.details')}>
        <Facts
          items={[
            [t('calls.from'), call.withheld ? t('desk.withheld') : <End key="f" number={call.from} e164={call.fromE164} customerId={call.customerId} />],
            [t('calls.fromName'), call.fromName],
            [t('calls.to'), call.direction === 'inbound' ? <span key="to" className="tabular">{didText(call.to)}</span> : <End key="to" number={call.to} e164={call.toE164} customerId={call.customerId} />],
            [t('calls.queue'), queueLabel(call.queue)],
            [t('calls.endedBy'), ended(call)],
            [t('calls.cause'), call.hangupCause === null || call.hangupCause === undefined ? null : causeText(word, call.hangupCause)],
            [t('calls.recovered'), call.recovered && t('calls.recoveredText')],
          ]}
        />
        <Legs call={call} />
      </Section>
    </>
  );
}

interface EndProps {
  number: string | null | undefined;
  e164?: string | null | undefined;
  customerId?: string | null | undefined;
}

/** One end of a call: a colleague by name, anybody else by number; each to be called again. */
function End({ number, e164, customerId }: EndProps) {
  const { t } = useText();
  const me = useMe();
  const { isColleague, agentName } = useDirectory();
  if (!isColleague(number)) return <DialNumber number={e164 ?? number} customerId={customerId ?? null} />;
  return (
    <>
      {agentName(number)} <span className="soft tabular">{t('users.extensionShort', { extension: number ?? '' })}</span>
      {number !== me.extension && <DialButton number={number} />}
    </>
  );
}

/** Who hung up, as the reader sees it: the other party, one of ours by name, or the PBX. */
function useEndedBy() {
  const { t } = useText();
  const { agentName } = useDirectory();
  return (call: CallView): string | null => {
    const ender = enderOf(call);
    if (!ender) return null;
    if (ender.who !== 'us') return t(`endedBy.${ender.who}`);
    if (!ender.agent) return t('endedBy.us');
    return call.direction === 'internal' ? agentName(ender.agent) : t('endedBy.ourAgent', { name: agentName(ender.agent) });
  };
}

const causeText = (word: (prefix: string, code: string, fallback?: string) => string, cause: string | number) =>
  word('cause', String(cause), String(cause));

function Legs({ call }: { call: CallView }) {
  const { t, duration, word } = useText();
  const { agentName } = useDirectory();
  if (call.legs.length === 0) return null;
  return (
    <details className="call-legs">
      <summary>{t('calls.legs', { count: call.legs.length })}</summary>
      <div className="call-legs-scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">{t('calls.party')}</th>
              <th scope="col">{t('calls.channel')}</th>
              <th scope="col">{t('calls.started')}</th>
              <th scope="col">{t('calls.length')}</th>
              <th scope="col">{t('calls.cause')}</th>
            </tr>
          </thead>
          <tbody>
            {call.legs.map((leg) => (
              <tr key={leg.id}>
                <td>{leg.party ? agentName(leg.party) : t('calls.outside')}</td>
                <td className="clip" title={leg.channel}>
                  {leg.channel}
                </td>
                <td>
                  <When at={leg.startedAt} />
                </td>
                <td className="tabular">{leg.endedAt ? duration(Date.parse(leg.endedAt) - Date.parse(leg.startedAt)) : '–'}</td>
                <td>{leg.cause === null || leg.cause === undefined ? '–' : causeText(word, leg.cause)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
