import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../shared/api/client';
import type { TicketPriority, TicketStatus, TicketType } from '../shared/api/types';

export const ticketQuery = (id: string) =>
  queryOptions({
    queryKey: ['ticket', id],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/tickets/{id}', { params: { path: { id } }, signal })),
  });

export const ticketTypes: TicketType[] = ['request', 'repair', 'complaint', 'dispute', 'suggestion'];
export const ticketStatuses: TicketStatus[] = ['open', 'pending', 'solved', 'closed'];
export const ticketPriorities: TicketPriority[] = ['urgent', 'high', 'normal', 'low'];
