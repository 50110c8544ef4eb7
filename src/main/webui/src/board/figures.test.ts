import { describe, expect, it } from 'vitest';
import { valueNow } from './alarmText';
import { agent, alarm, at, figures, interval, queue, START } from './board.fake';
import { byState, chartFrom, elapsed, levelOf, longestOf, narrowed, QUARTER, quarters, serviceLevelOf, stoodStillAt, sum } from './figures';

describe('sums', () => {
  it('weigh the average answer by those answered, and reckon the service level anew', () => {
    const one = figures({ offered: 128, answered: 110, answeredInTime: 96, abandoned: 7, shortAbandoned: 4, overflowed: 5, averageAnswerMs: 10_000, serviceLevel: 77.4 });
    const two = figures({ offered: 12, answered: 10, answeredInTime: 10, averageAnswerMs: 4000, serviceLevel: 83.3 });
    expect(sum([one, two, figures()])).toEqual(
      { offered: 140, answered: 120, answeredInTime: 106, abandoned: 7, shortAbandoned: 4, overflowed: 5, averageAnswerMs: 9500, serviceLevel: 77.9 });
  });

  it('of nothing have neither average nor level', () => {
    expect(sum([])).toEqual(figures());
    expect(serviceLevelOf({ answeredInTime: 0, offered: 3, shortAbandoned: 3 })).toBeNull();
  });

  it('know the longest wait of all', () => {
    expect(longestOf([queue('a', { longestSince: at(20) }), queue('b'), queue('c', { longestSince: at(5) })])).toBe(at(5));
    expect(longestOf([queue('a')])).toBeNull();
  });

  it('count agents by state', () => {
    expect(byState([agent(1, 'Wei'), agent(2, 'Anna', { state: 'on-call' }), agent(3, 'Marco')])).toMatchObject({ available: 2, 'on-call': 1, break: 0 });
  });
});

describe('a service level', () => {
  it.each([[80, 'good'], [79.9, 'near'], [70, 'near'], [69.9, 'below'], [0, 'below'], [null, 'none']] as const)('of %s against 80 is %s', (level, stands) =>
    expect(levelOf(level, 80)).toBe(stands));
});

describe('agents', () => {
  const all = [
    agent(1, 'Wei', { state: 'offline' }),
    agent(2, 'Anna', { state: 'on-call', queues: ['sales', 'support'] }),
    agent(3, 'Marco', { state: 'on-call' }),
    agent(4, 'Yuki', { queues: ['sales'] }),
  ];
  const names = (served?: string, states?: string) => narrowed(all, served, states).map((a) => a.name);

  it('are narrowed by queue and states', () => {
    expect(names()).toEqual(['Wei', 'Anna', 'Marco', 'Yuki']);
    expect(names('sales')).toEqual(['Anna', 'Yuki']);
    expect(names(undefined, 'on-call,break')).toEqual(['Anna', 'Marco']);
    expect(names('sales', 'available')).toEqual(['Yuki']);
  });
});

describe('the chart', () => {
  const half = Date.parse('2026-11-23T08:30:00Z');

  it('begins with the day’s first caller, but shows four hours at least, and never the day before', () => {
    const early = queue('a', { intervals: [interval('2026-11-23T02:15:00Z')] });
    expect(chartFrom([queue('b'), early], '2026-11-23T00:00:00Z', START)).toBe(Date.parse('2026-11-23T02:15:00Z'));
    expect(chartFrom([queue('b')], '2026-11-23T00:00:00Z', START)).toBe(half - 15 * QUARTER);
    expect(chartFrom([queue('b')], '2026-11-23T08:00:00Z', START)).toBe(Date.parse('2026-11-23T08:00:00Z'));
  });

  it('has empty quarters where nobody called', () => {
    const busy = interval('2026-11-23T08:15:00Z', { offered: 4 });
    const shown = quarters([busy], half - 2 * QUARTER, START);
    expect(shown.map((q) => q.offered)).toEqual([0, 4, 0]);
    expect(shown[1]).toBe(busy);
    expect(quarters([], START, START - 5000)).toHaveLength(1);
  });
});

describe('times', () => {
  it('of calls are by the PBX’s clock', () => {
    expect(elapsed(at(0), START + 65_000)).toBe(65_000);
    expect(elapsed(at(0), START + 65_000, 2000)).toBe(67_000);
    expect(elapsed(at(10), START)).toBe(0);
  });

  it('stand still from the moment at which nothing more is heard', () => {
    const down = { state: 'down', since: at(30) } as const;
    expect(stoodStillAt(null, { state: 'up', since: at(0) })).toBeNull();
    expect(stoodStillAt(START, null)).toBe(START);
    expect(stoodStillAt(null, down)).toBe(START + 30_000);
    expect(stoodStillAt(START + 10_000, down)).toBe(START + 10_000);
  });
});

describe('an alarm', () => {
  it('tells how far it is by now', () => {
    const busy = queue('support', { waitingCount: 7, longestSince: at(0), today: figures({ serviceLevel: 61.5 }) });
    expect(valueNow(alarm(), busy, START)).toBe(7);
    expect(valueNow(alarm({ kind: 'longest-wait' }), busy, START + 75_400)).toBe(75);
    expect(valueNow(alarm({ kind: 'longest-wait', limit: 80 }), busy, START + 75_400)).toBe(80);
    expect(valueNow(alarm({ kind: 'service-level' }), busy, START)).toBe(61.5);
    expect(valueNow(alarm({ value: 9 }), undefined, START)).toBe(9);
  });
});
