import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router';
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import { App } from 'antd';
import { afterEach, expect, it, vi } from 'vitest';
import { meQuery } from '../session/session';
import { CustomerColumn } from './CustomerColumn';
import { useDesk } from './deskStore';

const asked = vi.fn<(request: Request) => Promise<Response>>(() => new Promise(() => {}));

afterEach(() => {
  cleanup();
  useDesk.getState().reset();
  vi.unstubAllGlobals();
});

it('asks for addresses and pinned notes beside the customer, while the pop is on the screen', async () => {
  vi.stubGlobal('fetch', asked);
  const since = new Date().toISOString();
  useDesk.getState().receive({ type: 'snapshot', seq: 1, agent: { state: 'ringing', since, callId: 'c1', pending: false, phoneReachable: true }, calls: [], pops: [
    {
      call: { id: 'c1', direction: 'inbound', queue: 'support', ringingAt: since, waitedMs: 0 },
      caller: { raw: '+8613812345678', e164: '+8613812345678', name: null, withheld: false },
      customers: [{ id: 'k1', name: 'Wang Lihua', kind: 'person', vip: false, tags: [], phones: [] }], tickets: [], recentCalls: [], complete: true,
    },
  ] });
  const router = createRouter({ routeTree: createRootRoute({ component: CustomerColumn }), history: createMemoryHistory() });
  await router.load();
  const client = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: 15_000 } } });
  client.setQueryData(meQuery.queryKey, { id: 'u1', username: 'wei', name: 'Wei', roles: ['agent'], extension: '1001', active: true, version: 0 });
  render(
    <App>
      <QueryClientProvider client={client}>
        <RouterProvider router={router as never} />
      </QueryClientProvider>
    </App>,
  );
  expect(await screen.findByRole('heading', { name: /Wang Lihua/ })).toBeTruthy();
  await waitFor(() => {
    const paths = asked.mock.calls.map(([request]) => new URL(request.url).pathname);
    expect(paths).toEqual(expect.arrayContaining(['/api/v1/customers/k1', '/api/v1/customers/k1/addresses', '/api/v1/customers/k1/notes']));
  });
});
