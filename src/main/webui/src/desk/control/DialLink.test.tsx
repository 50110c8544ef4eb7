import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createMemoryHistory, createRootRoute, createRoute, createRouter, RouterProvider } from '@tanstack/react-router';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { App } from 'antd';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { meQuery } from '../../session/session';
import { parseSearch, stringifySearch } from '../../shared/go';
import { DialLink } from './DialLink';

const asked = vi.fn<(request: Request) => Promise<Response>>();
beforeEach(() => {
  asked.mockReset();
  asked.mockImplementation(async ({ url, method }) => (method === 'POST' ? Response.json({ callId: 'c9' }, { status: 202 }) : Response.json(/targets/.test(url) ? [] : { items: [], next: null, total: 0 })));
  vi.stubGlobal('fetch', asked);
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

async function follow(address: string, extension: string | null = '1001') {
  const root = createRootRoute();
  const desk = createRoute({ getParentRoute: () => root, path: '/desk', component: DialLink });
  const router = createRouter({ routeTree: root.addChildren([desk]), history: createMemoryHistory({ initialEntries: [address] }), parseSearch, stringifySearch: stringifySearch as never });
  await router.load();
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  client.setQueryData(meQuery.queryKey, { id: 'u1', username: 'wei', name: 'Wei', roles: ['agent'], extension, active: true, version: 0 } as never);
  render(
    <App>
      <QueryClientProvider client={client}>
        <RouterProvider router={router as never} />
      </QueryClientProvider>
    </App>,
  );
  return router;
}

const calls = () => asked.mock.calls.filter(([r]) => r.method === 'POST');

describe('a telephone link', () => {
  it('shows its number, says where it comes from and waits', async () => {
    await follow('/desk?dial=tel%3A%2B86-139-1234-5678');
    const field = await screen.findByRole<HTMLInputElement>('combobox');
    expect(field.value).toBe('+8613912345678');
    expect(screen.getByText(/comes from a link/)).toBeTruthy();
    // A key that is held or pressed by chance as the link opens meets no field that would take it.
    expect(document.activeElement).not.toBe(field);
    fireEvent.keyDown(document.activeElement ?? document.body, { key: 'Enter' });
    expect(calls()).toEqual([]);
  });

  it('is called when its reader chooses it, and is gone from the address', async () => {
    const router = await follow('/desk?dial=tel%3A13912345678&as=week');
    fireEvent.click(await screen.findByRole('option'));
    await waitFor(() => expect(calls()).toHaveLength(1));
    expect(await calls()[0]?.[0].clone().json()).toMatchObject({ to: '13912345678' });
    await waitFor(() => expect(router.state.location.search).toEqual({ as: 'week' }));
  });

  it.each(['tel%3A*21*13900000000%23', 'javascript%3Aalert(1)'])('that holds no number (%s) opens nothing', async (link) => {
    const router = await follow(`/desk?dial=${link}`);
    await waitFor(() => expect(router.state.location.search).toEqual({}));
    expect(screen.queryByRole('combobox')).toBeNull();
    expect(calls()).toEqual([]);
  });

  it('is nothing to who has no phone', async () => {
    await follow('/desk?dial=13912345678', null);
    expect(screen.queryByRole('combobox')).toBeNull();
  });
});
