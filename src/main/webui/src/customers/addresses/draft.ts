import type { CustomerAddressInput, CustomerAddressView } from '../../shared/api/types';
import type { Field } from '../../shared/ui/inplace/save';

export const addressKinds: CustomerAddressView['kind'][] = ['billing', 'delivery', 'visit', 'other'];

/** Of one customer; the service keeps no more. */
export const MOST_ADDRESSES = 20;
export const MOST_LINES = 4;

/** An address as it is typed. */
export interface AddressDraft {
  kind: CustomerAddressView['kind'];
  label: string;
  lines: string;
  district: string;
  city: string;
  province: string;
  postalCode: string;
  country: string;
  primary: boolean;
}

export const emptyDraft = (country: string, primary: boolean): AddressDraft => ({
  kind: 'delivery', label: '', lines: '', district: '', city: '', province: '', postalCode: '', country, primary,
});

const draftOf = ({ kind, label, lines, district, city, province, postalCode, country, primary }: CustomerAddressView): AddressDraft => ({
  kind, label: label ?? '', lines: lines.join('\n'), district: district ?? '', city: city ?? '', province: province ?? '', postalCode: postalCode ?? '', country, primary,
});

const orNull = (text: string) => text.trim() || null;

export const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

export const inputOf = ({ kind, label, lines, district, city, province, postalCode, country, primary }: AddressDraft): CustomerAddressInput => ({
  kind,
  label: orNull(label),
  lines: linesOf(lines),
  district: orNull(district),
  city: orNull(city),
  province: orNull(province),
  postalCode: orNull(postalCode),
  country,
  primary,
});

/** An address is changed as a whole: parts of two addresses would be none. */
export const wholeAddress: Field<CustomerAddressView, AddressDraft, CustomerAddressInput> = { read: draftOf, write: (_, draft) => inputOf(draft) };

/** One address more. */
export const newAddress: Field<{ version: number }, AddressDraft, CustomerAddressInput> = { read: () => undefined, write: (_, draft) => inputOf(draft) };
