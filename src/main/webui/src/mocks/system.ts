/** A made-up quarter of an hour. Development and tests only. */
import type { RecoveryView, SystemSample, SystemView } from '../shared/api/types';

const EVERY_MS = 5000;
const ago = (ms: number) => new Date(Date.now() - ms).toISOString();

const sample = (i: number): SystemSample => {
  const wave = 1 + Math.sin(i / 17) + Math.abs(Math.sin(i * 1.7)) / 2;
  const quiet = i % 23 === 0;
  return {
    at: ago((179 - i) * EVERY_MS), eventsPerSecond: Math.round(wave * 120) / 10, lagP50Ms: quiet ? null : 0.8 + wave / 3, lagP99Ms: quiet ? null : 3 + wave * 2, waiting: 0,
    pops: quiet ? 0 : 2, popP50Ms: quiet ? null : 3 + wave, popP99Ms: quiet ? null : 7 + wave * 4, unwritten: 0, databaseMs: 0.6 + wave / 5, pages: 4,
  };
};

export const system = (more: Partial<SystemView> = {}): SystemView => ({
  at: ago(0), startedAt: ago(9 * 3_600_000), version: '0.1.0', state: 'ok', findings: [],
  pbx: {
    name: 'pbx1', address: 'pbx.example:5038', simulated: false,
    events: { state: 'up', since: ago(5 * 3_600_000), detail: null, reconnects: 1 }, actions: { state: 'up', since: ago(5 * 3_600_000), detail: null, reconnects: 1 },
    lastEventAt: ago(900), clockAheadMs: 12, clockWithinMs: 1, read: 482_113, unknown: 0, malformed: 0, unstamped: 0, unpublished: 0,
    buffer: { waiting: 0, capacity: 16_000, overflows: 0 }, resyncs: { count: 2, lastAt: ago(5 * 3_600_000), lastMs: 41 },
  },
  lag: { count: 5_210, p50Ms: 1.1, p99Ms: 6.2, overASecond: 0 },
  journal: {
    state: 'ok', detail: null, directory: '/pbx/log', watermark: ago(64_000), newestAt: ago(62_000), readAt: ago(22_000), lagMs: 22_000, added: 7, mended: 2, failures: 0, badLines: 1,
    bad: [{ file: 'cel_master.json.1', offset: 1_482_113, problem: 'is no JSON', at: ago(5 * 3_600_000) }],
  },
  database: { up: true, since: ago(9 * 3_600_000), answeredMs: 0.8, detail: null },
  calls: { open: 14, waiting: 0, failures: 0, dropped: 0 },
  outbox: { waiting: 0, oldestMs: 0, published: 8_412, failures: 0 },
  desks: { agents: 4, pages: 5, slow: 0, behind: 0, capacity: 48, pops: 812, popsLate: 3, popsIncomplete: 0, resumes: 6, overruns: 0, givenUp: 0 },
  ringToPop: { count: 61, p50Ms: 4.1, p99Ms: 12.4, overASecond: 0 },
  everyMs: EVERY_MS,
  history: Array.from({ length: 180 }, (_, i) => sample(i)),
  ...more,
});

/** The same with a PBX that is out of reach and a clock that is off. */
export const pbxDown = (): Partial<SystemView> => {
  const { pbx } = system();
  const since = ago(4 * 60_000);
  return {
    state: 'wrong',
    findings: [
      { code: 'pbx-down', part: 'pbx', gravity: 'wrong', since, figure: null, detail: 'cannot connect to pbx.example:5038: Connection refused' },
      { code: 'clocks-differ', part: 'pbx', gravity: 'attention', since: null, figure: 3_400, detail: null },
      { code: 'journal-bad-lines', part: 'journal', gravity: 'attention', since: null, figure: 1, detail: null },
    ],
    pbx: { ...pbx, clockAheadMs: 3_400, events: { state: 'down', since, detail: 'Connection refused', reconnects: 1 }, actions: { state: 'down', since, detail: 'Connection refused', reconnects: 1 } },
  };
};

export const recoveries: RecoveryView[] = Array.from({ length: 9 }, (_, i) => ({
  id: `r${i}`, pbx: 'pbx1', reason: (['link', 'check', 'storage'] as const)[i % 3] ?? 'link', at: ago((i + 1) * 5 * 3_600_000), durationMs: 180 + i * 47,
  since: ago((i + 1) * 5 * 3_600_000 + 130_000), until: ago((i + 1) * 5 * 3_600_000 + 2_000), lines: 1_812 + i * 90, badLines: i === 0 ? 1 : 0,
  bad: i === 0 ? [{ file: 'cel_master.json.1', offset: 1_482_113, problem: 'is no JSON' }] : [], added: i % 4, mended: i % 2, complete: i !== 2,
}));
