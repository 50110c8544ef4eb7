import { queryOptions, useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { answer, api } from '../shared/api/client';
import type { CustomerView } from '../shared/api/types';

export const customerQuery = (id: string) =>
  queryOptions({
    queryKey: ['customer', id],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/customers/{id}', { params: { path: { id } }, signal })),
  });

export function useTimeline(customerId: string) {
  const result = useInfiniteQuery({
    queryKey: ['timeline', customerId],
    queryFn: ({ pageParam, signal }) =>
      answer(api.GET('/api/v1/customers/{id}/timeline', { params: { path: { id: customerId }, query: { cursor: pageParam, limit: 30 } }, signal })),
    initialPageParam: '',
    getNextPageParam: (page) => page.next || undefined,
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
