import { describe, expect, it } from 'vitest';
import { agent, alarm, at, call, figures, interval, queue, snapshot } from './board.fake';
import { emptyBoard, fold, type BoardState } from './boardState';
import { parseBoardMessage, type BoardMessage } from './messages';

const told = (...messages: BoardMessage[]): BoardState => messages.reduce(fold, emptyBoard);
const waiting = (id: string) => ({ since: at(0), ringing: [], call: call(id) });

describe('the board’s state', () => {
  it('is the snapshot, whatever was known before', () => {
    const state = told(snapshot(7, { queues: [queue('support')], agents: [agent(1, 'Wei')] }), snapshot(3, { queues: [queue('sales')] }));
    expect(state.seq).toBe(3);
    expect(state.queues.map((q) => q.name)).toEqual(['sales']);
    expect(state.agents).toEqual([]);
  });

  it('is not an older snapshot that was kept for those who resume', () => {
    const state = told({ ...snapshot(7, { queues: [queue('support')] }), at: at(60) });
    expect(fold(state, { ...snapshot(8, { queues: [] }), at: at(30) })).toBe(state);
  });

  it('hears nothing before the first snapshot, and nothing twice', () => {
    const news: BoardMessage = { seq: 4, type: 'agent', at: at(1), agent: agent(1, 'Wei', { state: 'break' }) };
    expect(told(news)).toBe(emptyBoard);
    const state = told(snapshot(5, { agents: [agent(1, 'Wei')] }));
    expect(fold(state, news)).toBe(state);
  });

  it('replaces a queue, but keeps the quarters that did not change, in their order', () => {
    const before = queue('support', { intervals: [interval(at(0), { offered: 3 }), interval(at(900), { offered: 1 })] });
    const after = queue('support', { waitingCount: 2, today: figures({ offered: 6 }), intervals: [interval(at(1800), { offered: 1 }), interval(at(900), { offered: 2 })] });
    const state = told(snapshot(1, { queues: [before, queue('sales')] }), { seq: 2, type: 'queue', at: at(5), queue: after });
    expect(state.queues[0]?.intervals.map(({ from, offered }) => [from, offered])).toEqual([[at(0), 3], [at(900), 2], [at(1800), 1]]);
    expect(state.queues[0]?.waitingCount).toBe(2);
    expect(state.queues[1]).toEqual(queue('sales'));
  });

  it('replaces an agent in its place', () => {
    const state = told(snapshot(1, { agents: [agent(1, 'Wei'), agent(2, 'Anna')] }), { seq: 2, type: 'agent', at: at(1), agent: agent(1, 'Wei', { state: 'on-call' }) });
    expect(state.agents.map((a) => a.state)).toEqual(['on-call', 'available']);
  });

  it('knows more of a call wherever it is shown', () => {
    const known = call('c1', { customers: [{ id: 'k', name: 'Acme', contactName: null, vip: false }], onHold: true });
    const state = told(
      snapshot(1, { queues: [queue('support', { waiting: [waiting('c1'), waiting('c2')] })], agents: [agent(1, 'Wei', { call: { since: at(2), call: call('c1') } }), agent(2, 'Anna')] }),
      { seq: 2, type: 'call', at: at(3), call: known },
    );
    expect(state.queues[0]?.waiting.map((w) => w.call.customers.length)).toEqual([1, 0]);
    expect(state.agents[0]?.call).toEqual({ since: at(2), call: known });
  });

  it('raises an alarm once, and takes it away when it is over', () => {
    const raised = told(snapshot(1), { seq: 2, type: 'alarm', at: at(1), alarm: alarm() }, { seq: 3, type: 'alarm', at: at(1), alarm: alarm({ kind: 'longest-wait' }) });
    expect(raised.alarms.map((a) => a.kind)).toEqual(['waiting', 'longest-wait']);
    const over = fold(raised, { seq: 4, type: 'alarm', at: at(20), alarm: alarm({ over: at(20) }) });
    expect(over.alarms.map((a) => a.kind)).toEqual(['longest-wait']);
    expect(over.news).toEqual([alarm({ over: at(20) })]);
  });

  it('tells as news what a snapshot brings of alarms, and says nothing again that stood before', () => {
    const first = told(snapshot(1, { alarms: [alarm()] }));
    expect(first.news).toEqual([alarm()]);
    const again = fold(first, snapshot(9, { alarms: [alarm()] }));
    expect(again.news).toBe(first.news);
    expect(fold(again, snapshot(12, { at: at(60) })).news).toEqual([alarm({ over: at(60) })]);
  });
});

describe('a frame', () => {
  it.each([
    'not json', '1', '{"seq":1}', '{"type":"agent","agent":{"userId":"u"}}', '{"seq":1,"type":"agent"}', '{"seq":1,"type":"snapshot","queues":[]}', '{"seq":1,"type":"weather","agent":{}}',
  ])('that says nothing known is passed over: %s', (frame) => expect(parseBoardMessage(frame)).toBeNull());

  it('is read', () => {
    for (const message of [snapshot(1), { seq: 2, type: 'call', at: at(0), call: call('c') }, { seq: 3, type: 'alarm', at: at(0), alarm: alarm() }])
      expect(parseBoardMessage(JSON.stringify(message))).toEqual(message);
  });
});
