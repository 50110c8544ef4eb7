import { describe, expect, it } from 'vitest';
import { parseSearch, stringifySearch } from '../../go';
import { phoneColumns } from './Cells';
import { keptKeys, shownKeys } from './columns';
import { isKept } from './savedViews';
import { dayAt, dayRange, isView, nextSort, sortDirection, viewSearch, windowOf, withFilters } from './listState';

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

  it('knows days that move with the calendar', () => {
    const now = new Date(2026, 10, 22, 15, 30).getTime();
    expect(dayAt('today', now)).toEqual(new Date(2026, 10, 22));
    expect(dayAt('today-22', now)).toEqual(new Date(2026, 9, 31));
    expect(dayAt('2026-02-30x', now)).toBeNull();
    expect(dayAt('today-', now)).toBeNull();
    expect(dayRange('today-6', 'today', now)).toEqual({ from: new Date(2026, 10, 16).toISOString(), to: new Date(2026, 10, 23).toISOString() });
  });

  it('keeps of a view what narrows and orders it, in a steady order', () => {
    expect(viewSearch({ view: 'x', status: 'open', sort: '-dueAt', q: 'a b', other: '1', kind: '' }, ['status', 'kind'])).toBe('q=a+b&sort=-dueAt&status=open');
  });

  it('knows whether a kept view was changed', () => {
    const view = { id: 'v', list: 'calls', name: 'n', search: 'queue=support', columns: ['who', 'wait'], version: 0 };
    expect(isKept(view, { search: 'queue=support', columns: ['wait', 'who'] })).toBe(true);
    expect(isKept(view, { search: 'queue=sales', columns: ['wait', 'who'] })).toBe(false);
    expect(isKept(view, { search: 'queue=support', columns: null })).toBe(false);
    expect(isKept({ ...view, columns: null }, { search: 'queue=support', columns: null })).toBe(true);
  });

  it('shows the chosen columns, the first always', () => {
    const all = [{ key: 'who' }, { key: 'wait' }, { key: 'created', optional: true }];
    expect(shownKeys(all, {})).toEqual(['who', 'wait']);
    expect(shownKeys(all, { who: false, wait: false, created: true })).toEqual(['who', 'created']);
    expect(keptKeys(all, ['who', 'wait'])).toBeNull();
    expect(keptKeys(all, ['who'])).toEqual(['who']);
  });

  it('puts a phone’s row in the order it is read', () => {
    const columns = [{ key: 'at', phone: 'aside' as const }, { key: 'who', phone: 'lead' as const }, { key: 'did', phone: 'below' as const }, { key: 'more' }];
    expect(phoneColumns(columns).map((c) => c.key)).toEqual(['who', 'at', 'did']);
    expect(phoneColumns([{ key: 'name' }, { key: 'x' }]).map((c) => c.key)).toEqual(['name']);
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
