import { describe, expect, it } from 'vitest';
import type { SearchHit } from '../shared/api/types';
import type { Room } from '../session/session';
import { numberIn, rowsOf } from './search';

const hit = (id: string): SearchHit => ({ id, title: { text: id, marks: [] }, titleParams: {}, tags: [], vip: false });
const found = {
  groups: [
    { kind: 'customer', items: [hit('c1')], more: true },
    { kind: 'queue', items: [hit('support')], more: false },
    { kind: 'planet', items: [hit('mars')], more: false },
  ],
};
const pages = [{ room: 'customers' as Room, path: '/customers', label: 'Customers' }, { room: 'audit' as Room, path: '/admin/audit', label: 'Audit log' }];

describe('rowsOf', () => {
  it('leaves out what this person has no room to open in, and kinds it does not know', () => {
    const groups = rowsOf(found, 'zzz', new Set<Room>(['customers']), pages);
    expect(groups.map((g) => g.kind)).toEqual(['customer']);
    expect(groups[0]).toMatchObject({ all: '/customers', rows: [{ path: '/customers/c1' }] });
  });
  it('has colleagues who can be called for who has a phone and no room to open them in', () => {
    const people = { groups: [{ kind: 'person', items: [{ ...hit('anna'), detail: { text: '1002', marks: [] } }, { ...hit('lina'), detail: { text: 'lina', marks: [] } }], more: true }] };
    const rooms = new Set<Room>(['customers']);
    expect(rowsOf(people, 'a', rooms, [])).toEqual([]);
    const [group, ...others] = rowsOf(people, 'zzz', rooms, [], true);
    expect(others).toEqual([]);
    expect(group?.all).toBeUndefined();
    expect(group?.rows.map(({ key, path }) => [key, path])).toEqual([['person-anna', null]]);
  });
  it('finds pages by their name in the reader’s language', () => {
    const groups = rowsOf(undefined, 'cust', new Set<Room>(['customers']), pages);
    expect(groups).toEqual([
      { kind: 'page', rows: [{ kind: 'page', key: 'page-customers', path: '/customers', title: { text: 'Customers', marks: [{ from: 0, to: 4 }] } }] },
    ]);
  });
});

describe('the number to call', () => {
  const row = (kind: string, detail: string | null) => ({ kind, key: 'k', path: '/', title: { text: 'x', marks: [] }, hit: { ...hit('x'), detail: detail === null ? null : { text: detail, marks: [] } } });
  it('is the one a customer or colleague was found by', () => {
    expect(numberIn(row('customer', '+86 139 1234 5678'), 'wang')).toBe('+86 139 1234 5678');
    expect(numberIn(row('person', '1002'), 'anna')).toBe('1002');
  });
  it('is not an address, a name, or anything of a ticket', () => {
    expect(numberIn(row('customer', 'wang@example.com'), '139')).toBeNull();
    expect(numberIn(row('person', 'anna'), 'anna')).toBeNull();
    expect(numberIn(row('ticket', '10233'), '10233')).toBeNull();
    expect(numberIn(row('customer', null), '13912345678')).toBeNull();
  });
  it('is what was typed where nothing was found', () => {
    expect(numberIn(undefined, '139 1234 5678')).toBe('139 1234 5678');
    expect(numberIn(undefined, '12')).toBeNull();
    expect(numberIn(undefined, 'wang')).toBeNull();
  });
});
