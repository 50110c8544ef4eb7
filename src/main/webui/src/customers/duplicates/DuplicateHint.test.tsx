import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { App } from 'antd';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DuplicateHint } from './DuplicateHint';

const name = 'Harbourline Logistics and Cold Storage of the Northern Approaches';
const dismissed = new Set<string>();
const asked = vi.fn<(request: Request) => Promise<Response>>();

async function show(may: boolean) {
  const root = createRootRoute({ component: () => <DuplicateHint customerId="c1" may={may} /> });
  const router = createRouter({ routeTree: root, history: createMemoryHistory() });
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
  dismissed.clear();
  asked.mockReset();
  asked.mockImplementation(async ({ method, url }) => {
    if (method === 'PUT') dismissed.add(url);
    if (method === 'DELETE') dismissed.clear();
    if (method !== 'GET') return new Response(null, { status: 204 });
    if (url.endsWith('/dismissed-duplicates')) return Response.json(dismissed.size > 0 ? [{ id: 'c2', name, kind: 'company', at: '2026-11-22T10:00:00Z', byName: 'Wei' }] : []);
    return Response.json(dismissed.size > 0 ? [] : [{ id: 'c2', name, kind: 'company', vip: false, tags: [], ownerName: null, score: 60, likely: true, reasons: ['phone'] }]);
  });
  vi.stubGlobal('fetch', asked);
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe('a hint that a customer may be there twice', () => {
  it('is taken away by who knows better, and comes back when that was wrong', async () => {
    await show(true);
    expect((await screen.findByRole('note')).textContent).toContain('same number');
    fireEvent.click(screen.getByRole('button', { name: `Not the same as ${name}` }));
    expect(await screen.findByText('1 marked as not the same')).toBeTruthy();
    expect(screen.queryByRole('note')).toBeNull();
    expect([...dismissed][0]).toContain('/customers/c1/dismissed-duplicates/c2');
    fireEvent.click(screen.getByRole('button', { name: `Undo: not the same as ${name}`, hidden: true }));
    expect(await screen.findByRole('note')).toBeTruthy();
    expect(screen.queryByText('1 marked as not the same')).toBeNull();
  });

  it('is only read by who may not change customers', async () => {
    await show(false);
    await screen.findByRole('note');
    expect(screen.queryByRole('button')).toBeNull();
  });
});
