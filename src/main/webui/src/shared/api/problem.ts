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
