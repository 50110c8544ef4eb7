import type { DuplicateInput } from '../../shared/api/types';
import type { CustomerInput } from '../queries';

const SHORTEST_NAME = 2;
const SHORTEST_PHONE = 5;
const MOST = 20;

/** What of a form that is being filled in may tell who it is; null while that is too little to ask for. */
export function likeness(form: Partial<CustomerInput> | undefined): DuplicateInput | null {
  const contacts = form?.contacts ?? [];
  const name = form?.name?.trim() ?? '';
  const phones = contacts.flatMap((contact) => (contact?.phones ?? []).map((phone) => phone?.raw?.trim() ?? '')).filter((raw) => raw.replace(/\D/g, '').length >= SHORTEST_PHONE);
  const emails = contacts.map((contact) => contact?.email?.trim() ?? '').filter((email) => email.includes('@'));
  const named = name.length >= SHORTEST_NAME;
  if (!named && phones.length === 0 && emails.length === 0) return null;
  return { kind: form?.kind ?? 'person', name: named ? name : null, phones: phones.slice(0, MOST), emails: emails.slice(0, MOST) };
}
