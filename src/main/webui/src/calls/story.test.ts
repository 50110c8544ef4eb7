import { describe, expect, it } from 'vitest';
import type { CallView } from '../shared/api/types';
import { storyOf } from './story';

const at = (seconds: number) => new Date(Date.UTC(2026, 10, 22, 8, 0, seconds)).toISOString();
const call: CallView = {
  id: 'c', pbx: 'main', direction: 'inbound', withheld: false, agents: ['1002'], startedAt: at(0), endedAt: at(60), recovered: false, legs: [], handovers: [], ticketIds: [], recordings: [],
  visits: [{ queue: 'support', joinedAt: at(1), leftAt: at(30), offers: [{ agent: '1001', at: at(2), ringMs: 15_000, outcome: 'no-answer' }, { agent: '1002', at: at(20), ringMs: 10_000, outcome: 'answered' }] }],
  segments: [{ agent: '1002', from: at(30), to: at(60) }],
};

describe('a call’s story', () => {
  it('has a lane for the queue and one for each agent, in order', () => {
    expect(storyOf(call, 0).lanes.map((l) => [l.queue ?? l.agent, l.pieces.map((p) => p.kind)])).toEqual([
      ['support', ['wait']],
      ['1001', ['missed']],
      ['1002', ['ring', 'talk']],
    ]);
  });

  it('shows how long the other end rang when we called', () => {
    const out: CallView = { ...call, direction: 'outbound', from: '1001', agents: [], visits: [], segments: [], ringMs: 40_000, answeredAt: null };
    expect(storyOf(out, 0).lanes).toEqual([{ agent: '1001', pieces: [{ kind: 'ring', from: Date.parse(at(20)), to: Date.parse(at(60)) }] }]);
  });

  it('runs on until now while the call does', () => {
    const open = { ...call, endedAt: null, segments: [{ agent: '1002', from: at(30), to: null }] };
    const story = storyOf(open, Date.parse(at(90)));
    expect(story.to).toBe(Date.parse(at(90)));
    expect(story.lanes.at(-1)?.pieces.at(-1)?.to).toBe(Date.parse(at(90)));
  });
});
