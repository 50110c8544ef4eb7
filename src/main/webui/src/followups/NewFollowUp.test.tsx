import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createMemoryHistory, createRootRoute, createRoute, createRouter, Outlet, RouterProvider } from '@tanstack/react-router';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { App } from 'antd';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { meQuery } from '../session/session';
import { parseSearch, stringifySearch } from '../shared/go';
import { CallBackAt } from './CallBackAt';
import { FollowUpDrawer } from './FollowUpDrawer';

const asked = vi.fn<(request: Request) => Promise<Response>>();
/** Forms with a date and pickers take their time to draw here. */
const PATIENCE = 30_000;
const made = { id: 'f9', kind: 'callback', status: 'open', dueAt: '2030-01-07T09:00:00Z', attempts: 0, version: 0, createdAt: '2030-01-01T09:00:00Z', updatedAt: '2030-01-01T09:00:00Z' };
const me = { id: 'u1', username: 'wei', name: 'Wei Zhang', roles: ['agent'], extension: '1001', active: true, version: 0 };

beforeEach(() => {
  asked.mockReset();
  asked.mockImplementation(async ({ url, method }) => {
    // As from a service: the form has drawn itself as busy before the answer is there.
    if (method === 'POST') await new Promise((answered) => setTimeout(answered, 50));
    if (/\/follow-ups(\/f9)?$/.test(url)) return Response.json(method === 'PATCH' ? { ...made, version: 1, status: 'cancelled' } : made, { status: method === 'POST' ? 201 : 200 });
    return Response.json({ items: /users/.test(url) ? [me] : [], next: null, total: 0 });
  });
  vi.stubGlobal('fetch', asked);
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

async function show(component: () => React.ReactNode, address = '/') {
  const root = createRootRoute({ component: Outlet });
  const routes = ['/', '/follow-ups', '/follow-ups/$id'].map((path) => createRoute({ getParentRoute: () => root, path, component }));
  const router = createRouter({ routeTree: root.addChildren(routes), history: createMemoryHistory({ initialEntries: [address] }), parseSearch, stringifySearch: stringifySearch as never });
  await router.load();
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  client.setQueryData(meQuery.queryKey, me as never);
  render(
    <App>
      <QueryClientProvider client={client}>
        <RouterProvider router={router as never} />
      </QueryClientProvider>
    </App>,
  );
  return router;
}

const sent = async (method: string) => {
  const request = asked.mock.calls.map(([r]) => r).find((r) => r.method === method);
  return request && ((await request.clone().json()) as Record<string, unknown>);
};

describe('a new follow-up', () => {
  it('takes over what is known, is mine and opens when it is made', async () => {
    const router = await show(FollowUpDrawer, '/follow-ups/new?phone=%2B8613912345678&status=open&customerId=k1&customerName=Wang');
    fireEvent.click(await screen.findByText('Tomorrow 9:00'));
    fireEvent.change(screen.getByLabelText('Note'), { target: { value: ' about the invoice ' } });
    fireEvent.click(screen.getByText('Create'));
    await waitFor(async () => expect(await sent('POST')).toMatchObject({ kind: 'callback', phone: '+8613912345678', customerId: 'k1', assignee: 'u1', note: 'about the invoice' }));
    const due = new Date(String((await sent('POST'))?.['dueAt']));
    expect([due.getHours(), due.getMinutes()]).toEqual([9, 0]);
    await waitFor(() => expect(router.state.location.pathname).toBe('/follow-ups/f9'), { timeout: 10_000 });
    expect(router.state.location.search).toEqual({ status: 'open' });
  }, PATIENCE);

  it('asks whom to call before it asks the service', async () => {
    await show(FollowUpDrawer, '/follow-ups/new');
    fireEvent.click(await screen.findByText('Create'));
    expect(await screen.findByText('A callback needs a number or a customer.')).toBeTruthy();
    expect(await sent('POST')).toBeUndefined();
    fireEvent.click(screen.getByText('Task'));
    fireEvent.click(screen.getByText('Create'));
    await waitFor(async () => expect(await sent('POST')).toMatchObject({ kind: 'task', phone: null }));
  }, PATIENCE);
});

describe('a callback agreed on in a call', () => {
  it('is set by keys alone, stays in sight and can be taken back', async () => {
    await show(() => <CallBackAt callId="c1" number="+8613912345678" customerId="k1" customerName="Wang" queue="support" />);
    await screen.findByText(/Call back at/);
    fireEvent.keyDown(document.body, { code: 'KeyL', altKey: true });
    fireEvent.click(await screen.findByText('Tomorrow 9:00'));
    await waitFor(async () => expect(await sent('POST')).toMatchObject({ kind: 'callback', phone: '+8613912345678', customerId: 'k1', callId: 'c1', queue: 'support' }));
    expect(await screen.findByText(/Call back:/)).toBeTruthy();
    fireEvent.click(screen.getByText('Undo'));
    await waitFor(async () => expect(await sent('PATCH')).toEqual({ status: 'cancelled' }));
    expect(await screen.findByText(/Call back at/)).toBeTruthy();
  });

  it('needs somebody to call', async () => {
    await show(() => <CallBackAt callId="c1" number={null} customerId={null} customerName={null} queue={null} />);
    expect((await screen.findByRole<HTMLButtonElement>('button', { name: /Call back at/ })).disabled).toBe(true);
  });
});
