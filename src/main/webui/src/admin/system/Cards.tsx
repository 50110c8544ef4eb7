import { useMemo } from 'react';
import type { Finding, PbxConnection, SystemSample, SystemState, SystemView } from '../../shared/api/types';
import { useText } from '../../shared/i18n/useText';
import { Chart } from '../../shared/ui/chart/Chart';
import { Facts } from '../../shared/ui/DetailDrawer';
import { Mark } from '../../shared/ui/Mark';
import { When } from '../../shared/ui/When';
import { stateOf, toneOf } from './findings';
import { SPAN_MS, valuesOf } from './history';

interface CardProps {
  title: string;
  /** The state in a word. */
  word: string;
  state: SystemState | 'none';
  charts?: React.ReactNode;
  children: React.ReactNode;
}

function Card({ title, word, state, charts, children }: CardProps) {
  return (
    <section className={`system-card${charts ? '' : ' system-card-plain'}`}>
      <header className="system-card-head">
        <h2>{title}</h2>
        <Mark pill {...(state === 'none' ? ({ tone: 'grey', shape: 'dash' } as const) : toneOf[state])} label={word} />
      </header>
      <div>{children}</div>
      {charts && <div className="system-charts">{charts}</div>}
    </section>
  );
}

interface PartProps {
  system: SystemView;
}

/** What the service tells, in words; `–` for what is not known. */
function useFigures() {
  const text = useText();
  const { t, span } = text;
  return {
    ...text,
    /** How long something has lasted by now. */
    lasting: (since: string, until: string) => span(Math.max(0, Date.parse(until) - Date.parse(since))),
    spread: (latency: SystemView['lag']) =>
      latency.count === 0 ? '–' : t('system.spread', { p50: span(latency.p50Ms ?? 0), p99: span(latency.p99Ms ?? 0) }),
  };
}

const wordState = (findings: readonly Finding[], part: Finding['part'], up: boolean): SystemState => (up ? stateOf(findings, part) : 'wrong');

export function PbxCard({ system }: PartProps) {
  const { t, number, span, spread, lasting, timeSeconds } = useFigures();
  const { pbx, findings, history } = system;
  const clocks = () => {
    const ahead = pbx.clockAheadMs;
    if (ahead === null || ahead === undefined) return '–';
    const within = pbx.clockWithinMs ?? 0;
    if (Math.abs(ahead) <= Math.max(within, 5)) return t('system.clockSame', { within: span(Math.max(within, Math.abs(ahead), 1)) });
    return t(ahead > 0 ? 'system.clockAhead' : 'system.clockBehind', { time: span(Math.abs(ahead)) });
  };
  const odd = pbx.unknown + pbx.malformed + pbx.unstamped > 0;
  return (
    <Card
      title={t('system.pbx')}
      word={t(`linkState.${pbx.events.state}`)}
      state={pbx.events.state === 'connecting' ? 'attention' : stateOf(findings, 'pbx')}
      charts={
        <>
          <LineChart history={history} title={t('system.eventDelay')} lines={{ [t('chart.median')]: 'lagP50Ms', [t('chart.p99')]: 'lagP99Ms' }} format={span} least={10} />
          <LineChart history={history} title={t('system.eventRate')} lines={{ [t('chart.rate')]: 'eventsPerSecond' }} format={number} least={10} />
        </>
      }
    >
      <Facts
        items={[
          [t('system.pbxName'), pbx.simulated ? t('system.simulated', { name: pbx.name }) : `${pbx.name} · ${pbx.address ?? ''}`],
          [t('system.events'), <ConnectionText key="e" connection={pbx.events} now={system.at} />],
          [t('system.actions'), <ConnectionText key="a" connection={pbx.actions} now={system.at} />],
          [t('system.lastEvent'), pbx.lastEventAt ? timeSeconds(pbx.lastEventAt) : '–'],
          [t('system.lag'), spread(system.lag)],
          [t('system.clock'), clocks()],
          [
            t('system.buffer'),
            `${t('system.bufferText', { waiting: number(pbx.buffer.waiting), capacity: number(pbx.buffer.capacity) })}${t('common.listSeparator')}${t('system.overflows', { count: pbx.buffer.overflows })}`,
          ],
          [
            t('system.resyncs'),
            pbx.resyncs.lastAt ? t('system.resyncsText', { count: pbx.resyncs.count, time: lasting(pbx.resyncs.lastAt, system.at), took: span(pbx.resyncs.lastMs ?? 0) }) : number(pbx.resyncs.count),
          ],
          [t('system.oddities'), odd && t('system.odditiesText', { unknown: number(pbx.unknown), malformed: number(pbx.malformed), unstamped: number(pbx.unstamped) })],
        ]}
      />
    </Card>
  );
}

function ConnectionText({ connection, now }: { connection: PbxConnection; now: string }) {
  const { t, full } = useText();
  const { lasting } = useFigures();
  return (
    <>
      {t(`linkState.${connection.state}`)}{' '}
      <span className="soft" title={full(connection.since)}>
        {t('system.stateFor', { time: lasting(connection.since, now) })}
        {connection.reconnects > 0 && `${t('common.listSeparator')}${t('system.reconnects', { count: connection.reconnects })}`}
      </span>
    </>
  );
}

