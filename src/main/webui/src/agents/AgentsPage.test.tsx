import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router';
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { App } from 'antd';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { meQuery } from '../session/session';
import type { AgentStateView, SupervisedAgent } from '../shared/api/types';
import { chooseLanguage } from '../shared/i18n';
import { AgentsPage } from './AgentsPage';
import { isSo, keyOf, orderOf } from './steering';

vi.setConfig({ testTimeout: 30_000 });

class Stream {
  static readonly CLOSED = 2;
  static last: Stream;
  readyState = 1;
  onopen?: () => void;
  onmessage?: (event: { data: string }) => void;
  onerror?: () => void;
  close = vi.fn<() => void>();

  constructor(readonly url: string) {
    Stream.last = this;
  }
}

const state = (part: Partial<AgentStateView>): AgentStateView => ({
  state: 'available', since: new Date().toISOString(), reason: null, callId: null, wrapUpUntil: null, wrapUpExtensions: null, next: null, nextReason: null,
  goneSince: null, pending: false, phoneReachable: true, ...part,
});
const agent = (n: number, name: string, part: Partial<AgentStateView>, more: Partial<SupervisedAgent> = {}): SupervisedAgent => ({
  userId: `u${n}`, username: name.toLowerCase(), name, extension: `100${n}`, teamId: 't1', teamName: 'North', queues: ['support'], state: state(part), call: null, steerable: true, ...more,
});

let agents: SupervisedAgent[] = [];
const asked = vi.fn<(request: Request) => Promise<Response>>();
const sent = (method: string) => asked.mock.calls.map(([request]) => request).filter((request) => request.method === method);
const listed = () => sent('GET').filter(({ url }) => url.includes('/agents/supervised'));

async function show() {
  const router = createRouter({ routeTree: createRootRoute({ component: AgentsPage, notFoundComponent: () => null }), history: createMemoryHistory() });
  await router.load();
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  client.setQueryData(meQuery.queryKey, { id: 'u9', username: 'lina', name: 'Lina', roles: ['supervisor'], teamId: 't1', active: true, version: 0 } as never);
  render(
    <App>
      <QueryClientProvider client={client}>
        <RouterProvider router={router as never} />
      </QueryClientProvider>
    </App>,
  );
}

const choose = async (name: string, entry: string) => {
  fireEvent.click(await screen.findByRole('button', { name: `Call and state of ${name}` }));
  fireEvent.click(await screen.findByRole('menuitem', { name: new RegExp(entry) }));
};

beforeEach(() => {
  agents = [
    agent(1, 'Wei', {}),
    agent(2, 'Anna', { state: 'on-call', next: 'available', callId: 'c1' }, { call: { id: 'c1', direction: 'inbound', from: '008613800138000', fromName: null, withheld: false, to: '4008001000', number: '+8613800138000', queue: 'support', startedAt: new Date().toISOString() } }),
    agent(3, 'Marco', { state: 'break', reason: 'lunch', phoneReachable: false }, { steerable: false }),
    agent(4, 'Yuki', { state: 'wrap-up', next: 'available', wrapUpUntil: new Date(Date.now() + 20_000).toISOString() }),
  ];
  asked.mockReset();
  asked.mockImplementation(async ({ url, method }) => {
    if (method === 'PUT' || method === 'DELETE') return Response.json(state({ state: 'available' }));
    if (url.includes('/agents/supervised')) return Response.json({ items: agents, next: null, total: agents.length });
    if (url.endsWith('/break-reasons')) return Response.json([{ key: 'lunch' }, { key: 'tea' }]);
    return Response.json({ items: [], next: null, total: 0 });
  });
  vi.stubGlobal('fetch', asked);
  vi.stubGlobal('EventSource', Stream);
});
afterEach(async () => {
  cleanup();
  vi.unstubAllGlobals();
  await chooseLanguage('en');
});

