import { describe, expect, it } from 'vitest';
import type { ScriptStep } from '../shared/api/types';
import { BOX, exitsOf, fitting, flowOf } from './flow';

const step = (key: string, next: string | null, more: Partial<ScriptStep> = {}): ScriptStep => ({ key, title: key, text: key, questions: [], branches: [], next, ...more });
const ask = { key: 'q', kind: 'yes-no' as const, label: 'q', required: true, choices: [] };
const word = (_: ScriptStep, __: string, value: string) => value;

describe('the picture of a script', () => {
  const steps = [
    step('a', 'c', { questions: [ask], branches: [{ question: 'q', value: 'yes', next: 'b' }] }),
    step('b', 'a'),
    step('c', null),
    step('lost', 'c'),
  ];
  const flow = flowOf(steps, word);

  it('has every step once, below the one it follows', () => {
    expect(flow.nodes.map((n) => n.key).toSorted()).toEqual(['a', 'b', 'c', 'lost']);
    const y = (key: string) => flow.nodes.find((n) => n.key === key)?.y ?? 0;
    expect(y('lost')).toBeLessThan(y('c'));
    expect(y('a')).toBeLessThan(y('b'));
    expect(flow.nodes.find((n) => n.key === 'lost')?.reached).toBe(false);
    expect(flow.nodes.filter((n) => n.ends).map((n) => n.key)).toEqual(['c']);
  });

  it('names the answer that leads along a way, and marks ways back', () => {
    expect(flow.edges.find((e) => e.from === 'a' && e.to === 'b')?.label).toBe('yes');
    expect(flow.edges.find((e) => e.from === 'a' && e.to === 'c')?.label).toBeNull();
    expect(flow.edges.filter((e) => e.back).map((e) => `${e.from}>${e.to}`)).toEqual(['b>a']);
  });

  it('keeps boxes apart and within the picture', () => {
    for (const one of flow.nodes) {
      expect(one.x + BOX.width).toBeLessThanOrEqual(flow.width);
      expect(one.y + BOX.height).toBeLessThanOrEqual(flow.height);
      for (const other of flow.nodes) if (one !== other && one.y === other.y) expect(Math.abs(one.x - other.x)).toBeGreaterThan(BOX.width);
    }
  });

  it('stands below everything that leads to it, whatever the ways back', () => {
    const diamond = flowOf([step('a', 'd', { questions: [ask], branches: [{ question: 'q', value: 'yes', next: 'b' }] }), step('b', 'd'), step('d', null)], word);
    expect(diamond.edges.some((e) => e.back)).toBe(false);
    expect(new Set(diamond.nodes.map((n) => n.y)).size).toBe(3);
    const circle = flowOf([step('a', 'b'), step('b', 'a'), step('c', 'c')], word);
    expect(circle.edges.filter((e) => e.back).map((e) => `${e.from}>${e.to}`).toSorted()).toEqual(['b>a', 'c>c']);
  });

  it('draws no way that no answer leads along', () => {
    const both = ['yes', 'no'].map((value) => ({ question: 'q', value, next: 'b' }));
    expect(exitsOf(step('a', 'c', { questions: [ask], branches: both })).map((e) => e.to)).toEqual(['b', 'b']);
  });

  it('draws a script that is half written, too', () => {
    expect(flowOf([step('a', 'gone')], word).edges).toEqual([]);
    expect(flowOf([], word).nodes).toEqual([]);
  });

  it('cuts long titles, Chinese ones sooner', () => {
    expect(fitting('Greeting')).toBe('Greeting');
    expect(fitting('Greeting and more words')).toBe('Greeting and more…');
    expect(fitting('问候客户并确认来电身份信息')).toBe('问候客户并确认来…');
  });
});
