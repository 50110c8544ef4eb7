import { describe, expect, it } from 'vitest';
import type { AgentStateView, CallView, Pop } from '../shared/api/types';
import { apply, currentPop, emptyDesk, shownState, type DeskState } from './deskState';
import { parseMessage, type DeskMessage } from './messages';

const at = '2026-11-22T08:00:00Z';
const agent = (state: AgentStateView['state'], callId: string | null = null): AgentStateView => ({ state, since: at, callId, pending: false, phoneReachable: true });
const pop = (id: string, complete = true, customers: Pop['customers'] = []): Pop => ({
  call: { id, direction: 'inbound', queue: 'support', ringingAt: at, waitedMs: 3000 },
  caller: { raw: '13812345678', e164: '+8613812345678', name: null, withheld: false },
  customers, tickets: [], recentCalls: [], complete,
});
const call = (id: string, more: Partial<CallView> = {}): CallView => ({
  id, pbx: 'main', direction: 'inbound', withheld: false, agents: [], startedAt: at, visits: [], segments: [], legs: [], handovers: [], recovered: false, ticketIds: [], recordings: [], ...more,
});
const run = (...messages: DeskMessage[]): DeskState => messages.reduce(apply, emptyDesk);
const popMessage = (seq: number, p: Pop): DeskMessage => ({ type: 'pop', seq, ...p });

describe('the desk', () => {
  it('shows the pop while the phone rings, and the agent’s state beside it', () => {
    const desk = run(
      { type: 'snapshot', seq: 10, agent: agent('available'), calls: [], pops: [] },
      popMessage(11, pop('c1')),
      { type: 'agent', seq: 12, agent: agent('ringing', 'c1') },
    );
    expect(currentPop(desk)?.call.id).toBe('c1');
    expect(desk.agent?.state).toBe('ringing');
  });

  it('shows a phone ringing from the pop on, and no longer than the pop is there', () => {
    const waiting: DeskMessage = { type: 'snapshot', seq: 10, agent: agent('available'), calls: [], pops: [] };
    expect(shownState(run(waiting))).toBe('available');
    expect(shownState(run(waiting, popMessage(11, pop('c1'))))).toBe('ringing');
    expect(shownState(run(waiting, popMessage(11, pop('c1')), { type: 'call', seq: 12, call: call('c1'), gone: true }))).toBe('available');
    expect(shownState(run(waiting, popMessage(11, pop('c1')), { type: 'agent', seq: 12, agent: agent('on-call', 'c1') }))).toBe('on-call');
  });

  it('completes a bare pop by the second one of the same call', () => {
    const card = { id: 'x', name: 'X', kind: 'person' as const, vip: false, tags: [], phones: [] };
    const desk = run(popMessage(1, pop('c1', false)), popMessage(2, pop('c1', true, [card])));
    expect(desk.pops).toHaveLength(1);
    expect(currentPop(desk)?.complete).toBe(true);
  });

  it('ignores what it has heard already', () => {
    const once = run({ type: 'snapshot', seq: 5, agent: agent('ringing', 'c1'), calls: [], pops: [pop('c1')] });
    expect(apply(once, { type: 'agent', seq: 5, agent: agent('offline') })).toBe(once);
    expect(apply(once, { type: 'agent', seq: 4, agent: agent('offline') })).toBe(once);
  });

  it('takes a snapshot whatever its number: the service may have started anew', () => {
    const desk = run({ type: 'snapshot', seq: 900, agent: agent('on-call', 'c1'), calls: [], pops: [pop('c1')] }, { type: 'snapshot', seq: 3, agent: agent('offline'), calls: [], pops: [] });
    expect(desk).toMatchObject({ seq: 3, pops: [], call: null });
  });

  it('takes the pop away when the call rings on elsewhere', () => {
    const desk = run(popMessage(1, pop('c1')), { type: 'call', seq: 2, call: call('c1'), gone: true });
    expect(desk.pops).toEqual([]);
  });

  it('keeps the pop through talk and wrap-up, and clears it when the agent is free', () => {
    const talking = run(
      popMessage(1, pop('c1')),
      { type: 'agent', seq: 2, agent: agent('on-call', 'c1') },
      { type: 'call', seq: 3, call: call('c1', { customerId: 'x' }), gone: false },
      { type: 'agent', seq: 4, agent: agent('wrap-up', 'c1') },
    );
    expect(currentPop(talking)?.call.id).toBe('c1');
    expect(talking.call?.customerId).toBe('x');
    const free = apply(talking, { type: 'agent', seq: 5, agent: agent('available') });
    expect(free).toMatchObject({ call: null, pops: [] });
  });

  it('does not let another call’s news replace the one in hand', () => {
    const desk = run(
      { type: 'snapshot', seq: 1, agent: agent('on-call', 'c1'), calls: [call('c1')], pops: [] },
      { type: 'call', seq: 2, call: call('c2'), gone: false },
    );
    expect(desk.call?.id).toBe('c1');
  });
});

describe('parseMessage', () => {
  it.each(['', 'null', '[]', '{"type":"pop"}', '{"seq":"1","type":"agent","agent":{}}', '{"seq":1,"type":"pop","call":{}}', '{"seq":1,"type":"news"}', '{"type":"pong"}'])(
    'takes nothing from %s',
    (text) => expect(parseMessage(text)).toBeNull(),
  );

  it('keeps the chosen customer through news of the telephone alone', () => {
    const desk = run(
      { type: 'snapshot', seq: 1, agent: agent('on-call', 'c1'), calls: [call('c1', { customerId: 'x', customerName: 'X' })], pops: [] },
      { type: 'call', seq: 2, call: call('c1', { answeredAt: at }), gone: false },
    );
    expect(desk.call).toMatchObject({ customerId: 'x', customerName: 'X', answeredAt: at });
  });
});
