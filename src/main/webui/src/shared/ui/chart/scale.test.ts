import { describe, expect, it } from 'vitest';
import { linePath, nearest, niceMax, places, stacked, summary } from './scale';

describe('a chart’s scale', () => {
  it('ends at a round figure', () => {
    expect(niceMax([3, null, 4.2], 1)).toBe(5);
    expect(niceMax([5], 1)).toBe(5);
    expect(niceMax([0.7], 0.1)).toBe(1);
    expect(niceMax([1234], 1)).toBe(2000);
    expect(niceMax([], 10)).toBe(10);
    expect(niceMax([0, 2], 10)).toBe(10);
  });

  it('puts the newest at the right, whatever came before', () => {
    expect(places([0, 50, 100], 100)).toEqual([0, 0.5, 1]);
    expect(places([90, 100], 100)).toEqual([0.9, 1]);
    expect(places([], 100)).toEqual([]);
  });

  it('breaks the line where nothing is known', () => {
    expect(linePath([0, 0.25, 0.5, 1], [0, 5, null, 10], 10, 100, 10)).toEqual({ line: 'M0.0 10.0L25.0 5.0', dots: 'M100.0 0.0h.01' });
    expect(linePath([], [], 10, 100, 10)).toEqual({ line: '', dots: '' });
  });

  it('cuts what is beyond the scale', () => {
    expect(linePath([0, 1], [50, 50], 10, 100, 10)).toEqual({ line: 'M0.0 0.0L100.0 0.0', dots: '' });
  });

  it('finds the point next to the pointer', () => {
    expect(nearest([0, 0.5, 1], 0.6)).toBe(1);
    expect(nearest([], 0.6)).toBe(-1);
  });

  it('piles one upon the other', () => {
    expect(stacked([[2, 0], [1, 3]])).toEqual([[[0, 2], [0, 0]], [[2, 3], [0, 3]]]);
    expect(stacked([])).toEqual([]);
  });

  it('tells the newest and the largest value', () => {
    expect(summary([1, 9, null, 3, null])).toEqual({ last: 3, most: 9 });
    expect(summary([null])).toEqual({ last: null, most: null });
  });
});
