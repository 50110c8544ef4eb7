import { keepPreviousData, queryOptions, useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { answer, api } from '../shared/api/client';
import type { CustomerView, DuplicateInput, TimelineEntry } from '../shared/api/types';

export type { CustomerPatch } from '../shared/api/types';
export type TimelineKind = TimelineEntry['type'];

export const customerQuery = (id: string) =>
  queryOptions({
    queryKey: ['customer', id],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/customers/{id}', { params: { path: { id } }, signal })),
  });

/** Notes that stand on top of the card, the latest change first. More would hide the customer. */
export const pinnedQuery = (id: string) =>
  queryOptions({
    queryKey: ['customer', id, 'pinned'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/customers/{id}/notes', { params: { path: { id }, query: { pinned: true, sort: '-updatedAt', limit: 5 } }, signal })),
  });

export const customerNoteQuery = (id: string, note: string) =>
  queryOptions({
    queryKey: ['customer', id, 'note', note],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/customers/{id}/notes/{note}', { params: { path: { id, note } }, signal })),
  });

/** All of them: a customer has few. */
export const addressesQuery = (id: string) =>
  queryOptions({
    queryKey: ['customer', id, 'addresses'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/customers/{id}/addresses', { params: { path: { id } }, signal })),
  });

/** Who may be the same as this customer. */
export const duplicatesQuery = (id: string) =>
  queryOptions({
    queryKey: ['customer', id, 'duplicates'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/customers/{id}/duplicates', { params: { path: { id } }, signal })),
    staleTime: 60_000,
  });

/** Of whom somebody said that they are not the same. */
export const dismissedQuery = (id: string) =>
  queryOptions({
    queryKey: ['customer', id, 'dismissed'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/customers/{id}/dismissed-duplicates', { params: { path: { id } }, signal })),
    staleTime: 60_000,
  });

/** Who may be the same as one that is about to be made. */
export const likeDraftQuery = (draft: DuplicateInput) =>
  queryOptions({
    queryKey: ['duplicates', draft],
    queryFn: ({ signal }) => answer(api.POST('/api/v1/customers/duplicates', { body: draft, signal })),
    placeholderData: keepPreviousData,
  });

export function useTimeline(customerId: string, kinds: readonly TimelineKind[]) {
  const kind = kinds.join(',');
  const result = useInfiniteQuery({
    queryKey: ['timeline', customerId, kind],
    queryFn: ({ pageParam, signal }) =>
      answer(api.GET('/api/v1/customers/{id}/timeline', { params: { path: { id: customerId }, query: { kind, cursor: pageParam, limit: 30 } }, signal })),
    initialPageParam: '',
    getNextPageParam: (page) => page.next || undefined,
    // What is asked for anew takes the place of what was there, without a blank between.
    placeholderData: keepPreviousData,
  });
  const entries = useMemo(() => result.data?.pages.flatMap((p) => p.items) ?? [], [result.data]);
  return { ...result, entries };
}

export interface CustomerInput {
  kind: CustomerView['kind'];
  name: string;
  tags: string[];
  vip: boolean;
  note: string | null;
  contacts: {
    id?: string;
    name: string | null;
    title?: string | null;
    email?: string | null;
    phones: { raw: string; label?: string | null }[];
  }[];
}

export const inputOf = (customer: CustomerView): CustomerInput => ({
  kind: customer.kind,
  name: customer.name,
  tags: customer.tags,
  vip: customer.vip,
  note: customer.note ?? null,
  contacts: customer.contacts.map(({ id, name, title, email, phones }) => ({
    id,
    name: name ?? null,
    title: title ?? null,
    email: email ?? null,
    phones: phones.map(({ raw, label }) => ({ raw, label: label ?? null })),
  })),
});
