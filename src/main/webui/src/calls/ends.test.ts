import { describe, expect, it } from 'vitest';
import type { CallView } from '../shared/api/types';
import { colleaguesOf, numberToDial } from './ends';
import { enderOf } from './ended';

describe('the colleagues of an internal call', () => {
  const call = { from: '1001', to: '1004' };
  it.each([
    [null, ['1001', '1004']],
    ['1009', ['1001', '1004']],
    ['1001', ['1004']],
    ['1004', ['1001']],
  ])('read by %s are %j', (me, names) => expect(colleaguesOf(call, me)).toEqual(names));

  it('are oneself in a call to oneself', () => expect(colleaguesOf({ from: '1001', to: '1001' }, '1001')).toEqual(['1001', '1001']));
});

describe('who ended a call', () => {
  const call = { direction: 'outbound' as const, from: '1001', to: '+8613812345678', agents: ['1001'] };
  it('is the other party where the service says caller, also when we called', () => {
    expect(enderOf({ ...call, endedBy: 'caller' })).toEqual({ who: 'them' });
    expect(enderOf({ ...call, direction: 'inbound', endedBy: 'caller' })).toEqual({ who: 'them' });
  });

  it('is our agent, named where there was only one', () => {
    expect(enderOf({ ...call, endedBy: 'agent' })).toEqual({ who: 'us', agent: '1001' });
    expect(enderOf({ ...call, agents: ['1001', '1002'], endedBy: 'agent' })).toEqual({ who: 'us', agent: null });
  });

  it('is one of two colleagues in an internal call', () => {
    const internal = { ...call, direction: 'internal' as const, to: '1004' };
    expect(enderOf({ ...internal, endedBy: 'caller' })).toEqual({ who: 'us', agent: '1001' });
    expect(enderOf({ ...internal, endedBy: 'agent' })).toEqual({ who: 'us', agent: '1004' });
  });

  it('is nobody while the call goes on', () => expect(enderOf({ ...call, endedBy: null })).toBeNull());
});

describe('whom to call again', () => {
  const call = { direction: 'inbound', withheld: false, from: '13812345678', fromE164: '+8613812345678', to: '4008001000', toE164: null } as never as CallView;
  it('is the outside number in either direction, unless it is hidden', () => {
    expect(numberToDial(call, '1001')).toBe('+8613812345678');
    expect(numberToDial({ ...call, direction: 'outbound', to: '021 6335 0077', toE164: '+862163350077' }, '1001')).toBe('+862163350077');
    expect(numberToDial({ ...call, withheld: true }, '1001')).toBeNull();
  });

  it('is the one colleague of an internal call, never oneself', () => {
    const internal = { ...call, direction: 'internal' as const, from: '1001', to: '1004' };
    expect(numberToDial(internal, '1001')).toBe('1004');
    expect(numberToDial(internal, '1004')).toBe('1001');
    expect(numberToDial(internal, '1009')).toBeNull();
    expect(numberToDial({ ...internal, to: '1001' }, '1001')).toBeNull();
  });
});
