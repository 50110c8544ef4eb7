import type { FieldError, Problem } from './types';

/** A refused request: the RFC 9457 document, or what could be made of the answer without one. */
export class ProblemError extends Error {
  constructor(
    /** HTTP status; 0 when no answer came at all. */
    readonly status: number,
    /** Stable code the page translates, e.g. `stale`. */
    readonly code: string,
    readonly detail: string | null = null,
    readonly errors: FieldError[] = [],
    readonly params: NonNullable<Problem['params']> = {},
  ) {
    super(`${status} ${code}${detail ? `: ${detail}` : ''}`);
    this.name = 'ProblemError';
  }

  get isConflict() {
    return this.status === 412;
  }
}

const byStatus: Record<number, string> = {
  400: 'invalid',
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not-found',
  409: 'conflict',
  412: 'stale',
  413: 'content-too-large',
  422: 'validation',
  429: 'too-many-requests',
};

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const isFieldError = (value: unknown): value is FieldError => isObject(value) && typeof value['field'] === 'string' && typeof value['code'] === 'string';

/**
 * Whether asking the same again is of no use. Who signs in again goes on, and a call that ends in this moment is there again
 * in the next.
 *
 * @param failures in a row until now
 */
export function isFinal(error: unknown, failures: number): boolean {
  if (!(error instanceof ProblemError) || error.status < 400 || error.status >= 500) return false;
  return error.status !== 401 && error.status !== 429 && !(error.status === 404 && failures < 3);
}

/** Reads a refusal. It may come from something in between instead of the service: nothing in it is taken for granted. */
export async function problemOf(response: Response): Promise<ProblemError> {
  const fallback = byStatus[response.status] ?? (response.status >= 500 ? 'server' : 'unknown');
  const body: unknown = await response.json().catch(() => null);
  if (!isObject(body)) return new ProblemError(response.status, fallback);
  const { code, detail, errors, params }: Partial<Record<keyof Problem, unknown>> = body;
  return new ProblemError(
    response.status,
    typeof code === 'string' ? code : fallback,
    typeof detail === 'string' ? detail : null,
    Array.isArray(errors) ? errors.filter(isFieldError) : [],
    isObject(params) ? params : {},
  );
}
