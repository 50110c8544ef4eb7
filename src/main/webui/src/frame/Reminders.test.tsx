import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { App } from 'antd';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useReminders } from '../desk/reminders';
import { meQuery } from '../session/session';
import { Reminders } from './Reminders';

const asked = vi.fn<(request: Request) => Promise<Response>>();
let taken = false;

beforeEach(() => {
  taken = false;
  asked.mockReset();
  asked.mockImplementation(async ({ url, method }) => {
    if (method === 'PATCH' && taken) return Response.json({ type: 'x', title: 'x', status: 412, code: 'stale', detail: 'x' }, { status: 412 });
    if (method === 'POST') return Response.json({ callId: 'c9' }, { status: 202 });
    return Response.json({ id: 'f1', version: 7, kind: 'callback', status: 'open', dueAt: new Date(Date.now() + 900_000).toISOString(), url });
  });
  vi.stubGlobal('fetch', asked);
});
afterEach(() => {
  cleanup();
  useReminders.getState().clear();
  vi.unstubAllGlobals();
});

const due = (id: string, more: object = {}) =>
  useReminders.getState().add({ id, kind: 'callback', version: 3, dueAt: new Date().toISOString(), phone: '+8613912345678', customerName: 'Wang Lihua', note: 'about the invoice', ...more });

async function show() {
  const router = createRouter({ routeTree: createRootRoute({ component: Reminders }), history: createMemoryHistory() });
  await router.load();
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  client.setQueryData(meQuery.queryKey, { id: 'u1', username: 'wei', name: 'Wei', roles: ['agent'], extension: '1001', active: true, version: 0 });
  render(
    <App>
      <QueryClientProvider client={client}>
        <RouterProvider router={router as never} />
      </QueryClientProvider>
    </App>,
  );
}

const sent = async () =>
  Promise.all(
    asked.mock.calls
      .map(([r]) => r)
      .filter((r) => r.method !== 'GET')
      .map(async (r) => ({ ask: `${r.method} ${new URL(r.url).pathname}`, version: r.headers.get('if-match'), body: (await r.clone().json()) as Record<string, unknown> })),
  );

describe('a reminder', () => {
  it('says whom and why, and calls', async () => {
    due('f1', { assigneeId: 'u1' });
    await show();
    expect(screen.getByRole('link', { name: 'Wang Lihua' })).toBeTruthy();
    expect(screen.getByText('about the invoice')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Call' }));
    await waitFor(async () => expect(await sent()).toEqual([{ ask: 'POST /api/v1/calls', version: null, body: { to: '+8613912345678', customerId: null } }]));
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Call' })).toBeNull());
  });

  it('takes what is nobody’s before it calls', async () => {
    due('f1');
    await show();
    fireEvent.click(screen.getByRole('button', { name: 'Call' }));
    await waitFor(async () => expect((await sent()).map((s) => s.ask)).toEqual(['PATCH /api/v1/follow-ups/f1', 'POST /api/v1/calls']));
    expect((await sent())[0]).toMatchObject({ version: '"3"', body: { assignee: 'u1' } });
  });

  it('calls nobody whom a colleague was quicker to call', async () => {
    due('f1');
    taken = true;
    await show();
    fireEvent.click(screen.getByRole('button', { name: 'Call' }));
    await waitFor(async () => expect(await sent()).toHaveLength(1));
    await screen.findByText(/changed/i);
    expect((await sent()).map((s) => s.ask)).toEqual(['PATCH /api/v1/follow-ups/f1']);
  });

  it('is put off by a quarter of an hour, whatever was changed meanwhile', async () => {
    due('f1', { assigneeId: 'u1' });
    await show();
    fireEvent.click(screen.getByRole('button', { name: /Later/ }));
    await waitFor(async () => expect(await sent()).toHaveLength(1));
    const [patch] = await sent();
    expect(patch?.version).toBe('"7"');
    const away = Date.parse(String(patch?.body['dueAt'])) - Date.now();
    expect(away).toBeGreaterThan(14 * 60_000);
    expect(away).toBeLessThan(16 * 60_000);
    await waitFor(() => expect(screen.queryByText('about the invoice')).toBeNull());
  });

  it('leaves room: three at most, and how many more', async () => {
    for (let i = 0; i < 5; i++) due(`f${i}`, { customerName: `Customer ${i}` });
    await show();
    expect(screen.getAllByRole('article')).toHaveLength(3);
    expect(screen.getByText(/2 more are due/)).toBeTruthy();
  });
});
