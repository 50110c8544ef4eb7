import { describe, expect, it } from 'vitest';
import { askedBy, callsBehind } from './asked';

const now = new Date('2026-11-23T15:00:00').getTime();

describe('what the URL asks for', () => {
  it.each([
    [{}, '2026-11-23', '2026-11-24', 'hour'],
    [{ from: 'today-6', to: 'today' }, '2026-11-17', '2026-11-24', 'day'],
    [{ from: '2026-01-01', to: '2026-06-30' }, '2026-01-01', '2026-07-01', 'month'],
    [{ from: '2026-03-28', to: '2026-03-29', interval: '15min' }, '2026-03-28', '2026-03-30', '15min'],
    [{ from: '2026-03-28', to: '2026-03-29', interval: 'century' }, '2026-03-28', '2026-03-30', 'day'],
  ])('%o is from %s to before %s by %s', (search, from, to, interval) => {
    expect(askedBy(search as Record<string, string>, now)?.query).toMatchObject({ from, to, interval });
  });

  it('takes queues for queues and agents for agents', () => {
    const search = { queue: 'support,sales', agent: '1001' };
    expect(askedBy(search, now)?.query).toMatchObject({ group: 'queue', queue: 'support,sales' });
    expect(askedBy(search, now)?.query).not.toHaveProperty('agent');
    expect(askedBy({ ...search, report: 'agents', group: 'queue' }, now)).toMatchObject({ name: 'agents', query: { group: 'agent', agent: '1001' } });
  });

  it('is nothing where the days make no sense', () => {
    expect(askedBy({ from: 'today', to: 'today-3' }, now)).toBeNull();
    expect(askedBy({ from: 'tomorrow' }, now)).toBeNull();
  });
});

it('leads to the calls of the same queues and time', () => {
  expect(callsBehind('queues', 'abandoned', '2026-11-22T16:00:00Z', '2026-11-23T16:00:00Z', ['support', 'sales'])).toEqual({
    counted: 'abandoned', during: '2026-11-22T16:00:00Z/2026-11-23T16:00:00Z', queue: 'support,sales',
  });
});
