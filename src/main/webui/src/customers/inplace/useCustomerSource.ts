import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { answer, api, ifMatch } from '../../shared/api/client';
import { customerQuery } from '../queries';
import type { CustomerSource } from './fields';

/** Saves a customer's values, and shows everywhere on the page what became of the customer. */
export function useCustomerSource(id: string): CustomerSource {
  const client = useQueryClient();
  return useMemo(
    () => ({
      save: async (patch, version) => {
        const saved = await answer(api.PATCH('/api/v1/customers/{id}', { params: { path: { id }, header: ifMatch(version) }, body: patch }));
        client.setQueryData(customerQuery(id).queryKey, saved);
        void client.invalidateQueries({ queryKey: ['list', 'customers'] });
        void client.invalidateQueries({ queryKey: ['customer', id, 'duplicates'] });
        return saved;
      },
      reload: () => client.fetchQuery({ ...customerQuery(id), staleTime: 0 }),
    }),
    [client, id],
  );
}