export function JournalCard({ system }: PartProps) {
  const { t, number } = useFigures();
  const { journal, findings } = system;
  const none = journal.state === 'none';
  return (
    <Card title={t('system.journal')} word={t(`journalState.${journal.state}`)} state={none && stateOf(findings, 'journal') === 'ok' ? 'none' : stateOf(findings, 'journal')}>
      {none ? (
        <p className="soft">{t('system.journalNone')}</p>
      ) : (
        <Facts
          items={[
            [t('system.directory'), <span key="d" className="clip" title={journal.directory ?? ''}>{journal.directory}</span>],
            [t('system.readAt'), <When key="r" at={journal.readAt} />],
            [t('system.watermark'), <When key="w" at={journal.watermark} />],
            [t('system.recovered'), t('system.recoveredText', { added: number(journal.added), mended: number(journal.mended) })],
            [t('system.failures'), number(journal.failures)],
            [t('system.badLines'), number(journal.badLines)],
          ]}
        />
      )}
      {journal.bad.length > 0 && <BadLines bad={journal.bad} />}
    </Card>
  );
}

export function BadLines({ bad }: { bad: readonly { file: string; offset: number; problem: string }[] }) {
  const { t, number } = useText();
  return (
    <ul className="system-bad">
      {bad.map((line) => (
        <li key={`${line.file}/${line.offset}`}>{t('system.badLine', { file: line.file, offset: number(line.offset), problem: line.problem })}</li>
      ))}
    </ul>
  );
}

export function DatabaseCard({ system }: PartProps) {
  const { t, number, span } = useFigures();
  const { database, calls, outbox, findings, history } = system;
  return (
    <Card
      title={t('system.database')}
      word={t(database.up ? 'databaseState.up' : 'databaseState.down')}
      state={wordState(findings, 'database', database.up)}
      charts={
        <>
          <LineChart history={history} title={t('system.databaseAnswer')} lines={{ [t('chart.time')]: 'databaseMs' }} format={span} least={10} />
          <LineChart history={history} title={t('system.unwrittenChart')} lines={{ [t('chart.count')]: 'unwritten' }} format={number} least={10} />
        </>
      }
    >
      <Facts
        items={[
          [t('system.answers'), database.answeredMs === null || database.answeredMs === undefined ? '–' : t('system.answersIn', { time: span(database.answeredMs) })],
          [t('system.openCalls'), number(calls.open)],
          [t('system.unwritten'), number(calls.waiting)],
          [t('system.writeFailures'), number(calls.failures)],
          [t('system.dropped'), number(calls.dropped)],
          [t('system.outbox'), outbox.waiting === 0 ? '0' : t('system.outboxText', { count: outbox.waiting, age: span(outbox.oldestMs) })],
        ]}
      />
    </Card>
  );
}

export function DesksCard({ system }: PartProps) {
  const { t, number, span, spread } = useFigures();
  const { desks, ringToPop, findings, history } = system;
  const state = stateOf(findings, 'desks');
  return (
    <Card
      title={t('system.desks')}
      word={t(`deskState.${state}`)}
      state={state}
      charts={
        <>
          <LineChart history={history} title={t('system.ringToPopChart')} lines={{ [t('chart.median')]: 'popP50Ms', [t('chart.p99')]: 'popP99Ms' }} format={span} least={10} />
          <LineChart history={history} title={t('system.pagesChart')} lines={{ [t('chart.count')]: 'pages' }} format={number} least={10} />
        </>
      }
    >
      <Facts
        items={[
          [t('system.pages'), t('system.pagesText', { pages: number(desks.pages), agents: number(desks.agents) })],
          [t('system.ringToPop'), spread(ringToPop)],
          [t('system.overASecond'), number(ringToPop.overASecond)],
          [t('system.pops'), t('system.popsText', { pops: number(desks.pops), late: number(desks.popsLate), incomplete: number(desks.popsIncomplete) })],
          [t('system.slow'), number(desks.slow)],
          [t('system.behind'), t('system.behindText', { count: desks.behind, formatted: number(desks.behind), capacity: number(desks.capacity) })],
          [t('system.connections'), t('system.connectionsText', { resumes: number(desks.resumes), overruns: number(desks.overruns), givenUp: number(desks.givenUp) })],
        ]}
      />
    </Card>
  );
}

interface LineChartProps {
  history: readonly SystemSample[];
  title: string;
  /** Which figure each line shows, by its label. */
  lines: Record<string, Exclude<keyof SystemSample, 'at'>>;
  format: (value: number) => string;
  least: number;
}

function LineChart({ history, title, lines, format, least }: LineChartProps) {
  const times = useMemo(() => history.map((sample) => Date.parse(sample.at)), [history]);
  const series = Object.entries(lines).map(([label, key]) => ({ label, values: valuesOf(history, key) }));
  return <Chart title={title} times={times} spanMs={SPAN_MS} series={series} format={format} least={least} />;
}
