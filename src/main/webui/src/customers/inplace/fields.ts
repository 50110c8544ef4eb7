import type { CustomerView } from '../../shared/api/types';
import type { Field, Source } from '../../shared/ui/inplace/save';
import type { CustomerPatch } from '../queries';
import { inputOf } from '../queries';

export type Contact = CustomerView['contacts'][number];
export type PhoneLine = { raw: string; label: string | null };
export type CustomerField<T> = Field<CustomerView, T, CustomerPatch>;
export type CustomerSource = Source<CustomerView, CustomerPatch>;

type ContactInput = ReturnType<typeof inputOf>['contacts'][number];

const orNull = (text: string) => text.trim() || null;

export const nameField: CustomerField<string> = { read: (c) => c.name, write: (_, name) => ({ name: name.trim() }) };
export const tagsField: CustomerField<string[]> = { read: (c) => c.tags, write: (_, tags) => ({ tags }) };
export const vipField: CustomerField<boolean> = { read: (c) => c.vip, write: (_, vip) => ({ vip }) };
export const noteField: CustomerField<string> = { read: (c) => c.note ?? '', write: (_, note) => ({ note: orNull(note) }) };
export const ownerField: CustomerField<string | null> = { read: (c) => c.owner ?? null, write: (_, owner) => ({ owner }) };

/** Contacts are kept as one list: a change of one of them sends all, the others as they are by now. */
function contactField<T>(of: Contact, read: (contact: Contact) => T, change: (value: T) => Partial<ContactInput>): CustomerField<T> {
  return {
    read: (customer) => {
      const found = customer.contacts.find((one) => one.id === of.id);
      return found && read(found);
    },
    write: (customer, value) => {
      const { contacts } = inputOf(customer);
      // Somebody removed the contact meanwhile: who keeps the own change brings it back.
      const all = contacts.some((one) => one.id === of.id) ? contacts : [...contacts, ...inputOf({ ...customer, contacts: [of] }).contacts];
      return { contacts: all.map((one) => (one.id === of.id ? { ...one, ...change(value) } : one)) };
    },
  };
}

export const contactText = (of: Contact, key: 'name' | 'title' | 'email'): CustomerField<string> =>
  contactField(
    of,
    (contact) => contact[key] ?? '',
    (value) => ({ [key]: orNull(value) }),
  );

export const contactPhones = (of: Contact): CustomerField<PhoneLine[]> =>
  contactField(
    of,
    (contact) => contact.phones.map(({ raw, label }) => ({ raw, label: label ?? null })),
    (phones) => ({ phones: tidyPhones(phones) }),
  );

export const tidyPhones = (phones: PhoneLine[]): PhoneLine[] => phones.filter(({ raw }) => raw.trim()).map(({ raw, label }) => ({ raw: raw.trim(), label: orNull(label ?? '') }));

export interface NewContact {
  name: string;
  phone: string;
}

/** One contact more; whatever others changed meanwhile stays. */
export const newContact: CustomerField<NewContact> = {
  read: () => undefined,
  write: (customer, { name, phone }) => ({
    contacts: [...inputOf(customer).contacts, { name: orNull(name), phones: tidyPhones([{ raw: phone, label: null }]) }],
  }),
};

/** Words with commas between them, each once. */
export const tagsOf = (text: string): string[] => [
  ...new Set(
    text
      .split(/[,，;；、\n]/)
      .map((tag) => tag.trim())
      .filter(Boolean),
  ),
];
