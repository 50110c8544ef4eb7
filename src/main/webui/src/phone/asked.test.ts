import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { doAsked, type PhoneAnswer, type PhoneAsked } from './asked';
import { controls, usePhoneStore } from './phone';
import { silent, type PhoneCall } from './phoneState';

const answers: PhoneAnswer[] = [];
const asked = (action: PhoneAsked['action'], inMs = 4000): PhoneAsked => ({ ask: 'q1', action, until: new Date(Date.now() + inMs).toISOString() });
const ask = (question: PhoneAsked) => doAsked(question, (answer) => answers.push(answer));
const call = (part: Partial<PhoneCall> = {}) => usePhoneStore.setState({ ...silent, mode: 'browser', call: { stage: 'talking', held: false, muted: false, ...part } });
const say = usePhoneStore.getState().say;

beforeEach(() => {
  vi.useFakeTimers();
  answers.length = 0;
  for (const control of ['answer', 'hold', 'resume', 'mute', 'unmute'] as const) vi.spyOn(controls, control).mockImplementation(() => undefined);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  usePhoneStore.setState({ ...silent });
});

describe('a phone that is asked by the service', () => {
  it('does it and answers when it is done', () => {
    call();
    ask(asked('hold'));
    expect(controls.hold).toHaveBeenCalledOnce();
    expect(answers).toEqual([]);
    say({ type: 'held', held: true });
    expect(answers).toEqual([{ type: 'phone', ask: 'q1' }]);
    say({ type: 'held', held: false });
    expect(answers).toHaveLength(1);
  });

  it('answers at once when it is so already', () => {
    call({ muted: true });
    ask(asked('mute'));
    expect(controls.mute).not.toHaveBeenCalled();
    expect(answers).toEqual([{ type: 'phone', ask: 'q1' }]);
  });

  it('is silent without a call, and when it comes too late', () => {
    usePhoneStore.setState({ ...silent, mode: 'browser' });
    ask(asked('hold'));
    call();
    ask(asked('hold', -1));
    ask({ ...asked('hold'), until: 'whenever' });
    expect(controls.hold).not.toHaveBeenCalled();
    expect(answers).toEqual([]);
  });

  it('takes what rings, and says when there is no microphone', () => {
    call({ stage: 'ringing' });
    ask(asked('answer'));
    expect(controls.answer).toHaveBeenCalledOnce();
    say({ type: 'answering' });
    say({ type: 'talking' });
    expect(answers).toEqual([{ type: 'phone', ask: 'q1' }]);

    call({ stage: 'ringing' });
    ask(asked('answer'));
    say({ type: 'answering' });
    say({ type: 'microphone', microphone: 'refused' });
    expect(answers[1]).toEqual({ type: 'phone', ask: 'q1', problem: 'no-microphone' });
  });

  it('says what cannot be: nothing to hold yet, the call over, no effect', () => {
    call({ stage: 'ringing' });
    ask(asked('hold'));
    expect(answers.pop()?.problem).toBe('not-now');
    call();
    ask(asked('hold'));
    say({ type: 'over' });
    expect(answers.pop()?.problem).toBe('not-now');
    call();
    ask(asked('hold'));
    vi.advanceTimersByTime(3999);
    expect(answers).toEqual([{ type: 'phone', ask: 'q1', problem: 'failed' }]);
  });
});
