import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router';
import { act, cleanup, configure, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { App } from 'antd';
import { useEffect, useState } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { NewTicketModal } from '../desk/NewTicketModal';
import { meQuery } from '../session/session';
import type { TicketView } from '../shared/api/types';
import { TicketForm } from './TicketForm';

const ticket: TicketView = {
  id: 'k1', number: 1001, type: 'repair', status: 'open', priority: 'normal', subject: 'Boiler leaks', subjectParams: {}, description: 'since Monday',
  createdAt: '2026-11-22T10:00:00Z', updatedAt: '2026-11-22T10:00:00Z', version: 1,
};
const own = { ...ticket, id: 'k2', subject: null, subjectKey: 'ticket.call-answered', subjectParams: { queue: 'support', from: '' }, version: 4 };

// A whole form takes its time on a busy machine.
vi.setConfig({ testTimeout: 30_000 });
configure({ asyncUtilTimeout: 10_000 });

const asked = vi.fn<(request: Request) => Promise<Response>>();
const sent = (method: string) => asked.mock.calls.map(([request]) => request).filter((request) => request.method === method);
let became: (now: TicketView) => void;

function Existing() {
  const [now, set] = useState(ticket);
  useEffect(() => {
    became = set;
  }, [set]);
  return <TicketForm ticket={now} onSaved={set} />;
}

async function show(component: () => React.ReactNode) {
  const router = createRouter({ routeTree: createRootRoute({ component }), history: createMemoryHistory() });
  await router.load();
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  client.setQueryData(meQuery.queryKey, { id: 'u1', username: 'wei', name: 'Wei', roles: ['agent'], active: true, version: 0 });
  render(
    <App>
      <QueryClientProvider client={client}>
        <RouterProvider router={router as never} />
      </QueryClientProvider>
    </App>,
  );
}

const type = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } });

beforeEach(() => {
  asked.mockReset();
  asked.mockImplementation(async () => Response.json({ items: [], next: null, total: 0 }));
  vi.stubGlobal('fetch', asked);
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe('the ticket form', () => {
  it('sends what was changed, time after time', async () => {
    asked.mockImplementation(async ({ method, headers }) =>
      method === 'PATCH' ? Response.json({ ...ticket, description: 'x', version: Number(headers.get('If-Match')?.slice(1, -1)) + 1 }) : Response.json({ items: [], next: null, total: 0 }),
    );
    await show(Existing);
    type('Description', 'x');
    fireEvent.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(screen.getByRole('button', { name: 'Save' }).hasAttribute('disabled')).toBe(true));
    type('Subject', 'Boiler leaks badly');
    fireEvent.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(sent('PATCH')).toHaveLength(2));
    expect(sent('PATCH').map(({ headers }) => headers.get('If-Match'))).toEqual(['"1"', '"2"']);
    await expect(sent('PATCH')[0]?.json()).resolves.toEqual({ description: 'x' });
    await expect(sent('PATCH')[1]?.json()).resolves.toEqual({ subject: 'Boiler leaks badly' });
  });

  it('shows what became of the ticket elsewhere, unless something is typed', async () => {
    await show(Existing);
    act(() => became({ ...ticket, subject: 'Boiler bursts', version: 2 }));
    expect(await screen.findByDisplayValue('Boiler bursts')).toBeTruthy();
    type('Subject', 'mine');
    act(() => became({ ...ticket, subject: 'theirs', version: 3 }));
    expect(screen.getByDisplayValue('mine')).toBeTruthy();
  });

  it('fills in the ticket that the call left by itself instead of making another one', async () => {
    asked.mockImplementation(async ({ method, url }) =>
      Response.json(method === 'PATCH' ? { ...own, version: 5 } : /tickets/.test(url) ? { items: [own], next: null, total: 1 } : { items: [], next: null, total: 0 }),
    );
    await show(() => <TicketForm callId="c1" queue="support" proposed={{ subject: 'Boiler leaks', type: 'repair' }} onSaved={() => undefined} />);
    fireEvent.click(screen.getByRole('button', { name: 'Create ticket' }));
    await waitFor(() => expect(sent('PATCH')).toHaveLength(1));
    expect(sent('POST')).toHaveLength(0);
    expect(sent('PATCH')[0]?.url).toMatch(/\/api\/v1\/tickets\/k2$/);
    expect(sent('PATCH')[0]?.headers.get('If-Match')).toBe('"4"');
    await expect(sent('PATCH')[0]?.json()).resolves.toMatchObject({ subject: 'Boiler leaks', type: 'repair', assignee: 'u1' });
  });

  it('has a queue, from which a ticket made by hand can be given to whose turn it is', async () => {
    asked.mockImplementation(async ({ method, url }) =>
      Response.json(method === 'POST' ? ticket : url.includes('/queues') ? { items: [{ name: 'support', label: 'Support', dids: [] }], next: null, total: 1 } : { items: [], next: null, total: 0 }),
    );
    await show(() => <TicketForm proposed={{ subject: 'Boiler leaks' }} onSaved={() => undefined} />);
    fireEvent.mouseDown(screen.getByLabelText('Queue'));
    fireEvent.click(await screen.findByTitle('Support'));
    fireEvent.click(screen.getByRole('button', { name: 'Create ticket' }));
    await waitFor(() => expect(sent('POST')).toHaveLength(1));
    await expect(sent('POST')[0]?.json()).resolves.toMatchObject({ subject: 'Boiler leaks', queue: 'support' });
  });

  it('at the call asks before what is typed is lost, and closes at once when nothing is', async () => {
    const close = vi.fn();
    await show(() => <NewTicketModal draft={{ callId: 'c1', subject: 'Boiler leaks' }} close={close} />);
    const dialog = await screen.findByRole('dialog');
    type('Description', 'since Monday');
    fireEvent.keyDown(dialog, { key: 'Escape', code: 'Escape', keyCode: 27 });
    fireEvent.click(await screen.findByRole('button', { name: 'Keep editing' }));
    expect(close).not.toHaveBeenCalled();
    expect(screen.getByDisplayValue('since Monday')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Discard changes' }));
    await waitFor(() => expect(close).toHaveBeenCalled());
  });
});
