import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answer, api } from '../shared/api/client';
import type { TicketPriority, TicketStatus, TicketType } from '../shared/api/types';

export const ticketQuery = (id: string) =>
  queryOptions({
    queryKey: ['ticket', id],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/tickets/{id}', { params: { path: { id } }, signal })),
  });

const PAGE = 50;

/** What was said of a ticket, the newest page first. */
export const commentsQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: ['ticket', id, 'comments'],
    queryFn: ({ pageParam, signal }) =>
      answer(api.GET('/api/v1/tickets/{id}/comments', { params: { path: { id }, query: { sort: '-at', limit: PAGE, cursor: pageParam } }, signal })),
    initialPageParam: '',
    getNextPageParam: (page) => page.next || undefined,
  });

/** What became of a ticket, the newest page first. */
export const historyQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: ['ticket', id, 'history'],
    queryFn: ({ pageParam, signal }) =>
      answer(api.GET('/api/v1/tickets/{id}/history', { params: { path: { id }, query: { sort: '-at', limit: PAGE, cursor: pageParam } }, signal })),
    initialPageParam: '',
    getNextPageParam: (page) => page.next || undefined,
  });

/** The tickets of a call, the newest first. */
export const callTicketsQuery = (call: string) =>
  queryOptions({
    queryKey: ['list', 'tickets', 'call', call],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/tickets', { params: { query: { call, limit: 5 } }, signal })),
  });

export const ticketTypes: TicketType[] = ['request', 'repair', 'complaint', 'dispute', 'suggestion'];
export const ticketStatuses: TicketStatus[] = ['open', 'pending', 'solved', 'closed'];
export const ticketPriorities: TicketPriority[] = ['urgent', 'high', 'normal', 'low'];
