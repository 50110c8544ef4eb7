import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createMemoryHistory, createRootRoute, createRoute, createRouter, Outlet, RouterProvider } from '@tanstack/react-router';
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { App } from 'antd';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Suggestions } from '../knowledge/Suggestions';
import type { AgentStateView } from '../shared/api/types';
import { parseSearch, stringifySearch } from '../shared/go';
import { DeskArticle } from './DeskArticle';
import { useDesk } from './deskStore';

const marked = (text: string) => ({ text, marks: [] });
const card = { id: 'k1', title: marked('Kettle leaks'), excerpt: marked('Close the tap.'), language: 'en', tags: [], suits: true };
const article = {
  id: 'k1', title: 'Kettle leaks', body: '# Close the tap', language: 'en', status: 'published', queues: [], ticketTypes: [], tags: [], teams: [], roles: ['sales'],
  authorName: 'Lina', createdAt: '2026-11-22T10:00:00Z', updatedAt: '2026-11-22T10:00:00Z', version: 0,
};
const is = (state: AgentStateView['state']) =>
  act(() => useDesk.getState().receive({ type: 'snapshot', seq: 1, agent: { state, since: '2026-11-22T10:00:00Z', callId: null, pending: false, phoneReachable: true }, calls: [], pops: [] }));

async function show(at: string) {
  const root = createRootRoute({ component: Outlet });
  const desk = createRoute({ getParentRoute: () => root, path: '/desk', component: () => (<><Suggestions queue="support" /><DeskArticle /></>) });
  const tickets = createRoute({ getParentRoute: () => root, path: '/tickets', component: () => <Suggestions queue="support" /> });
  const knowledge = createRoute({ getParentRoute: () => root, path: '/knowledge/$id', component: () => <p>Knowledge base</p> });
  const router = createRouter({
    routeTree: root.addChildren([desk, tickets, knowledge]), history: createMemoryHistory({ initialEntries: [at] }), parseSearch, stringifySearch: stringifySearch as never,
  });
  await router.load();
  render(
    <App>
      <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
        <RouterProvider router={router as never} />
      </QueryClientProvider>
    </App>,
  );
  return router;
}

const asked = vi.fn<(request: Request) => Promise<Response>>();
beforeEach(() => {
  asked.mockReset();
  asked.mockImplementation(async ({ url }) => Response.json(url.includes('/suggested') ? [card] : url.includes('/articles/') ? article : { items: [], next: null, total: 0 }));
  vi.stubGlobal('fetch', asked);
});
afterEach(() => {
  cleanup();
  act(() => useDesk.getState().reset());
  vi.unstubAllGlobals();
});

describe('an article at the desk', () => {
  it('opens beside the call, and Back closes it', async () => {
    is('on-call');
    const router = await show('/desk?tab=x');
    fireEvent.click(await screen.findByText('Kettle leaks'));
    const drawer = await screen.findByRole('complementary', { name: 'Kettle leaks' });
    expect(drawer.textContent).toContain('Close the tap');
    expect(screen.getByRole('img', { name: 'Only for: Sales' })).toBeTruthy();
    expect(router.state.location.href).toBe('/desk?tab=x&article=k1');
    expect(screen.getByLabelText('Ask the knowledge base')).toBeTruthy();
    act(() => router.history.back());
    await waitFor(() => expect(screen.queryByRole('complementary')).toBeNull());
  });

  it('is closed by its button', async () => {
    const router = await show('/desk?article=k1');
    await screen.findByRole('complementary', { name: 'Kettle leaks' });
    fireEvent.click(screen.getByRole('button', { name: 'Close' }));
    await waitFor(() => expect(router.state.location.href).toBe('/desk'));
  });

  it('makes way for who calls', async () => {
    is('available');
    await show('/desk?article=k1');
    await screen.findByRole('complementary', { name: 'Kettle leaks' });
    is('ringing');
    await waitFor(() => expect(screen.queryByRole('complementary')).toBeNull());
  });

  it('opens in its own room from elsewhere', async () => {
    const router = await show('/tickets');
    fireEvent.click(await screen.findByText('Kettle leaks'));
    expect(await screen.findByText('Knowledge base')).toBeTruthy();
    expect(router.state.location.pathname).toBe('/knowledge/k1');
  });
});
