import { queryOptions } from '@tanstack/react-query';
import { answer, api, ifMatch } from '../shared/api/client';
import type { CallScriptRun, ScriptStatus } from '../shared/api/types';
import type { RunService } from './runs';

export const scriptQuery = (id: string) =>
  queryOptions({
    queryKey: ['script', id],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/scripts/{id}', { params: { path: { id } }, signal })),
  });

export const callScriptQuery = (id: string, language: string, queue: string | null = null) =>
  queryOptions({
    // The queue decides which script it is, and a call may change it.
    queryKey: ['call-script', id, language, queue],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/calls/{id}/script', { params: { path: { id }, query: { language } }, signal })),
  });

export const scriptStatuses: ScriptStatus[] = ['draft', 'published'];

export const publishScript = (id: string, version: number) =>
  answer(api.POST('/api/v1/scripts/{id}/publish', { params: { path: { id }, header: ifMatch(version) } }));

export const withdrawScript = (id: string, version: number) =>
  answer(api.POST('/api/v1/scripts/{id}/withdraw', { params: { path: { id }, header: ifMatch(version) } }));

export const deleteScript = (id: string, version: number) => api.DELETE('/api/v1/scripts/{id}', { params: { path: { id }, header: ifMatch(version) } });

/** Browsers send no more than 64 KiB on when the page is left. */
const IN_PASSING = 50_000;

export const runService: RunService = {
  save: (id, { script, version }, passage) => {
    const body = { scriptId: script.scriptId, number: script.number, ...passage };
    const keepalive = JSON.stringify(body).length * 3 < IN_PASSING;
    return answer(api.PUT('/api/v1/calls/{id}/script', { params: { path: { id }, header: ifMatch(version) }, body, keepalive }));
  },
  load: async (id, scriptId): Promise<CallScriptRun | null> => {
    const { scripts } = await answer(api.GET('/api/v1/calls/{id}/script', { params: { path: { id } } }));
    return scripts.find((run) => run.script.scriptId === scriptId && run.version > 0) ?? null;
  },
};
