import { describe, expect, it } from 'vitest';
import { parseSearch, stringifySearch } from '../../go';
import { dayRange, isView, nextSort, sortDirection, windowOf, withFilters } from './listState';

describe('the list in the URL', () => {
  it('keeps strings as they are, without JSON quotes', () => {
    expect(stringifySearch({ agent: '1001', q: 'Ä&=', empty: '' })).toBe('?agent=1001&q=%C3%84%26%3D');
    expect(parseSearch('?agent=1001&q=%C3%84%26%3D')).toEqual({ agent: '1001', q: 'Ä&=' });
    expect(stringifySearch({})).toBe('');
  });

  it('drops cleared filters and keeps the others', () => {
    expect(withFilters({ q: 'x', status: 'open' }, { status: undefined, type: 'repair' })).toEqual({ q: 'x', type: 'repair' });
  });

  it('sorts up, down, then in the list’s own order', () => {
    expect(nextSort(undefined, 'name')).toBe('name');
    expect(nextSort('name', 'name')).toBe('-name');
    expect(nextSort('-name', 'name')).toBeUndefined();
    expect(nextSort('-createdAt', 'name')).toBe('name');
    expect(sortDirection('-name', 'name')).toBe('descending');
    expect(sortDirection('name', undefined)).toBe('none');
  });

  it('turns days of the reader’s zone into a half-open range of instants', () => {
    const { from, to } = dayRange('2026-11-01', '2026-11-01');
    expect(Date.parse(String(to)) - Date.parse(String(from))).toBe(86_400_000);
    expect(new Date(String(from)).getHours()).toBe(0);
    expect(dayRange('yesterday', undefined)).toEqual({ from: undefined, to: undefined });
  });

  it('knows which view is shown', () => {
    const keys = ['status', 'assignee'];
    expect(isView({ status: 'open', sort: 'name' }, { status: 'open' }, keys)).toBe(true);
    expect(isView({ status: 'open', assignee: 'me' }, { status: 'open' }, keys)).toBe(false);
    expect(isView({}, {}, keys)).toBe(true);
  });

  it('renders only rows near the window', () => {
    expect(windowOf(0, 360, 36, 1000, 2)).toEqual({ first: 0, last: 12 });
    expect(windowOf(3600, 360, 36, 1000, 2)).toEqual({ first: 98, last: 112 });
    expect(windowOf(99_999, 360, 36, 5, 2)).toEqual({ first: 5, last: 5 });
  });
});
