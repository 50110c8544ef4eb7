import { describe, expect, it } from 'vitest';
import type { SystemSample, SystemView } from '../../shared/api/types';
import { merged, samplesCsv, valuesOf } from './history';

const at = (seconds: number) => new Date(Date.UTC(2026, 10, 22, 12, 0, seconds)).toISOString();
const sample = (seconds: number, more: Partial<SystemSample> = {}): SystemSample => ({
  at: at(seconds), eventsPerSecond: 1, lagP50Ms: null, lagP99Ms: null, waiting: 0, pops: 0, popP50Ms: null, popP99Ms: null, unwritten: 0, databaseMs: 1, pages: 2, ...more,
});
const view = (history: SystemSample[], startedAt = at(0)) => ({ at: history.at(-1)?.at ?? at(0), startedAt, everyMs: 5000, history }) as SystemView;

describe('the history', () => {
  it('grows by the newest sample', () => {
    expect(merged(view([sample(5), sample(10)]), view([sample(15)]))?.history.map((s) => s.at)).toEqual([at(5), at(10), at(15)]);
  });

  it('takes no sample twice', () => {
    expect(merged(view([sample(5), sample(10)]), view([sample(10)]))?.history).toHaveLength(2);
  });

  it('keeps a quarter of an hour', () => {
    const held = Array.from({ length: 180 }, (_, i) => sample(5 * i));
    const history = merged(view(held), view([sample(900)]))?.history ?? [];
    expect(history).toHaveLength(180);
    expect(history[0]?.at).toBe(at(5));
  });

  it('is read anew after a gap, and after another start of the service', () => {
    expect(merged(view([sample(5)]), view([sample(20)]))).toBeNull();
    expect(merged(view([sample(5)]), view([sample(10)], at(7)))).toBeNull();
    expect(merged(view([sample(15)]), view([sample(10)]))).toBeNull();
  });

  it('begins with the first sample there is', () => {
    expect(merged(view([]), view([sample(5)]))?.history).toHaveLength(1);
    expect(merged(view([sample(5)]), view([]))?.history).toHaveLength(1);
  });

  it('is a table for other programs', () => {
    const csv = samplesCsv([sample(5, { lagP99Ms: 2.5 })]);
    expect(csv).toBe(`at,eventsPerSecond,lagP50Ms,lagP99Ms,waiting,pops,popP50Ms,popP99Ms,unwritten,databaseMs,pages\r\n${at(5)},1,,2.5,0,0,,,0,1,2\r\n`);
  });

  it('leaves gaps where nothing is known', () => {
    expect(valuesOf([sample(5), sample(10, { lagP99Ms: 3 })], 'lagP99Ms')).toEqual([null, 3]);
  });
});
