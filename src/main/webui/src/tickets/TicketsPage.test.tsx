import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { App } from 'antd';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { parseSearch, stringifySearch } from '../shared/go';
import { chooseLanguage } from '../shared/i18n';
import { TicketsPage } from './TicketsPage';

vi.setConfig({ testTimeout: 30_000 });

const asked = vi.fn<(request: Request) => Promise<Response>>();
/** What the list was asked for last. */
const query = () => {
  const urls = asked.mock.calls.map(([request]) => new URL(request.url)).filter((url) => url.pathname === '/api/v1/tickets');
  return Object.fromEntries(urls.at(-1)?.searchParams ?? []);
};

async function show() {
  const router = createRouter({
    routeTree: createRootRoute({ component: TicketsPage }),
    history: createMemoryHistory({ initialEntries: ['/?status=open'] }),
    parseSearch,
    stringifySearch: stringifySearch as never,
  });
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
  asked.mockImplementation(async () => Response.json({ items: [], next: null, total: 0 }));
  vi.stubGlobal('fetch', asked);
});
afterEach(async () => {
  cleanup();
  vi.unstubAllGlobals();
  await chooseLanguage('en');
});

describe('the list of tickets', () => {
  it('shows what one watches, and nothing else of what was asked for before', async () => {
    await show();
    fireEvent.click(await screen.findByRole('button', { name: 'Watched by me' }));
    await waitFor(() => expect(query()).toMatchObject({ watcher: 'me' }));
    expect(query()).not.toHaveProperty('status');
    expect(screen.getByRole('button', { name: 'Watched by me' }).getAttribute('aria-current')).toBe('true');
  });

  it('shows what is overdue, the longest first, in Chinese too', async () => {
    await chooseLanguage('zh-CN');
    await show();
    fireEvent.click(await screen.findByRole('button', { name: '已逾期' }));
    await waitFor(() => expect(query()).toMatchObject({ overdue: 'true', sort: 'dueAt' }));
  });
});
