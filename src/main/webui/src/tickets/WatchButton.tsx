import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Tooltip } from 'antd';
import { Bell, BellRing } from 'lucide-react';
import { api } from '../shared/api/client';
import type { TicketView } from '../shared/api/types';
import { useText } from '../shared/i18n/useText';
import { useProblemText } from '../shared/ui/useProblemText';
import { ticketQuery } from './queries';

/** The bell: to be told of the ticket's comments and changes, or not. */
export function WatchButton({ ticket }: { ticket: TicketView }) {
  const { t } = useText();
  const client = useQueryClient();
  const { message } = App.useApp();
  const problemText = useProblemText();
  const watching = ticket.watching ?? false;
  const toggle = useMutation({
    mutationFn: (watch: boolean) => {
      const params = { params: { path: { id: ticket.id } } };
      return watch ? api.PUT('/api/v1/tickets/{id}/watch', params) : api.DELETE('/api/v1/tickets/{id}/watch', params);
    },
    onSuccess: (_, watch) => client.setQueryData(ticketQuery(ticket.id).queryKey, (now) => now && { ...now, watching: watch }),
    onError: (error) => void message.error(problemText(error)),
  });
  const label = t(watching ? 'tickets.unwatch' : 'tickets.watch');
  const Icon = watching ? BellRing : Bell;
  return (
    <Tooltip title={label}>
      <button
        type="button"
        className={`icon-button${watching ? ' ticket-watching' : ''}`}
        aria-label={label}
        aria-pressed={watching}
        disabled={toggle.isPending}
        onClick={() => toggle.mutate(!watching)}
      >
        <Icon size={16} aria-hidden="true" />
      </button>
    </Tooltip>
  );
}
