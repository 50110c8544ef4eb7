import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router';
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { App } from 'antd';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { meQuery } from '../session/session';
import type { Pop } from '../shared/api/types';
import { CallColumn } from './CallColumn';
import { useDesk } from './deskStore';

const card = (id: string, name: string) => ({ id, name, kind: 'person' as const, vip: false, tags: [], phones: [] });
const ringing = (caller: Partial<Pop['caller']>, customers: Pop['customers'] = [], complete = true, direction: Pop['call']['direction'] = 'inbound') => {
  const { receive } = useDesk.getState();
  receive({ type: 'snapshot', seq: 1, agent: { state: 'ringing', since: new Date().toISOString(), callId: 'c1', pending: false, phoneReachable: true }, calls: [], pops: [
    {
      call: { id: 'c1', direction, queue: 'support', ringingAt: new Date().toISOString(), waitedMs: 0 },
      caller: { raw: '+8613812345678', e164: '+8613812345678', name: null, withheld: false, ...caller },
      customers, tickets: [], recentCalls: [], complete,
    },
  ] });
};

async function show() {
  const root = createRootRoute({ component: CallColumn });
  const router = createRouter({ routeTree: root, history: createMemoryHistory() });
  await router.load();
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  client.setQueryData(meQuery.queryKey, { id: 'u1', username: 'wei', name: 'Wei', roles: ['agent'], extension: '1001', active: true, version: 0 });
  render(
    <App>
      <QueryClientProvider client={client}>
        <RouterProvider router={router as never} />
      </QueryClientProvider>
    </App>,
  );
}

const asked = vi.fn<(request: Request) => Promise<Response>>();
beforeEach(() => {
  asked.mockReset();
  asked.mockImplementation(async ({ url }) => Response.json(/users|queues/.test(url) ? { items: [], next: null, total: 0 } : []));
  vi.stubGlobal('fetch', asked);
});
afterEach(() => {
  cleanup();
  useDesk.getState().reset();
  vi.unstubAllGlobals();
});

