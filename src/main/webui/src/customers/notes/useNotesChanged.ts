import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';

/** What shows a customer's notes reads them anew. */
export function useNotesChanged(customerId: string) {
  const client = useQueryClient();
  return useCallback(
    () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['customer', customerId, 'pinned'] }),
        client.invalidateQueries({ queryKey: ['customer', customerId, 'note'] }),
        client.invalidateQueries({ queryKey: ['timeline', customerId] }),
      ]),
    [client, customerId],
  );
}
