import { describe, expect, it } from 'vitest';
import { toggled } from './timelineText';

const offered = ['call', 'ticket', 'note'] as const;

describe('what the timeline is narrowed to', () => {
  it.each([
    [[], 'call', ['call']],
    [['call'], 'note', ['call', 'note']],
    [['note'], 'call', ['call', 'note']],
    [['call'], 'call', []],
    [['call', 'note'], 'ticket', []],
  ] as const)('%j and a press on %s is %j', (chosen, kind, next) => {
    expect(toggled<string>(chosen, kind, offered)).toEqual(next);
  });
});
