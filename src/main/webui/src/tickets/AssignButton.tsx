import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { answer, api, ifMatch } from '../shared/api/client';
import type { TicketView } from '../shared/api/types';
import { useText } from '../shared/i18n/useText';
import { useProblemText } from '../shared/ui/useProblemText';
import { historyQuery, ticketQuery } from './queries';

/** Gives the ticket of a queue to whose turn it is there. */
export function AssignButton({ ticket }: { ticket: TicketView }) {
  const { t } = useText();
  const client = useQueryClient();
  const { message } = App.useApp();
  const problemText = useProblemText();
  const assign = useMutation({
    mutationFn: () => answer(api.POST('/api/v1/tickets/{id}/assign', { params: { path: { id: ticket.id }, header: ifMatch(ticket.version) } })),
    onSuccess: (assigned) => {
      client.setQueryData(ticketQuery(assigned.id).queryKey, assigned);
      void message.success(t('tickets.assigned', { number: assigned.number, name: assigned.assigneeName ?? t('audit.somebody') }));
    },
    onError: (error) => {
      void message.error(problemText(error));
      void client.invalidateQueries({ queryKey: ticketQuery(ticket.id).queryKey });
    },
    onSettled: () => {
      void client.invalidateQueries({ queryKey: ['list', 'tickets'] });
      void client.invalidateQueries({ queryKey: historyQuery(ticket.id).queryKey });
    },
  });
  if (!ticket.queue || ticket.assigneeId) return null;
  return (
    <Button size="small" loading={assign.isPending} onClick={() => assign.mutate()}>
      {t('tickets.assign')}
    </Button>
  );
}
