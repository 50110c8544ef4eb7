import { ProblemError, problemOf } from './problem';

export type Query = Record<string, string | number | boolean | null | undefined>;

interface Options {
  query?: Query;
  body?: unknown;
  /** The version the change was based on; the service refuses it with 412 when it is no longer the newest. */
  version?: number | null;
  signal?: AbortSignal;
}

type Listener = () => void;
let onSessionLost: Listener = () => {};

/** Called once for each answer 401 outside signing in. */
export function whenSessionLost(listener: Listener) {
  onSessionLost = listener;
}

export function urlOf(path: string, query: Query = {}): string {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== '') params.set(key, String(value));
  }
  const search = params.toString();
  return `/api/v1${path}${search ? `?${search}` : ''}`;
}

/** One request; the session travels in an HttpOnly cookie the page itself never sees. */
async function request<T>(method: string, path: string, options: Options = {}): Promise<T> {
  const headers: Record<string, string> = { Accept: 'application/json, application/problem+json' };
  if (options.body !== undefined) headers['Content-Type'] = 'application/json';
  if (options.version !== undefined && options.version !== null) headers['If-Match'] = `"${options.version}"`;
  let response: Response;
  try {
    response = await fetch(urlOf(path, options.query), {
      method,
      headers,
      credentials: 'same-origin',
      body: options.body === undefined ? null : JSON.stringify(options.body),
      signal: options.signal ?? null,
    });
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    throw new ProblemError(0, 'unreachable');
  }
  if (!response.ok) {
    const problem = await problemOf(response);
    if (problem.status === 401 && path !== '/session' && path !== '/me') onSessionLost();
    throw problem;
  }
  if (response.status === 204 || response.headers.get('content-length') === '0') return undefined as T;
  const text = await response.text();
  return (text === '' ? undefined : JSON.parse(text)) as T;
}

export const api = {
  get: <T>(path: string, query?: Query, signal?: AbortSignal) =>
    request<T>('GET', path, { ...(query ? { query } : {}), ...(signal ? { signal } : {}) }),
  post: <T>(path: string, body: unknown = {}) => request<T>('POST', path, { body }),
  put: <T>(path: string, body: unknown, version?: number | null) =>
    request<T>('PUT', path, { body, ...(version === undefined ? {} : { version }) }),
  patch: <T>(path: string, body: unknown, version?: number | null) =>
    request<T>('PATCH', path, { body, ...(version === undefined ? {} : { version }) }),
  delete: (path: string, version?: number | null) =>
    request<void>('DELETE', path, version === undefined ? {} : { version }),
};
