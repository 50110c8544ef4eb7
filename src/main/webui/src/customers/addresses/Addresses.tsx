import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { answer, api } from '../../shared/api/client';
import type { CustomerAddressInput } from '../../shared/api/types';
import { useText } from '../../shared/i18n/useText';
import { InPlace } from '../../shared/ui/inplace/InPlace';
import type { Source } from '../../shared/ui/inplace/save';
import { addressesQuery } from '../queries';
import { Address } from './Address';
import { addressEditor } from './AddressEditor';
import { emptyDraft, MOST_ADDRESSES, newAddress } from './draft';
import { useAddressesChanged, useAddressText } from './useAddresses';
import './addresses.css';

/** Where the customer is: the primary address first, and one more in its place. */
export function Addresses({ customerId, may }: { customerId: string; may: boolean }) {
  const { t } = useText();
  const { data } = useQuery(addressesQuery(customerId));
  const changed = useAddressesChanged(customerId);
  const { home } = useAddressText();
  const source: Source<{ version: number }, CustomerAddressInput> = {
    save: async (body) => {
      const made = await answer(api.POST('/api/v1/customers/{id}/addresses', { params: { path: { id: customerId } }, body }));
      await changed();
      return made;
    },
    reload: async () => NONE,
  };
  if (!data || (data.items.length === 0 && !may)) return null;
  const addresses = data.items.toSorted((a, b) => Number(b.primary) - Number(a.primary));
  return (
    <div className="addresses">
      {addresses.length > 0 && (
        <ul className="address-list" aria-label={t('addresses.title')}>
          {addresses.map((address) => (
            <Address key={address.id} address={address} may={may} />
          ))}
        </ul>
      )}
      {may && addresses.length < MOST_ADDRESSES && (
        <InPlace label={t('addresses.add')} record={NONE} field={newAddress} empty={emptyDraft(home ?? 'CN', addresses.length === 0)} source={source} may editor={addressEditor} say={() => ''} className="address-new">
          <span className="faint small customer-add">
            <Plus size={11} aria-hidden="true" /> {t('addresses.add')}
          </span>
        </InPlace>
      )}
    </div>
  );
}

/** There is none yet, so it has no version either. */
const NONE = { version: 0 };
