import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../shared/api/client';
import type { TicketView } from '../shared/api/types';
import { useGo } from '../shared/go';
import { useText } from '../shared/i18n/useText';
import { Loaded } from '../shared/ui/Loaded';
import { PriorityMark, TicketStatusMark } from '../shared/ui/states';
import { When } from '../shared/ui/When';
import { useSubject } from './subject';
import './ticket.css';

/** A customer's tickets that still want something done. */
export function OpenTickets({ customerId }: { customerId: string }) {
  const { t } = useText();
  const query = useQuery({
    queryKey: ['list', 'tickets', 'customer', customerId],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/tickets', { params: { query: { customer: customerId, status: 'open,pending', limit: 20 } }, signal })),
  });
  return (
    <Loaded query={query} lines={2}>
      {({ items: open }) => {
        if (open.length === 0) return <p className="soft">{t('tickets.noneOpen')}</p>;
        return (
          <ul className="ticket-lines">
            {open.map((ticket) => (
              <TicketLine key={ticket.id} ticket={ticket} />
            ))}
          </ul>
        );
      }}
    </Loaded>
  );
}

type LineTicket = Pick<TicketView, 'id' | 'number' | 'status' | 'priority' | 'subject' | 'subjectKey' | 'subjectParams'> & {
  dueAt?: string | null | undefined;
  customerName?: string | null | undefined;
};

/** One ticket in a narrow column. */
export function TicketLine({ ticket, withCustomer, after }: { ticket: LineTicket; withCustomer?: boolean; after?: React.ReactNode }) {
  const go = useGo();
  const subject = useSubject();
  return (
    <li className={after ? 'ticket-line-row' : undefined}>
      <button type="button" className="plain-button ticket-line" onClick={() => go(`/tickets/${ticket.id}`, { search: {} })}>
        <TicketStatusMark status={ticket.status} iconOnly />
        <span className="grow">
          <span className="ticket-line-subject clip" title={subject(ticket)}>
            {subject(ticket)}
          </span>
          <span className="small soft clip ticket-line-more">
            #{ticket.number}
            {withCustomer && ticket.customerName && ` · ${ticket.customerName}`}
            {ticket.dueAt && (
              <>
                {' · '}
                <When at={ticket.dueAt} />
              </>
            )}
          </span>
        </span>
        <PriorityMark priority={ticket.priority} iconOnly />
      </button>
      {after}
    </li>
  );
}
