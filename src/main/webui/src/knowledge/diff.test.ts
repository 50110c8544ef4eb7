import { describe, expect, it } from 'vitest';
import { diffLines } from './diff';

const told = (before: string, after: string) => diffLines(before, after).map(({ kind, text }) => `${{ same: ' ', gone: '-', new: '+' }[kind]}${text}`);

describe('diffLines', () => {
  it('tells which lines went and which came', () => {
    expect(told('a\nb\nc', 'a\nx\nc\nd')).toEqual([' a', '-b', '+x', ' c', '+d']);
  });
  it('finds nothing between equal texts', () => {
    expect(told('a\nb', 'a\nb')).toEqual([' a', ' b']);
  });
  it('compares very long texts as a whole', () => {
    expect(diffLines('a\n'.repeat(2000), 'b')).toHaveLength(2002);
  });
});
