import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../shared/api/client';
import type { Report } from '../shared/api/types';
import { saveFile } from '../shared/ui/csv';
import type { Asked } from './asked';

export const reportQuery = (asked: Asked) =>
  queryOptions({
    queryKey: ['report', asked],
    // Asked for as JSON it is no file.
    queryFn: ({ signal }) => answer(api.GET('/api/v1/reports/{name}', { params: { path: { name: asked.name }, query: asked.query }, signal })) as Promise<Report>,
    staleTime: 30_000,
  });

const types = { csv: 'text/csv', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' };

export type FileType = keyof typeof types;

/** Fetches the report as a file and hands it to the reader. */
export async function saveReport(asked: Asked, type: FileType) {
  const file = await answer(
    api.GET('/api/v1/reports/{name}', {
      params: { path: { name: asked.name }, query: asked.query },
      headers: { Accept: `${types[type]}, application/problem+json;q=0.5` },
      parseAs: 'blob',
    }),
  );
  saveFile(`${asked.name}-${asked.query.from}.${type}`, file as Blob);
}
