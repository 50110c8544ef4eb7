import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createMemoryHistory, createRootRoute, createRoute, createRouter, Outlet, RouterProvider } from '@tanstack/react-router';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { App } from 'antd';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { queues, users } from '../../mocks/data';
import { routingRules } from '../../mocks/routing';
import type { RoutingTrial } from '../../shared/api/types';
import { RoutingDrawer } from './RoutingDrawer';
import { RoutingPage } from './RoutingPage';

vi.setConfig({ testTimeout: 60_000 });

const asked = vi.fn<(request: Request) => Promise<Response>>();
const list = (items: unknown[]) => ({ items, next: null, total: items.length });

const trial: RoutingTrial = {
  at: '2026-11-23T09:00:00Z', did: '4008001000', numberKind: 'e164', number: '+8613800138000', blocked: false, customers: [],
  usualQueue: 'support', lastQueue: null, lastAgent: null, queue: 'sales', priority: 5, refusal: null,
  rules: [
    { id: 'route1', name: 'Night', verdict: 'missed', missed: { kind: 'hours', negated: false, value: 'monday 17:05' } },
    { id: 'route2', name: 'Strangers', verdict: 'suits', missed: null },
  ],
};

async function show(path: string, username = 'admin') {
  asked.mockImplementation(async ({ url }) => {
    const { pathname } = new URL(url);
    if (pathname.endsWith('/me')) return Response.json(users.find((u) => u.username === username));
    if (pathname.endsWith('/routing-rules')) return Response.json(list(routingRules));
    if (pathname.includes('/routing-rules/route')) return Response.json(routingRules.find((r) => pathname.endsWith(r.id)));
    if (pathname.endsWith('/routing-trial')) return Response.json(trial);
    return Response.json(list(pathname.endsWith('/queues') ? queues : []));
  });
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  client.setQueryData(['me'], users.find((u) => u.username === username));
  const root = createRootRoute({ component: Outlet, notFoundComponent: () => null });
  const page = createRoute({ getParentRoute: () => root, path: '/admin/routing', component: RoutingPage });
  const drawer = createRoute({ getParentRoute: () => page, path: '$id', component: RoutingDrawer });
  const router = createRouter({ routeTree: root.addChildren([page.addChildren([drawer])]), history: createMemoryHistory({ initialEntries: [path] }) });
  await router.load();
  return render(
    <App>
      <QueryClientProvider client={client}>
        <RouterProvider router={router as never} />
      </QueryClientProvider>
    </App>,
  );
}

const sent = async (method: string) => {
  await waitFor(() => expect(asked.mock.calls.some(([request]) => request.method === method)).toBe(true));
  return asked.mock.calls.find(([request]) => request.method === method)?.[0];
};

beforeEach(() => {
  asked.mockReset();
  vi.stubGlobal('fetch', asked);
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe('a routing rule', () => {
  it('is written from conditions and what happens then', async () => {
    await show('/admin/routing/new');
    fireEvent.change(await screen.findByLabelText('Name', { selector: '#name' }), { target: { value: 'VIPs' } });
    fireEvent.click(screen.getByRole('button', { name: 'Add condition' }));
    fireEvent.change(screen.getByLabelText('Priority'), { target: { value: '10' } });
    fireEvent.click(screen.getByRole('button', { name: 'Save' }));
    await expect((await sent('POST'))?.json()).resolves.toMatchObject({
      name: 'VIPs', enabled: true, refuse: null, queue: null, priority: 10, last: true, conditions: [{ kind: 'vip', negated: false }],
    });
  });

  it('says which condition is wrong', async () => {
    await show('/admin/routing/route3');
    await screen.findByDisplayValue('Partners to sales');
    asked.mockImplementation(async () =>
      Response.json(
        { type: 'x', title: 'x', status: 422, code: 'validation', errors: [{ field: 'conditions[1].kind', code: 'never-matches', message: 'x' }] },
        { status: 422, headers: { 'content-type': 'application/problem+json' } },
      ),
    );
    fireEvent.click(screen.getByRole('button', { name: 'Remove condition 2' }));
    fireEvent.click(screen.getByRole('button', { name: 'Add condition' }));
    fireEvent.click(screen.getByRole('button', { name: 'Save' }));
    const second = await screen.findByRole('group', { name: 'Condition 2' });
    await waitFor(() => expect(second.textContent).toContain('No caller can meet this together with the other conditions.'));
  });

  it('is read but not changed by supervisors', async () => {
    await show('/admin/routing/route2', 'lina');
    await screen.findByText('priority 10 · goes on');
    expect(screen.queryByRole('button', { name: 'Save' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'New rule' })).toBeNull();
  });
});

describe('a trial', () => {
  it('tells what would become of a caller and what becomes of each rule', async () => {
    await show('/admin/routing/try');
    fireEvent.change(await screen.findByLabelText('Caller’s number'), { target: { value: '13800138000' } });
    fireEvent.mouseDown(screen.getByLabelText('Number dialled'));
    fireEvent.click(await screen.findByTitle('+86 400 800 1000'));
    fireEvent.click(screen.getByRole('button', { name: 'Try' }));
    expect((await screen.findByText(/wait in/)).textContent).toContain('priority 5');
    expect(screen.getByText(/does not hold: time Mon 17:05/)).toBeTruthy();
  });
});
