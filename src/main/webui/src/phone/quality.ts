/** How a call sounds, judged from what the browser counts. Pure. */
export interface Counts {
  /** Milliseconds, of any clock. */
  at: number;
  received: number;
  lost: number;
  /** Seconds, as the browser says. */
  jitter: number;
  /** Seconds; null while the other side has not reported. */
  roundTrip: number | null;
}

export interface Quality {
  lossPercent: number;
  jitterMs: number;
  roundTripMs: number | null;
  verdict: 'good' | 'bad' | 'silent';
}

/** From here on people ask each other to repeat (ITU-T G.114 for delay; loss and jitter are what Opus hides no more). */
const BAD = { lossPercent: 5, jitterMs: 60, roundTripMs: 400 };

/** What the time between two looks was like; `silent`, when nothing arrived in it though something should. */
export function judge(before: Counts, now: Counts, silenceExpected: boolean): Quality {
  const received = Math.max(0, now.received - before.received);
  const lost = Math.max(0, now.lost - before.lost);
  const lossPercent = received + lost === 0 ? 0 : (100 * lost) / (received + lost);
  const jitterMs = now.jitter * 1000;
  const roundTripMs = now.roundTrip === null ? null : now.roundTrip * 1000;
  const bad = lossPercent >= BAD.lossPercent || jitterMs >= BAD.jitterMs || (roundTripMs ?? 0) >= BAD.roundTripMs;
  const silent = received === 0 && !silenceExpected;
  return { lossPercent, jitterMs, roundTripMs, verdict: silent ? 'silent' : bad ? 'bad' : 'good' };
}

/** The sound's part of a connection's report; null while there is none. */
export function countsOf(report: Iterable<[string, unknown]>, at: number): Counts | null {
  let counts: Counts | null = null;
  let roundTrip: number | null = null;
  for (const [, entry] of report) {
    const stat = entry as { type: string; kind?: string; packetsReceived?: number; packetsLost?: number; jitter?: number; roundTripTime?: number };
    if (stat.kind !== 'audio') continue;
    if (stat.type === 'inbound-rtp') {
      counts = { at, received: stat.packetsReceived ?? 0, lost: stat.packetsLost ?? 0, jitter: stat.jitter ?? 0, roundTrip: null };
    } else if (stat.type === 'remote-inbound-rtp') {
      roundTrip = stat.roundTripTime ?? null;
    }
  }
  return counts && { ...counts, roundTrip };
}
