import { queryOptions } from '@tanstack/react-query';
import { answer, api, ifMatch } from '../shared/api/client';
import type { ArticleStatus } from '../shared/api/types';

export const articleQuery = (id: string) =>
  queryOptions({
    queryKey: ['article', id],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/articles/{id}', { params: { path: { id } }, signal })),
  });

export const versionsQuery = (id: string, version: number) =>
  queryOptions({
    queryKey: ['article', id, 'versions', version],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/articles/{id}/versions', { params: { path: { id } }, signal })),
  });

export const deleteArticle = (id: string, version: number) => api.DELETE('/api/v1/articles/{id}', { params: { path: { id }, header: ifMatch(version) } });

export const articleStatuses: ArticleStatus[] = ['draft', 'published', 'archived'];
/** Languages articles are written in, each by its own name. */
export const articleLanguages = [
  { value: 'zh-CN', label: '中文' },
  { value: 'en', label: 'English' },
];

export const languageName = (language: string) => articleLanguages.find((l) => l.value === language)?.label ?? language;
