import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router';
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { App } from 'antd';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { TicketLinkView, TicketView } from '../shared/api/types';
import { chooseLanguage } from '../shared/i18n';
import { byRelation } from './links';
import { TicketLinks } from './TicketLinks';

vi.setConfig({ testTimeout: 30_000 });

const ticket = { id: 'k1', number: 1001, customerId: 'c1' } as TicketView;
const link = (id: string, relation: TicketLinkView['relation'], number: number): TicketLinkView => ({
  id, relation, authorName: 'Wei', at: '2026-11-22T10:00:00Z',
  ticket: { id: `t${number}`, number, type: 'repair', status: 'open', priority: 'normal', subject: `Subject ${number}`, subjectKey: null, subjectParams: {}, customerId: null, createdAt: '2026-11-22T10:00:00Z' },
});

let links: TicketLinkView[] = [];
const asked = vi.fn<(request: Request) => Promise<Response>>();
const sent = (method: string) => asked.mock.calls.map(([request]) => request).filter((request) => request.method === method);

async function show() {
  const router = createRouter({ routeTree: createRootRoute({ component: () => <TicketLinks ticket={ticket} /> }), history: createMemoryHistory() });
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
  links = [link('l1', 'blocked-by', 1002), link('l2', 'related-to', 1003)];
  asked.mockReset();
  asked.mockImplementation(async ({ url, method }) => {
    if (method === 'DELETE') return new Response(null, { status: 204 });
    if (method === 'POST') return Response.json(link('l3', 'child-of', 1004));
    if (url.includes('/links')) return Response.json(links);
    if (url.includes('/tickets')) return Response.json({ items: [{ ...link('x', 'blocks', 1004).ticket, version: 0 }, { ...link('x', 'blocks', 1002).ticket, version: 0 }], next: null, total: 2 });
    return Response.json({ items: [], next: null, total: 0 });
  });
  vi.stubGlobal('fetch', asked);
});
afterEach(async () => {
  cleanup();
  vi.unstubAllGlobals();
  await chooseLanguage('en');
});

describe('the links of a ticket', () => {
  it('stand together by what they are', async () => {
    await show();
    const blocked = await screen.findByRole('list', { name: 'Blocked by' });
    expect(within(blocked).getByText('Subject 1002')).toBeTruthy();
    expect(byRelation(links).map((group) => group.relation)).toEqual(['related-to', 'blocked-by']);
  });

  it('are read in Chinese too', async () => {
    await chooseLanguage('zh-CN');
    await show();
    expect(await screen.findByRole('list', { name: '被阻塞于' })).toBeTruthy();
  });

  it('end only after a question', async () => {
    await show();
    fireEvent.click(await screen.findByRole('button', { name: 'End the link with #1002' }));
    const dialog = await screen.findByRole('dialog');
    expect(dialog.textContent).toContain('Blocked by #1002 Subject 1002');
    expect(sent('DELETE')).toEqual([]);
    fireEvent.click(within(dialog).getByRole('button', { name: 'End the link' }));
    await waitFor(() => expect(sent('DELETE').map(({ url }) => new URL(url).pathname)).toEqual(['/api/v1/tickets/k1/links/l1']));
  });

  it('are made with a ticket that is not linked yet', async () => {
    await show();
    await screen.findByRole('list', { name: 'Blocked by' });
    fireEvent.click(screen.getByRole('button', { name: 'Link a ticket' }));
    fireEvent.mouseDown(screen.getByRole('combobox', { name: 'Which ticket' }));
    const offered = await screen.findByText('#1004 Subject 1004');
    expect(screen.queryByText('#1002 Subject 1002')).toBeNull();
    fireEvent.click(offered);
    fireEvent.click(screen.getByRole('button', { name: 'Link' }));
    await waitFor(() => expect(sent('POST')).toHaveLength(1));
    await expect(sent('POST')[0]?.json()).resolves.toEqual({ relation: 'related-to', ticket: 't1004' });
  });

  it('that cannot be say why', async () => {
    await show();
    const usual = asked.getMockImplementation();
    asked.mockImplementation(async (request) =>
      request.method === 'POST' ? new Response(JSON.stringify({ status: 409, code: 'link-circle' }), { status: 409, headers: { 'content-type': 'application/problem+json' } }) : (usual?.(request) as Promise<Response>),
    );
    fireEvent.click(screen.getByRole('button', { name: 'Link a ticket' }));
    fireEvent.mouseDown(screen.getByRole('combobox', { name: 'Which ticket' }));
    fireEvent.click(await screen.findByText('#1004 Subject 1004'));
    fireEvent.click(screen.getByRole('button', { name: 'Link' }));
    expect((await screen.findByRole('alert')).textContent).toContain('the other way round already');
  });
});
