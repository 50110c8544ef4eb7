import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { TicketPlus } from 'lucide-react';
import { useQueues } from '../shared/directory';
import { useText } from '../shared/i18n/useText';
import { RecordLink } from '../shared/ui/RecordLink';
import { callTicketsQuery } from '../tickets/queries';
import { subjectOf } from './callTicket';
import { useDesk } from './deskStore';
import type { CallTicketDraft } from './NewTicketModal';
import { useDeskCustomer } from './useDeskCustomer';
import { useWrapUp } from './wrapup/useWrapUp';

/** Begins the call's ticket with what the desk knows of it, and names those that there are. */
export function CallTicketButton({ callId, begin }: { callId: string; begin: (draft: CallTicketDraft) => void }) {
  const { t } = useText();
  const { queues } = useQueues();
  const { pop, customerId } = useDeskCustomer();
  const call = useDesk((s) => s.call);
  const { draft } = useWrapUp(callId);
  const made = useQuery(callTicketsQuery(callId)).data?.items ?? [];
  const queue = pop?.call.queue ?? call?.queue ?? null;
  const type = queues.find((q) => q.name === queue)?.ticketType;
  const open = () =>
    begin({
      callId,
      subject: subjectOf(draft.notes),
      ...(customerId ? { customerId } : {}),
      ...(queue ? { queue } : {}),
      ...(type ? { type } : {}),
    });
  return (
    <div className="row call-ticket">
      <Button icon={<TicketPlus size={14} aria-hidden="true" />} onClick={open}>
        {t('tickets.ofCall')}
      </Button>
      {made.map((ticket) => (
        <RecordLink key={ticket.id} to={`/tickets/${ticket.id}`}>
          #{ticket.number}
        </RecordLink>
      ))}
    </div>
  );
}
