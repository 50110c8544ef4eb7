import type { CustomerView } from '../shared/api/types';

type Contact = CustomerView['contacts'][number];

/** The name of who is on the phone: who was said to be, else whose number it is; null when nobody knows. */
export function contactOnPhone(customer: Pick<CustomerView, 'contacts'>, contactId: string | null, popped: string | null): string | null {
  const said = contactId ? customer.contacts.find((contact) => contact.id === contactId) : undefined;
  return said ? (said.name ?? null) : popped;
}

/** The contact that a change added, even where others added some at the same time. */
export function added(before: Pick<CustomerView, 'contacts'>, after: Pick<CustomerView, 'contacts'>, name: string): Contact | null {
  const known = new Set(before.contacts.map((contact) => contact.id));
  const fresh = after.contacts.filter((contact) => !known.has(contact.id));
  return fresh.findLast((contact) => contact.name === name.trim()) ?? fresh.at(-1) ?? null;
}

export interface ContactFound {
  customerId: string;
  customerName: string;
  contact?: { id: string; name: string | null };
}

/**
 * Whom a search found, one by one: a customer, and its contacts where there are several or they are called otherwise, those
 * first whose name holds what was typed.
 */
export function peopleOf(customers: Pick<CustomerView, 'id' | 'name' | 'contacts'>[], typed: string): ContactFound[] {
  const wanted = typed.trim().toLowerCase();
  return customers.flatMap(({ id, name, contacts }) => {
    const own = contacts.filter((contact) => contact.name && (contacts.length > 1 || contact.name !== name));
    const matching = (contact: Contact) => (wanted && contact.name?.toLowerCase().includes(wanted) ? 0 : 1);
    const people = own
      .toSorted((a, b) => matching(a) - matching(b))
      .map((contact) => ({ customerId: id, customerName: name, contact: { id: contact.id, name: contact.name ?? null } }));
    const whole = { customerId: id, customerName: name };
    return people.some((person) => person.contact.name?.toLowerCase().includes(wanted) && wanted) ? [...people, whole] : [whole, ...people];
  });
}