describe('the pop', () => {
  it('names the one customer who has the number', async () => {
    ringing({}, [card('a', 'Wang Lihua')]);
    await show();
    expect(screen.getByRole('heading', { name: 'Wang Lihua' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'New customer' })).toBeNull();
    expect(screen.getByText('Answer on your desk phone.')).toBeTruthy();
  });

  it('offers a new customer for an unknown number', async () => {
    ringing({});
    await show();
    expect(screen.getByRole('heading', { name: '+86 138 1234 5678' })).toBeTruthy();
    expect(screen.getByRole('button', { name: 'New customer' })).toBeTruthy();
  });

  it('says when the number is withheld', async () => {
    ringing({ withheld: true, raw: null, e164: null });
    await show();
    expect(screen.getByRole('heading', { name: 'Number withheld' })).toBeTruthy();
    expect(screen.getByText(/hides the number/)).toBeTruthy();
  });

  it('lets the agent choose among customers who share the number', async () => {
    ringing({}, [card('a', 'Wang Lihua'), card('b', 'Harbourline Logistics')]);
    await show();
    expect(screen.getByText('2 customers share this number. Who is calling?')).toBeTruthy();
    expect(screen.getByRole('button', { name: /Harbourline/ })).toBeTruthy();
  });

  it('takes a digit for the choice, but not one that is typed into a field', async () => {
    ringing({}, [card('a', 'Wang Lihua'), card('b', 'Harbourline Logistics')]);
    await show();
    const field = document.body.appendChild(document.createElement('input'));
    fireEvent.keyDown(field, { key: '2' });
    field.remove();
    const choices = () => asked.mock.calls.map(([request]) => request).filter(({ url }) => url.endsWith('/api/v1/calls/c1/customer'));
    expect(choices()).toEqual([]);
    fireEvent.keyDown(document.body, { key: '2' });
    await waitFor(() => expect(choices()).toHaveLength(1));
    await expect(choices()[0]?.json()).resolves.toEqual({ customerId: 'b' });
  });

  it('names the colleague of an internal call', async () => {
    asked.mockImplementation(async ({ url }) =>
      Response.json(/users/.test(url) ? { items: [{ id: 'u4', username: 'yuki', name: 'Yuki Tanaka', roles: ['agent'], extension: '1004' }], next: null, total: 1 } : /suggested/.test(url) ? [] : { items: [] }),
    );
    ringing({ raw: '1004', e164: null }, [], true, 'internal');
    await show();
    expect(await screen.findByRole('heading', { name: 'Yuki Tanaka' })).toBeTruthy();
  });

  it('shows the caller alone while the look-up takes its time', async () => {
    ringing({}, [], false);
    await show();
    expect(screen.getByText('Looking for the caller …')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'New customer' })).toBeNull();
  });

  it('says what works while there is no line', async () => {
    useDesk.setState({ connection: 'lost' });
    await show();
    expect(await screen.findByText('No live connection to the service', undefined, { timeout: 4000 })).toBeTruthy();
    expect(screen.getByText(/phone rings/)).toBeTruthy();
  });

  it('begins the call’s ticket with what the desk knows, and keeps it when the call has gone', async () => {
    const made = { id: 'k1', number: 1001, subjectParams: {} };
    asked.mockImplementation(async (request) => {
      const { url, method } = request;
      if (method === 'POST') return Response.json(made, { status: 201 });
      if (/\/queues/.test(url)) return Response.json({ items: [{ id: 'q1', name: 'support', label: 'Support', dids: [], ticketType: 'repair' }], next: null, total: 1 });
      return Response.json(/suggested|dispositions/.test(url) ? [] : { items: [], next: null, total: 0 });
    });
    ringing({}, [card('a', 'Wang Lihua')]);
    const onCall = { state: 'on-call' as const, since: new Date().toISOString(), callId: 'c1', pending: false, phoneReachable: true };
    useDesk.getState().receive({ type: 'agent', seq: 2, agent: onCall });
    await show();
    fireEvent.change(await screen.findByLabelText('Notes'), { target: { value: 'Boiler leaks\nsince Monday' } });
    await screen.findByText('for Support');
    fireEvent.click(await screen.findByRole('button', { name: 'Ticket' }));
    expect(await screen.findByDisplayValue('Boiler leaks')).toBeTruthy();
    act(() => useDesk.getState().receive({ type: 'agent', seq: 3, agent: { ...onCall, state: 'available', callId: null } }));
    fireEvent.click(screen.getByRole('button', { name: 'Create ticket' }));
    const posted = () => asked.mock.calls.map(([request]) => request).filter(({ url, method }) => method === 'POST' && url.endsWith('/api/v1/tickets'));
    await waitFor(() => expect(posted()).toHaveLength(1));
    await expect(posted()[0]?.json()).resolves.toMatchObject({ callId: 'c1', customerId: 'a', queue: 'support', type: 'repair', subject: 'Boiler leaks' });
    expect(await screen.findByText('Ticket #1001 is saved')).toBeTruthy();
  }, 30_000);

  it('keeps a new customer half typed when the call has gone, and ties it to that call', async () => {
    asked.mockImplementation(async ({ url, method }) => {
      if (method === 'POST' && url.endsWith('/api/v1/customers')) return Response.json({ ...card('n', 'Ida Example'), contacts: [], version: 0 }, { status: 201 });
      return Response.json(/suggested|dispositions|duplicates/.test(url) ? [] : { items: [], next: null, total: 0 });
    });
    ringing({});
    await show();
    fireEvent.click(screen.getByRole('button', { name: 'New customer' }));
    const dialog = await screen.findByRole('dialog');
    fireEvent.change(await screen.findByLabelText('Name', { selector: '#name' }), { target: { value: 'Ida Example' } });
    act(() => useDesk.getState().receive({ type: 'agent', seq: 3, agent: { state: 'available', since: new Date().toISOString(), callId: null, pending: false, phoneReachable: true } }));
    expect(screen.getByDisplayValue('Ida Example')).toBeTruthy();
    fireEvent.click(within(dialog).getByRole('button', { name: 'Create customer' }));
    const tied = () => asked.mock.calls.map(([request]) => request).filter(({ url }) => url.endsWith('/api/v1/calls/c1/customer'));
    await waitFor(() => expect(tied()).toHaveLength(1));
    await expect(tied()[0]?.json()).resolves.toEqual({ customerId: 'n' });
  }, 30_000);

  it('shows a hostile name as the text it is', async () => {
    ringing({ name: '<img src=x onerror=alert(1)>' });
    await show();
    expect(screen.getByText('Shown as “<img src=x onerror=alert(1)>”')).toBeTruthy();
    expect(document.querySelector('img')).toBeNull();
  });
});
