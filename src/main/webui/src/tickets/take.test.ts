import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Quicker, takeTicket } from './take';

const asked = vi.fn<(request: Request) => Promise<Response>>();
const stale = () => Response.json({ status: 412, code: 'stale' }, { status: 412 });
const ticket = (assigneeId: string | null, version: number) => Response.json({ id: 'k1', number: 1001, assigneeId, assigneeName: 'Yuki Tanaka', version });
const seen = { id: 'k1', version: 1, assigneeId: null };
const versions = () => asked.mock.calls.map(([request]) => (request.method === 'PATCH' ? request.headers.get('If-Match') : 'look'));

beforeEach(() => {
  asked.mockReset();
  vi.stubGlobal('fetch', asked);
});
afterEach(() => vi.unstubAllGlobals());

describe('taking a ticket', () => {
  it('assigns it to me, as it was seen', async () => {
    asked.mockResolvedValueOnce(ticket('me', 2));
    await expect(takeTicket(seen, 'me')).resolves.toMatchObject({ assigneeId: 'me' });
    expect(versions()).toEqual(['"1"']);
    await expect(asked.mock.calls[0]?.[0].json()).resolves.toEqual({ assignee: 'me' });
  });

  it('says who was quicker', async () => {
    asked.mockResolvedValueOnce(stale()).mockResolvedValueOnce(ticket('yuki', 2));
    const failure = await takeTicket(seen, 'me').catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(Quicker);
    expect((failure as Quicker).ticket.assigneeName).toBe('Yuki Tanaka');
    expect(versions()).toEqual(['"1"', 'look']);
  });

  it('goes on when something else was changed', async () => {
    asked.mockResolvedValueOnce(stale()).mockResolvedValueOnce(ticket(null, 5)).mockResolvedValueOnce(ticket('me', 6));
    await expect(takeTicket(seen, 'me')).resolves.toMatchObject({ version: 6 });
    expect(versions()).toEqual(['"1"', 'look', '"5"']);
  });

  it('has it already', async () => {
    asked.mockResolvedValueOnce(stale()).mockResolvedValueOnce(ticket('me', 2));
    await expect(takeTicket(seen, 'me')).resolves.toMatchObject({ version: 2 });
  });
});
