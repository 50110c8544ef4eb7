import { queryOptions } from '@tanstack/react-query';
import { api } from '../shared/api/client';
import type { TicketPriority, TicketStatus, TicketType, TicketView } from '../shared/api/types';

export const ticketQuery = (id: string) =>
  queryOptions({
    queryKey: ['ticket', id],
    queryFn: ({ signal }) => api.get<TicketView>(`/tickets/${encodeURIComponent(id)}`, undefined, signal),
  });

export const ticketTypes: TicketType[] = ['request', 'repair', 'complaint', 'dispute', 'suggestion'];
export const ticketStatuses: TicketStatus[] = ['open', 'pending', 'solved', 'closed'];
export const ticketPriorities: TicketPriority[] = ['urgent', 'high', 'normal', 'low'];
