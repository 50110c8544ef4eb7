import { describe, expect, it } from 'vitest';
import { countsOf, judge, type Counts } from './quality';

const counts = (some: Partial<Counts> = {}): Counts => ({ at: 0, received: 0, lost: 0, jitter: 0.005, roundTrip: 0.03, ...some });

describe('the sound of a call', () => {
  it.each([
    ['good', { received: 100 }, false],
    ['good', { received: 97, lost: 3 }, false],
    ['bad', { received: 95, lost: 5 }, false],
    ['bad', { received: 100, jitter: 0.06 }, false],
    ['bad', { received: 100, roundTrip: 0.4 }, false],
    ['good', { received: 100, roundTrip: null }, false],
    ['silent', { received: 0 }, false],
    ['good', { received: 0 }, true],
  ] as const)('is %s with %j', (verdict, later, silenceExpected) => {
    expect(judge(counts(), counts(later), silenceExpected).verdict).toBe(verdict);
  });

  it('is that of the time between two looks, not of the whole call', () => {
    const quality = judge(counts({ received: 1000, lost: 500 }), counts({ received: 1100, lost: 500 }), false);
    expect(quality).toMatchObject({ lossPercent: 0, verdict: 'good' });
  });

  it('is read from what the browser reports of the audio', () => {
    const report = [
      ['v', { type: 'inbound-rtp', kind: 'video', packetsReceived: 9, packetsLost: 9, jitter: 9 }],
      ['a', { type: 'inbound-rtp', kind: 'audio', packetsReceived: 100, packetsLost: 2, jitter: 0.01 }],
      ['r', { type: 'remote-inbound-rtp', kind: 'audio', roundTripTime: 0.05 }],
    ] as [string, unknown][];
    expect(countsOf(report, 7)).toEqual({ at: 7, received: 100, lost: 2, jitter: 0.01, roundTrip: 0.05 });
    expect(countsOf([], 7)).toBeNull();
  });
});
