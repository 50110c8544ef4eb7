import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useMe } from '../session/session';
import type { TicketView } from '../shared/api/types';
import { useText } from '../shared/i18n/useText';
import { useProblemText } from '../shared/ui/useProblemText';
import { historyQuery, ticketQuery } from './queries';
import { Quicker, takeTicket } from './take';

export const isOpen = (ticket: Pick<TicketView, 'status'>) => ticket.status === 'open' || ticket.status === 'pending';

/** Makes the ticket mine in one click; says who was quicker. Nothing to press where it is mine already. */
export function TakeButton({ ticket }: { ticket: TicketView }) {
  const { t } = useText();
  const me = useMe();
  const client = useQueryClient();
  const { message } = App.useApp();
  const problemText = useProblemText();
  const take = useMutation({
    mutationFn: () => takeTicket(ticket, me.id),
    onSuccess: (mine) => {
      client.setQueryData(ticketQuery(mine.id).queryKey, mine);
      void message.success(t('tickets.taken', { number: mine.number }));
    },
    onError: (error) => {
      if (error instanceof Quicker) {
        client.setQueryData(ticketQuery(ticket.id).queryKey, error.ticket);
        void message.warning(t('tickets.quicker', { name: error.ticket.assigneeName ?? t('audit.somebody') }));
      } else void message.error(problemText(error));
    },
    onSettled: () => {
      void client.invalidateQueries({ queryKey: ['list', 'tickets'] });
      void client.invalidateQueries({ queryKey: historyQuery(ticket.id).queryKey });
    },
  });
  if (ticket.assigneeId === me.id) return null;
  return (
    <Button size="small" loading={take.isPending} onClick={() => take.mutate()}>
      {t('tickets.take')}
    </Button>
  );
}
