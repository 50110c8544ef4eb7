import { queryOptions, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api } from './api/client';
import type { Page, QueueView, UserView } from './api/types';
import { useText } from './i18n/useText';

export const usersQuery = queryOptions({
  queryKey: ['directory', 'users'],
  queryFn: async ({ signal }) => (await api.get<Page<UserView>>('/users', { limit: 200 }, signal)).items,
  staleTime: 5 * 60_000,
});

export const queuesQuery = queryOptions({
  queryKey: ['directory', 'queues'],
  queryFn: async ({ signal }) => {
    const answer = await api.get<Page<QueueView> | QueueView[]>('/queues', undefined, signal);
    return Array.isArray(answer) ? answer : answer.items;
  },
  staleTime: 5 * 60_000,
});

/** People by id and by extension; calls name agents by extension. */
export function useDirectory() {
  const { data } = useQuery(usersQuery);
  return useMemo(() => {
    const users = data ?? [];
    const byExtension = new Map(users.flatMap((u) => (u.extension ? [[u.extension, u] as const] : [])));
    return {
      users,
      agentName: (extension: string | null | undefined) => (extension ? (byExtension.get(extension)?.name ?? extension) : ''),
      personName: (id: string | null | undefined) => users.find((u) => u.id === id)?.name ?? '',
    };
  }, [data]);
}

/** Queues with the reader's word for each. */
export function useQueues() {
  const { data } = useQuery(queuesQuery);
  const { language } = useText();
  return useMemo(() => {
    const queues = data ?? [];
    const label = (q: QueueView) => (language === 'zh-CN' && q.labelZh ? q.labelZh : q.label || q.name);
    return {
      queues,
      queueLabel: (name: string | null | undefined) => {
        const found = queues.find((q) => q.name === name);
        return found ? label(found) : (name ?? '');
      },
      options: queues.map((q) => ({ value: q.name, label: label(q) })),
    };
  }, [data, language]);
}
