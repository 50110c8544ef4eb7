import { describe, expect, it } from 'vitest';
import { silent, step, type PhoneEvent } from './phoneState';

const after = (...events: PhoneEvent[]) => events.reduce(step, silent);
const browser: PhoneEvent = { type: 'mode', mode: 'browser', offered: true };
const ready: PhoneEvent = { type: 'line', line: 'ready' };

describe('the phone', () => {
  it('rings, is answered, held, muted and hung up', () => {
    const ringing = after(browser, ready, { type: 'rings' });
    expect(ringing.call).toEqual({ stage: 'ringing', held: false, muted: false });
    const talking = [{ type: 'answering' }, { type: 'talking' }, { type: 'held', held: true }, { type: 'muted', muted: true }] satisfies PhoneEvent[];
    expect(talking.reduce<typeof ringing>(step, ringing).call).toEqual({ stage: 'talking', held: true, muted: true });
    expect([...talking, { type: 'over' } as const].reduce<typeof ringing>(step, ringing)).toMatchObject({ call: null, quality: null, line: 'ready' });
  });

  it.each(['missing', 'refused', 'busy', 'insecure'] as const)('goes on ringing when the microphone is %s', (microphone) => {
    const state = after(browser, ready, { type: 'rings' }, { type: 'answering' }, { type: 'microphone', microphone });
    expect(state.call?.stage).toBe('ringing');
    expect(state.microphone).toBe(microphone);
    expect(step(state, { type: 'answering' }).call?.stage).toBe('answering');
  });

  it.each([
    { type: 'line', line: 'lost' },
    { type: 'line', line: 'elsewhere' },
    { type: 'failed', why: 'pbx-unavailable' },
    { type: 'line', line: 'starting' },
  ] satisfies PhoneEvent[])('keeps a call when the line is gone: %j', (event) => {
    const state = step(after(browser, ready, { type: 'rings' }, { type: 'talking' }), event);
    expect(state.call?.stage).toBe('talking');
  });

  it.each([{ type: 'talking' }, { type: 'held', held: true }, { type: 'muted', muted: true }, { type: 'answering' }] satisfies PhoneEvent[])(
    'hears nothing of a call that is over: %j',
    (late) => {
      const over = after(browser, ready, { type: 'rings' }, { type: 'over' });
      expect(step(over, late)).toEqual(over);
    },
  );

  it('says why it failed until it is tried again', () => {
    const failed = after(browser, { type: 'failed', why: 'pbx-unavailable' });
    expect(failed).toMatchObject({ line: 'failed', why: 'pbx-unavailable' });
    expect(step(failed, { type: 'line', line: 'starting' }).why).toBeNull();
    expect(step(failed, { type: 'mode', mode: 'desk', offered: true })).toMatchObject({ line: 'off', why: null });
  });
});
