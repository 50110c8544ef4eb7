/** What mocked answers are made with. Development and tests only. */
import { http, HttpResponse, type DefaultBodyType } from 'msw';
import type { Page } from '../shared/api/types';
import { users } from './data';

export const base = '/api/v1';
export const KEY = 'mock.user';
export const me = () => users.find((u) => u.username === sessionStorage.getItem(KEY));
export const problem = (status: number, code: string, more: object = {}) =>
  HttpResponse.json({ type: `urn:trunkline:problem:${code}`, title: code, status, code, detail: code, ...more }, { status, headers: { 'content-type': 'application/problem+json' } });

export function page<T>(items: T[], url: URL): Page<T> {
  const sort = url.searchParams.get('sort');
  let sorted = items;
  if (sort) {
    const key = sort.replace('-', '') as keyof T;
    sorted = [...items].sort((a, b) => String(a[key] ?? '').localeCompare(String(b[key] ?? '')) * (sort.startsWith('-') ? -1 : 1));
  }
  const at = Number(url.searchParams.get('cursor') || 0);
  const limit = Number(url.searchParams.get('limit') ?? 50);
  return { items: sorted.slice(at, at + limit), next: at + limit < items.length ? String(at + limit) : null, total: items.length };
}

export type Keyed = { id?: string; name?: string | null | undefined; version?: number | null | undefined };

export function crud<T extends Keyed>(path: string, items: T[], key: (item: T) => string, filter: (item: T, url: URL) => boolean, make: (body: object, n: number) => T) {
  const one = `${base}${path}/:id`;
  return [
    http.get(`${base}${path}`, ({ request }) => {
      const url = new URL(request.url);
      return HttpResponse.json(page(items.filter((item) => filter(item, url)), url));
    }),
    http.get(one, ({ params }) => {
      const found = items.find((item) => key(item) === params['id']);
      return found ? HttpResponse.json(found as DefaultBodyType) : problem(404, 'not-found');
    }),
    http.post(`${base}${path}`, async ({ request }) => {
      const body = (await request.json()) as object;
      if ('name' in body && String(body.name).includes('fail')) return problem(422, 'validation', { errors: [{ field: 'name', code: 'not-blank', message: 'must not be blank' }, { field: 'contacts[0].phones[0].raw', code: 'phone', message: 'must be a telephone number' }] });
      const made = make(body, items.length);
      items.unshift(made);
      return HttpResponse.json(made as DefaultBodyType, { status: 201 });
    }),
    http.delete(one, ({ params }) => {
      const at = items.findIndex((item) => key(item) === params['id']);
      if (at >= 0) items.splice(at, 1);
      return new HttpResponse(null, { status: at >= 0 ? 204 : 404 });
    }),
    http.patch(one, async ({ params, request }) => {
      const found = items.find((item) => key(item) === params['id']);
      if (!found) return problem(404, 'not-found');
      if (request.headers.get('if-match') !== `"${found.version}"`) return problem(412, 'stale');
      Object.assign(found, await request.json(), { version: (found.version ?? 0) + 1, updatedAt: new Date().toISOString() });
      return HttpResponse.json(found as DefaultBodyType);
    }),
  ];
}

export const equal = (url: URL, key: string, value: unknown) => !url.searchParams.get(key) || (url.searchParams.get(key) ?? '').split(',').includes(String(value));
export const text = (url: URL) => url.searchParams.get('q') ?? '';

export const now = () => new Date().toISOString();
