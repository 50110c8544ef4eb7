import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { App } from 'antd';
import i18next from 'i18next';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { meQuery } from '../../session/session';
import type { TicketCommentView, TicketHistoryView, TicketView } from '../../shared/api/types';
import { chooseLanguage } from '../../shared/i18n';
import { Talk } from './Talk';

const comments: TicketCommentView[] = [
  { id: 'c1', at: '2026-11-22T10:00:00Z', authorId: 'u2', authorName: 'Yuki Tanaka', internal: true, body: '<script>alert(1)</script>\n\n**fett**' },
];
const history: TicketHistoryView[] = [
  {
    id: 'h1', at: '2026-11-22T09:00:00Z', actor: 'wei', actorName: 'Wei Zhang', action: 'changed',
    details: { fields: ['subject', 'status'], values: { status: { before: 'open', after: 'pending' } } },
  },
  { id: 'h0', at: '2026-11-22T08:00:00Z', actor: 'system', actorName: null, action: 'created', details: {} },
];
const ticket = { id: 'k1', number: 1001 } as TicketView;

const asked = vi.fn<(request: Request) => Promise<Response>>();
const page = (items: unknown[]) => Response.json({ items, next: null, total: items.length });

async function show() {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  client.setQueryData(meQuery.queryKey, { id: 'u1', username: 'wei', name: 'Wei Zhang', roles: ['agent'], active: true, version: 0 });
  const router = createRouter({ routeTree: createRootRoute({ component: () => <Talk ticket={ticket} /> }), history: createMemoryHistory() });
  await router.load();
  render(
    <App>
      <QueryClientProvider client={client}>
        <RouterProvider router={router as never} />
      </QueryClientProvider>
    </App>,
  );
}

beforeEach(() => {
  sessionStorage.clear();
  asked.mockReset();
  asked.mockImplementation(async ({ url, method }) => (method === 'POST' ? Response.json(comments[0]) : page(/comments/.test(url) ? comments : /history/.test(url) ? history : [])));
  vi.stubGlobal('fetch', asked);
});
afterEach(async () => {
  cleanup();
  vi.unstubAllGlobals();
  await chooseLanguage('en');
});

describe('the talk about a ticket', () => {
  it('tells what was said and done, oldest first, and marks what is internal', async () => {
    await show();
    expect(await screen.findByText('Wei Zhang changed Status: Open → Pending · Subject')).toBeTruthy();
    const lines = screen.getAllByRole('listitem').map((line) => line.textContent ?? '');
    expect(lines[0]).toContain('The system created the ticket');
    expect(lines[2]).toContain('Internal note');
    expect(lines[2]).toContain('<script>alert(1)</script>');
    expect(document.querySelector('script')).toBeNull();
    expect(document.querySelector('strong')?.textContent).toBe('fett');
  });

  it('tells it in Chinese too', async () => {
    await chooseLanguage('zh-CN');
    await show();
    expect(await screen.findByText('Wei Zhang 修改了状态：待处理 → 挂起 · 主题')).toBeTruthy();
    expect(i18next.language).toBe('zh-CN');
  });

  it('names the call of a ticket that became part of this one', async () => {
    asked.mockImplementation(async ({ url }) =>
      page(/history/.test(url) ? [{ ...history[1], actor: 'wei', actorName: 'Wei Zhang', action: 'merged', details: { from: 1002, callId: 'pbx1-17.5' } }] : []),
    );
    await show();
    expect(await screen.findByText(/Wei Zhang merged #1002 into this ticket/)).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Open its call' }).getAttribute('href')).toBe('/calls/pbx1-17.5');
  });

  it('keeps what is typed over a reload until it is sent', async () => {
    await show();
    fireEvent.change(await screen.findByLabelText('Write a comment'), { target: { value: 'Spare part is on its way' } });
    fireEvent.click(screen.getByRole('checkbox', { name: 'Internal note' }));
    cleanup();
    await show();
    expect(await screen.findByDisplayValue('Spare part is on its way')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Add internal note' }));
    const posted = () => asked.mock.calls.map(([request]) => request).filter(({ method }) => method === 'POST');
    await waitFor(() => expect(posted()).toHaveLength(1));
    await expect(posted()[0]?.json()).resolves.toEqual({ body: 'Spare part is on its way', internal: true });
    await waitFor(() => expect(screen.queryByDisplayValue('Spare part is on its way')).toBeNull());
    cleanup();
    await show();
    expect((await screen.findByLabelText<HTMLTextAreaElement>('Write a comment')).value).toBe('');
  });
});
