import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { answer, api, ifMatch, whenSessionLost } from './client';
import { ProblemError } from './problem';

const asked = vi.fn<(request: Request) => Promise<Response>>();
const refusal = (status: number, document: object) =>
  new Response(JSON.stringify({ type: 'about:blank', title: '', status, detail: '', ...document }), { status, headers: { 'content-type': 'application/problem+json' } });
const failed = async (call: Promise<unknown>) => call.then(() => expect.unreachable(), (error: unknown) => error as ProblemError);

beforeEach(() => vi.stubGlobal('fetch', asked));
afterEach(() => {
  vi.unstubAllGlobals();
  asked.mockReset();
});

describe('the service', () => {
  it('is asked for what was given and nothing else', async () => {
    asked.mockResolvedValue(Response.json({ items: [], next: null, total: 0 }));
    const page = await answer(api.GET('/api/v1/customers', { params: { query: { q: '王 & co', tag: '', limit: 8 } } }));
    expect(page.total).toBe(0);
    const url = new URL(asked.mock.calls[0]?.[0].url ?? '');
    expect(url.pathname).toBe('/api/v1/customers');
    expect([...url.searchParams]).toEqual([['q', '王 & co'], ['limit', '8']]);
  });

  it('is told which version a change is based on', async () => {
    asked.mockResolvedValue(Response.json({}));
    await api.PATCH('/api/v1/customers/{id}', { params: { path: { id: 'a/b' }, header: ifMatch(7) }, body: { name: 'N' } });
    const request = asked.mock.calls[0]?.[0];
    expect(request?.url).toMatch(/\/api\/v1\/customers\/a%2Fb$/);
    expect(request?.headers.get('If-Match')).toBe('"7"');
    await expect(request?.json()).resolves.toEqual({ name: 'N' });
  });

  it('may answer with nothing', async () => {
    asked.mockResolvedValue(new Response(null, { status: 204 }));
    await expect(answer(api.DELETE('/api/v1/session'))).resolves.toBeUndefined();
  });
});

describe('a refusal', () => {
  it('is thrown with what the problem document says', async () => {
    const errors = [{ field: 'name', code: 'size', message: 'too long' }];
    asked.mockResolvedValue(refusal(422, { code: 'validation', detail: 'name: too long', errors, params: { most: 5 } }));
    const problem = await failed(answer(api.POST('/api/v1/customers', { body: { name: 'x' } })));
    expect(problem).toBeInstanceOf(ProblemError);
    expect(problem).toMatchObject({ status: 422, code: 'validation', detail: 'name: too long', errors, params: { most: 5 } });
  });

  it('without a document is known by its status', async () => {
    asked.mockResolvedValue(new Response('<html>', { status: 412 }));
    expect(await failed(answer(api.GET('/api/v1/info')))).toMatchObject({ status: 412, code: 'stale', isConflict: true });
  });

  it('with a wrong document is not believed', async () => {
    asked.mockResolvedValue(refusal(409, { code: 5, detail: {}, errors: [{ field: 'name' }, null], params: 'x' }));
    expect(await failed(answer(api.GET('/api/v1/info')))).toMatchObject({ code: 'conflict', detail: null, errors: [], params: {} });
  });

  it('of the session is told once, but not to who is signing in', async () => {
    const lost = vi.fn();
    whenSessionLost(lost);
    asked.mockImplementation(async () => refusal(401, { code: 'unauthenticated' }));
    await failed(answer(api.GET('/api/v1/me')));
    await failed(answer(api.POST('/api/v1/session', { body: { username: 'wei', password: '' } })));
    expect(lost).not.toHaveBeenCalled();
    await failed(answer(api.GET('/api/v1/calls')));
    expect(lost).toHaveBeenCalledTimes(1);
  });

  it('is also that nobody answers', async () => {
    asked.mockRejectedValue(new TypeError('fetch failed'));
    expect(await failed(answer(api.GET('/api/v1/info')))).toMatchObject({ status: 0, code: 'unreachable' });
  });
});
