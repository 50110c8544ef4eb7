import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createMemoryHistory, createRootRoute, createRoute, createRouter, Outlet, RouterProvider } from '@tanstack/react-router';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { App } from 'antd';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { queues } from '../mocks/data';
import { QueueDrawer } from './QueueDrawer';

vi.setConfig({ testTimeout: 60_000 });

const asked = vi.fn<(request: Request) => Promise<Response>>();
const support = queues.find((q) => q.name === 'support');

async function show() {
  const root = createRootRoute({ component: Outlet, notFoundComponent: () => null });
  const drawer = createRoute({ getParentRoute: () => root, path: '/admin/queues/$id', component: QueueDrawer });
  const router = createRouter({ routeTree: root.addChildren([drawer]), history: createMemoryHistory({ initialEntries: ['/admin/queues/support'] }) });
  await router.load();
  render(
    <App>
      <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
        <RouterProvider router={router as never} />
      </QueryClientProvider>
    </App>,
  );
}

beforeEach(() => {
  asked.mockReset();
  asked.mockImplementation(async ({ url }) => Response.json(url.endsWith('/queues/support') ? support : { items: [], next: null, total: 0 }));
  vi.stubGlobal('fetch', asked);
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe('a queue’s settings', () => {
  it('say what it is held to, and when the board raises an alarm', async () => {
    await show();
    expect((await screen.findByLabelText<HTMLInputElement>('Service level target')).value).toBe('80');
    fireEvent.change(screen.getByLabelText('Answered in time within'), { target: { value: '30' } });
    fireEvent.change(screen.getByLabelText('Alarm when more wait than'), { target: { value: '' } });
    fireEvent.click(screen.getByLabelText('Alarm below the target'));
    fireEvent.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(asked.mock.calls.some(([request]) => request.method === 'PATCH')).toBe(true));
    const [patch] = asked.mock.calls.find(([request]) => request.method === 'PATCH') ?? [];
    await expect(patch?.json()).resolves.toMatchObject({
      serviceLevelSeconds: 30, serviceLevelTarget: 80, alarmWaiting: null, alarmLongestWaitSeconds: 60, alarmServiceLevel: false,
    });
  });
});
