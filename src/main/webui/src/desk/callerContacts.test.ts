import { describe, expect, it } from 'vitest';
import type { CustomerView } from '../shared/api/types';
import { added, contactOnPhone, peopleOf } from './callerContacts';

const contact = (id: string, name: string | null): CustomerView['contacts'][number] => ({ id, name, title: null, email: null, phones: [] });
const acme = { id: 'c1', name: 'Acme', contacts: [contact('k1', 'Li Na'), contact('k2', 'Wang Wu')] };
const zhou = { id: 'c2', name: 'Zhou', contacts: [contact('k3', 'Zhou')] };

describe('who is on the phone', () => {
  it('is who was said to be, else whose number it is', () => {
    expect(contactOnPhone(acme, 'k2', 'Li Na')).toBe('Wang Wu');
    expect(contactOnPhone(acme, null, 'Li Na')).toBe('Li Na');
    expect(contactOnPhone(acme, 'gone', 'Li Na')).toBe('Li Na');
    expect(contactOnPhone(acme, null, null)).toBeNull();
  });
});

describe('the contact just added', () => {
  it('is the one of that name among those that were not there', () => {
    const after = { contacts: [...acme.contacts, contact('k8', 'Zhao'), contact('k9', 'Qian')] };
    expect(added(acme, after, ' Zhao ')?.id).toBe('k8');
    expect(added(acme, after, 'Other')?.id).toBe('k9');
    expect(added(acme, acme, 'Zhao')).toBeNull();
  });
});

describe('whom a search found', () => {
  const names = (typed: string) => peopleOf([acme, zhou], typed).map((found) => found.contact?.name ?? found.customerName);

  it('is the customer and its people, who are called as was typed first', () => {
    expect(names('wang')).toEqual(['Wang Wu', 'Li Na', 'Acme', 'Zhou']);
    expect(names('acme')).toEqual(['Acme', 'Li Na', 'Wang Wu', 'Zhou']);
  });

  it('does not name a person twice who is a customer alone', () => {
    expect(peopleOf([zhou], 'zh')).toEqual([{ customerId: 'c2', customerName: 'Zhou' }]);
  });
});
