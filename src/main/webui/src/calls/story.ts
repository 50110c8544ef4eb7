import type { CallView } from '../shared/api/types';

export type StoryKind = 'wait' | 'ring' | 'missed' | 'talk';

export interface StoryPiece {
  kind: StoryKind;
  from: number;
  to: number;
  /** How an offer ended, for its tool tip. */
  outcome?: string;
}

/** One line of the story: the caller's waiting in a queue, or what one agent did. */
export interface StoryLane {
  queue?: string;
  agent?: string;
  pieces: StoryPiece[];
}

export interface Story {
  from: number;
  to: number;
  lanes: StoryLane[];
}

/** A call as lanes over time: each queue visit's wait, then each agent's rings and talk in the order they came in. */
export function storyOf(call: CallView, nowMs: number): Story {
  const from = Date.parse(call.startedAt);
  const to = call.endedAt ? Date.parse(call.endedAt) : Math.max(nowMs, from);
  const end = (iso: string | null | undefined) => (iso ? Date.parse(iso) : to);
  const lanes: StoryLane[] = call.visits.map((v) => ({
    queue: v.queue,
    pieces: [{ kind: 'wait', from: Date.parse(v.joinedAt), to: end(v.leftAt) }],
  }));
  const agents = new Map<string, StoryLane>();
  const lane = (agent: string) => {
    let found = agents.get(agent);
    if (!found) {
      found = { agent, pieces: [] };
      agents.set(agent, found);
    }
    return found;
  };
  for (const offer of call.visits.flatMap((v) => v.offers)) {
    const at = Date.parse(offer.at);
    const taken = !offer.outcome || offer.outcome === 'answered';
    lane(offer.agent).pieces.push({
      kind: taken ? 'ring' : 'missed',
      from: at,
      to: offer.ringMs === null || offer.ringMs === undefined ? to : at + offer.ringMs,
      ...(offer.outcome ? { outcome: offer.outcome } : {}),
    });
  }
  // A call from a desk phone meets no queue: what rang was the other end.
  const dialling = call.direction === 'inbound' ? null : (call.agents[0] ?? call.from);
  if (dialling && call.ringMs) {
    const until = call.answeredAt ? Date.parse(call.answeredAt) : to;
    lane(dialling).pieces.push({ kind: 'ring', from: Math.max(from, until - call.ringMs), to: until });
  }
  for (const segment of call.segments) lane(segment.agent).pieces.push({ kind: 'talk', from: Date.parse(segment.from), to: end(segment.to) });
  return { from, to: Math.max(to, from + 1), lanes: [...lanes, ...agents.values()] };
}
