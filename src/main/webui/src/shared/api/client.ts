import createClient, { type Middleware } from 'openapi-fetch';
import type { paths } from './generated/openapi';
import { ProblemError, problemOf } from './problem';

export type Query = Record<string, string | number | boolean | null | undefined>;

type Listener = () => void;
let onSessionLost: Listener = () => {};

/** Called once for each answer 401 outside signing in. */
export function whenSessionLost(listener: Listener) {
  onSessionLost = listener;
}

const refusals: Middleware = {
  async onResponse({ response, schemaPath }) {
    if (response.ok) return;
    const problem = await problemOf(response);
    if (problem.status === 401 && schemaPath !== '/api/v1/session' && schemaPath !== '/api/v1/me') onSessionLost();
    throw problem;
  },
  onError({ error }) {
    return error instanceof DOMException && error.name === 'AbortError' ? error : new ProblemError(0, 'unreachable');
  },
};

/** What is not asked for is left out of the address. */
function queryText(query: object): string {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(query as Query)) {
    if (value !== undefined && value !== null && value !== '') params.set(key, String(value));
  }
  return params.toString();
}

/**
 * The service, typed by its OpenAPI document: paths, parameters, bodies and answers. The session travels in an HttpOnly
 * cookie the page itself never sees. Whatever is refused or fails is thrown as a ProblemError.
 */
export const api = createClient<paths>({
  baseUrl: window.location.origin,
  credentials: 'same-origin',
  headers: { Accept: 'application/json, application/problem+json' },
  querySerializer: queryText,
  fetch: (request) => fetch(request),
});
api.use(refusals);

/** The body of an answer; a refusal has been thrown by then. */
export async function answer<T>(call: Promise<{ data?: T }>): Promise<T> {
  return (await call).data as T;
}

/** The version a change was based on; the service refuses it with 412 when it is no longer the newest. */
export const ifMatch = (version: number) => ({ 'If-Match': `"${version}"` });

/** Where a recording is played from: the browser's own player asks for it, part by part. */
export const recordingUrl = (callId: string, n: number) => `/api/v1/calls/${encodeURIComponent(callId)}/recordings/${n}`;
