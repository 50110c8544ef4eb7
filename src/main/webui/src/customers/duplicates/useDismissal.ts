import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { api } from '../../shared/api/client';
import { useProblemText } from '../../shared/ui/useProblemText';

/** Says of another customer that it is not the same as this one, or takes that back; either card shows it. */
export function useDismissal(customerId: string) {
  const client = useQueryClient();
  const { message } = App.useApp();
  const problemText = useProblemText();
  return useMutation({
    mutationFn: ({ other, dismissed }: { other: string; dismissed: boolean }) => {
      const params = { path: { id: customerId, other } };
      const path = '/api/v1/customers/{id}/dismissed-duplicates/{other}';
      return dismissed ? api.PUT(path, { params }) : api.DELETE(path, { params });
    },
    onError: (error) => void message.error(problemText(error)),
    onSettled: (_, __, { other }) =>
      Promise.all([customerId, other].flatMap((id) => ['duplicates', 'dismissed'].map((what) => client.invalidateQueries({ queryKey: ['customer', id, what] })))),
  });
}