describe('the page of the agents', () => {
  it('says what each is doing, with whom, and whether the phone rings', async () => {
    await show();
    const anna = (await screen.findByText('Anna')).closest<HTMLElement>('[role=row]') as HTMLElement;
    expect(within(anna).getByText('On call')).toBeTruthy();
    expect(within(anna).getByRole('link', { name: '+86 138 0013 8000' }).getAttribute('href')).toBe('/calls/c1');
    const marco = screen.getByText('Marco').closest<HTMLElement>('[role=row]') as HTMLElement;
    expect(within(marco).getByText('Lunch')).toBeTruthy();
    expect(within(marco).getByText('Not reachable')).toBeTruthy();
    expect(within(marco).getByRole<HTMLButtonElement>('button').disabled).toBe(true);
  });

  it('speaks Chinese', async () => {
    await chooseLanguage('zh-CN');
    await show();
    expect(await screen.findByText('无法接通')).toBeTruthy();
    expect(screen.getByRole('heading', { name: '坐席' })).toBeTruthy();
  });

  it('sets a state at once where no call runs', async () => {
    await show();
    await choose('Wei', 'Sign out of the queues');
    await waitFor(() => expect(sent('PUT')).toHaveLength(1));
    expect(new URL(sent('PUT')[0]?.url ?? '').pathname).toBe('/api/v1/agents/u1/state');
    await expect(sent('PUT')[0]?.json()).resolves.toEqual({ state: 'offline', reason: null });
  });

  it('asks first while a call runs', async () => {
    await show();
    await choose('Anna', 'Sign out of the queues');
    const dialog = await screen.findByRole('dialog');
    expect(dialog.textContent).toContain('Anna is on a call');
    expect(sent('PUT')).toEqual([]);
    fireEvent.click(within(dialog).getByRole('button', { name: 'After the call' }));
    await waitFor(() => expect(sent('PUT')).toHaveLength(1));
  });

  it('ends a wrap-up', async () => {
    await show();
    await choose('Yuki', 'End the wrap-up');
    await waitFor(() => expect(sent('DELETE').map(({ url }) => new URL(url).pathname)).toEqual(['/api/v1/agents/u4/wrap-up']));
  });

  it('says why it was refused', async () => {
    await show();
    await screen.findByText('Yuki');
    asked.mockImplementation(async () => new Response(JSON.stringify({ status: 409, code: 'not-in-wrap-up' }), { status: 409, headers: { 'content-type': 'application/problem+json' } }));
    await choose('Yuki', 'End the wrap-up');
    expect(await screen.findByText('The agent is not in wrap-up any more.')).toBeTruthy();
  });

  it('is read anew when the service says so, and admits when it is not live', async () => {
    await show();
    await screen.findByText('Wei');
    const before = listed().length;
    agents = [agent(1, 'Wei', { state: 'ringing' })];
    act(() => Stream.last.onmessage?.({ data: JSON.stringify({ at: new Date().toISOString() }) }));
    expect(await screen.findByText('Ringing')).toBeTruthy();
    expect(listed().length).toBeGreaterThan(before);
    Stream.last.readyState = Stream.CLOSED;
    act(() => Stream.last.onerror?.());
    expect(await screen.findByText(/^Live connection lost/)).toBeTruthy();
  });
});

describe('an order', () => {
  it('is the key of its menu entry', () => {
    for (const order of [{ to: 'available' }, { to: 'break', reason: 'tea' }, { to: 'wrap-up-over' }] as const) expect(orderOf(keyOf(order))).toEqual(order);
  });

  it('is not offered where it would change nothing', () => {
    expect(isSo({ state: state({}) }, { to: 'available' })).toBe(true);
    expect(isSo({ state: state({ state: 'break', reason: 'lunch' }) }, { to: 'break', reason: 'tea' })).toBe(false);
    expect(isSo({ state: state({ state: 'on-call', next: 'break', nextReason: 'tea' }) }, { to: 'break', reason: 'tea' })).toBe(true);
    expect(isSo({ state: state({ state: 'wrap-up', next: 'available' }) }, { to: 'available' })).toBe(false);
  });
});
