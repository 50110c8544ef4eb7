import { queryOptions, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { answer, api } from './api/client';
import type { QueueView, TeamView } from './api/types';
import { useText } from './i18n/useText';

export const usersQuery = queryOptions({
  queryKey: ['directory', 'users'],
  queryFn: async ({ signal }) => (await answer(api.GET('/api/v1/users', { params: { query: { limit: 200 } }, signal }))).items,
  staleTime: 5 * 60_000,
});

export const queuesQuery = queryOptions({
  queryKey: ['directory', 'queues'],
  queryFn: async ({ signal }) => (await answer(api.GET('/api/v1/queues', { signal }))).items,
  staleTime: 5 * 60_000,
});

export const teamsQuery = queryOptions({
  queryKey: ['directory', 'teams'],
  queryFn: async ({ signal }) => (await answer(api.GET('/api/v1/teams', { params: { query: { limit: 200 } }, signal }))).items,
  staleTime: 5 * 60_000,
});

const NO_TEAMS: TeamView[] = [];

export const useTeams = (): TeamView[] => useQuery(teamsQuery).data ?? NO_TEAMS;

/** People by id and by extension; calls name agents by extension. */
export function useDirectory() {
  const { data } = useQuery(usersQuery);
  return useMemo(() => {
    const users = data ?? [];
    const byExtension = new Map(users.flatMap((u) => (u.extension ? [[u.extension, u] as const] : [])));
    return {
      users,
      isColleague: (extension: string | null | undefined) => Boolean(extension && byExtension.has(extension)),
      agentName: (extension: string | null | undefined) => (extension ? (byExtension.get(extension)?.name ?? extension) : ''),
      personName: (id: string | null | undefined) => users.find((u) => u.id === id)?.name ?? '',
    };
  }, [data]);
}

/** The queue's name in the reader's language. */
export const queueLabelIn = (q: Pick<QueueView, 'name' | 'label' | 'labelZh'>, language: string) =>
  language === 'zh-CN' && q.labelZh ? q.labelZh : q.label || q.name;

/** Names of no queue that was there when the page loaded. */
const strange = new Set<string>();

/** Asks anew, once, when a name comes up that belongs to none: the queue may have been made since. */
function askAbout(name: string, client: QueryClient) {
  if (strange.has(name)) return;
  strange.add(name);
  queueMicrotask(() => void client.invalidateQueries({ queryKey: queuesQuery.queryKey }));
}

/** Queues with the reader's word for each. */
export function useQueues() {
  const { data } = useQuery(queuesQuery);
  const client = useQueryClient();
  const { language, phone } = useText();
  return useMemo(() => {
    const queues = data ?? [];
    const normal = new Map(queues.flatMap((q) => q.dids.map((d) => [d.number, d.e164 ?? d.number] as const)));
    const label = (q: QueueView) => queueLabelIn(q, language);
    return {
      queues,
      queueLabel: (name: string | null | undefined) => {
        const found = queues.find((q) => q.name === name);
        if (data && name && !found) askAbout(name, client);
        return found ? label(found) : (name ?? '');
      },
      options: queues.map((q) => ({ value: q.name, label: label(q) })),
      /** A number of ours that was dialled, as the reader writes it. */
      didText: (number: string | null | undefined) => phone(number ? (normal.get(number) ?? number) : number),
    };
  }, [data, client, language, phone]);
}
