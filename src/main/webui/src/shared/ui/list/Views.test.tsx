import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { App } from 'antd';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { SavedView } from '../../api/types';
import { parseSearch, stringifySearch, useUrlSearch } from '../../go';
import { viewSearch } from './listState';
import { useSavedViews } from './savedViews';
import { Views } from './Views';

const keys = ['status', 'priority'];
const kept: SavedView = { id: 'v1', list: 'tickets', name: 'Urgent', search: 'priority=urgent&sort=dueAt', columns: null, version: 3 };

function Page() {
  const search = useUrlSearch();
  const saved = useSavedViews('tickets');
  return (
    <Views
      list="tickets"
      presets={[{ label: 'All', search: {} }]}
      saved={saved}
      picked={saved.find((v) => v.id === search['view'])}
      now={{ search: viewSearch(search, keys), columns: null }}
      filterKeys={keys}
    />
  );
}

async function show(search: string, views: SavedView[]) {
  const asked: { method: string; url: string; body: unknown }[] = [];
  vi.stubGlobal('fetch', async (input: string | Request, init?: RequestInit) => {
    const request = input instanceof Request ? input : new Request(new URL(input, 'http://localhost'), init);
    const text = await request.text();
    const body: unknown = text ? JSON.parse(text) : null;
    asked.push({ method: request.method, url: request.url, body });
    if (request.method === 'GET') return Response.json({ items: views, next: null, total: views.length });
    return Response.json({ ...kept, ...(body as object), id: request.method === 'POST' ? 'v2' : kept.id, version: kept.version + 1 });
  });
  const router = createRouter({
    routeTree: createRootRoute({ component: Page }),
    history: createMemoryHistory({ initialEntries: [`/${search}`] }),
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
  return { asked, url: () => router.state.location.searchStr };
}

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe('saved views', { timeout: 20_000 }, () => {
  it('keep the present filters and sort under a name and are picked at once', async () => {
    const { asked, url } = await show('?status=open&sort=-dueAt', []);
    fireEvent.click(screen.getByText('Save view'));
    fireEvent.change(await screen.findByLabelText('Name of the view'), { target: { value: ' Mine ' } });
    fireEvent.click(screen.getByText('Save'));
    await waitFor(() => expect(asked.find((a) => a.method === 'POST')?.body).toEqual({ list: 'tickets', name: 'Mine', search: 'sort=-dueAt&status=open', columns: null }));
    await waitFor(() => expect(url()).toContain('view=v2'));
  });

  it('bring back what they keep', async () => {
    const { url } = await show('?status=open', [kept]);
    fireEvent.click(await screen.findByText('Urgent'));
    await waitFor(() => expect(url()).toBe('?priority=urgent&sort=dueAt&view=v1'));
  });

  it('say when something was changed since, and keep it when told to', async () => {
    const { asked } = await show('?priority=urgent&status=open&view=v1', [kept]);
    expect(await screen.findByText('changed')).toBeTruthy();
    fireEvent.click(screen.getByLabelText('Change view “Urgent”'));
    fireEvent.click(await screen.findByText('Keep as it is now'));
    await waitFor(() => expect(asked.find((a) => a.method === 'PATCH')?.body).toEqual({ search: 'priority=urgent&status=open', columns: null }));
    await waitFor(() => expect(screen.queryByText('changed')).toBeNull());
  });
});
