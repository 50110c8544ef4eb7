import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { AddressParts } from '../../shared/format/address';
import { addressLine, addressLines } from '../../shared/format/address';
import { infoQuery } from '../../shared/info';
import { useText } from '../../shared/i18n/useText';

/** What shows a customer's addresses reads them anew. */
export function useAddressesChanged(customerId: string) {
  const client = useQueryClient();
  return useCallback(() => client.invalidateQueries({ queryKey: ['customer', customerId, 'addresses'] }), [client, customerId]);
}

/** Addresses as this reader reads them. */
export function useAddressText() {
  const { language } = useText();
  const { data } = useQuery(infoQuery);
  const reader = { language, home: data?.region };
  return {
    home: data?.region ?? null,
    line: (address: AddressParts) => addressLine(address, reader),
    lines: (address: AddressParts) => addressLines(address, reader),
  };
}
