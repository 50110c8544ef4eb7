import { describe, expect, it } from 'vitest';
import type { CustomerView } from '../../shared/api/types';
import { contactPhones, contactText, newContact, noteField, ownerField, tagsOf, type Contact } from './fields';

const li: Contact = { id: 'k1', name: 'Li Na', title: null, email: null, phones: [{ raw: '138 0013 8000', e164: '+8613800138000', label: null }] };
const wang: Contact = { id: 'k2', name: 'Wang', title: 'CFO', email: 'wang@acme.example', phones: [] };
const acme: CustomerView = {
  id: 'c1', kind: 'company', name: 'Acme', tags: [], vip: false, note: null, owner: null, ownerId: null, ownerName: null,
  contacts: [li, wang], createdAt: '2026-11-22T10:00:00Z', updatedAt: '2026-11-22T10:00:00Z', version: 3,
};

describe('a contact’s value', () => {
  it('is changed among the contacts as they are now', () => {
    const newer = { ...acme, contacts: [li, { ...wang, title: 'CEO' }] };
    const patch = contactText(li, 'email').write(newer, ' li@acme.example ');
    expect(patch.contacts).toMatchObject([{ id: 'k1', name: 'Li Na', email: 'li@acme.example' }, { id: 'k2', title: 'CEO' }]);
  });

  it('of a contact that is gone is none, and kept brings the contact back', () => {
    const without = { ...acme, contacts: [wang] };
    expect(contactText(li, 'name').read(without)).toBeUndefined();
    expect(contactText(li, 'name').write(without, 'Li N.').contacts).toMatchObject([{ id: 'k2' }, { id: 'k1', name: 'Li N.', phones: [{ raw: '138 0013 8000' }] }]);
  });

  it('emptied is cleared', () => {
    expect(contactText(wang, 'title').write(acme, ' ').contacts?.[1]).toMatchObject({ title: null });
    expect(noteField.write(acme, '\n')).toEqual({ note: null });
    expect(ownerField.write(acme, null)).toEqual({ owner: null });
  });

  it('of numbers leaves out empty lines', () => {
    const phones = [{ raw: ' 010 1234 5678', label: ' office ' }, { raw: ' ', label: 'x' }];
    expect(contactPhones(li).write(acme, phones).contacts?.[0]?.phones).toEqual([{ raw: '010 1234 5678', label: 'office' }]);
  });
});

describe('a new contact', () => {
  it('stands after the others, with the number', () => {
    const { contacts } = newContact.write(acme, { name: 'Zhao', phone: '13900139000' });
    expect(contacts).toHaveLength(3);
    expect(contacts?.[2]).toEqual({ name: 'Zhao', phones: [{ raw: '13900139000', label: null }] });
  });

  it('may have no number', () => {
    expect(newContact.write(acme, { name: 'Zhao', phone: '' }).contacts?.[2]?.phones).toEqual([]);
  });
});

describe('tags', () => {
  it('are what stands between commas of either kind, each once', () => {
    expect(tagsOf(' gold, north，gold;；、重点 ')).toEqual(['gold', 'north', '重点']);
    expect(tagsOf(' ')).toEqual([]);
  });
});
