export interface FieldError {
  field: string;
  code?: string | null;
  message?: string | null;
}

/** A refused request: the RFC 9457 document, or what could be made of the answer without one. */
export class ProblemError extends Error {
  constructor(
    /** HTTP status; 0 when no answer came at all. */
    readonly status: number,
    /** Stable code the page translates, e.g. `stale-version`. */
    readonly code: string,
    readonly detail: string | null = null,
    readonly errors: FieldError[] = [],
    readonly params: Record<string, unknown> = {},
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
  412: 'stale-version',
  413: 'too-large',
  422: 'invalid',
  429: 'too-many-requests',
};

function asFieldErrors(value: unknown): FieldError[] {
  if (!Array.isArray(value)) return [];
  return value.filter((e): e is FieldError => typeof e === 'object' && e !== null && typeof (e as FieldError).field === 'string');
}

export async function problemOf(response: Response): Promise<ProblemError> {
  const fallback = byStatus[response.status] ?? (response.status >= 500 ? 'server' : 'unknown');
  let body: unknown = null;
  try {
    body = await response.json();
  } catch {
    return new ProblemError(response.status, fallback);
  }
  if (typeof body !== 'object' || body === null) return new ProblemError(response.status, fallback);
  const doc = body as Record<string, unknown>;
  return new ProblemError(
    response.status,
    typeof doc['code'] === 'string' ? doc['code'] : fallback,
    typeof doc['detail'] === 'string' ? doc['detail'] : null,
    asFieldErrors(doc['errors']),
    typeof doc['params'] === 'object' && doc['params'] !== null ? (doc['params'] as Record<string, unknown>) : {},
  );
}
