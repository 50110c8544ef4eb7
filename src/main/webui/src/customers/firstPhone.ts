import type { CustomerView } from '../shared/api/types';

/** The number to show where there is room for one. */
export function firstPhone(customer: CustomerView): string | null {
  for (const contact of customer.contacts) {
    const phone = contact.phones[0];
    if (phone) return phone.e164 ?? phone.raw;
  }
  return null;
}
