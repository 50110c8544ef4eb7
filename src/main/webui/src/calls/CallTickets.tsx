import { useQueries } from '@tanstack/react-query';
import { ticketQuery } from '../tickets/queries';
import { TicketLine } from '../tickets/OpenTickets';

export function CallTickets({ ids }: { ids: string[] }) {
  const tickets = useQueries({ queries: ids.map((id) => ticketQuery(id)) });
  return <ul className="ticket-lines">{tickets.map(({ data }) => data && <TicketLine key={data.id} ticket={data} />)}</ul>;
}
