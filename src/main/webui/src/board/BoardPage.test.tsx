import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createMemoryHistory, createRootRoute, createRoute, createRouter, Outlet, RouterProvider } from '@tanstack/react-router';
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { App } from 'antd';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { meQuery } from '../session/session';
import { setServerTime } from '../shared/clock/clock';
import { parseSearch, stringifySearch } from '../shared/go';
import { chooseLanguage } from '../shared/i18n';
import { FakeSocket } from '../shared/live/socket.fake';
import { agent, alarm, at, call, figures, interval, queue, snapshot } from './board.fake';
import { BoardPage } from './BoardPage';
import type { BoardMessage } from './messages';
import { QueuePanel } from './QueuePanel';
import { WallPage } from './wall/WallPage';

vi.setConfig({ testTimeout: 60_000 });

const acme = { id: 'k1', name: 'Acme Trading Ltd', contactName: 'Li Na', vip: true };
const support = queue('support', {
  waitingCount: 2,
  longestSince: at(-20),
  waiting: [
    { since: at(-20), ringing: ['1001'], call: call('c1', { customers: [acme], priority: 10 }) },
    { since: at(-3), ringing: [], call: call('c2', { from: null, number: null, withheld: true }) },
  ],
  today: figures({ offered: 128, answered: 110, answeredInTime: 96, abandoned: 7, shortAbandoned: 4, overflowed: 5, averageAnswerMs: 11_240, serviceLevel: 77.4 }),
  intervals: [interval('2026-11-23T08:30:00Z', { offered: 9, answered: 6, abandoned: 1, serviceLevel: 55.6 })],
});
const agents = [
  agent(1, 'Wei', { state: 'on-call', call: { since: at(-61), call: call('c3') } }),
  agent(2, 'Anna', { state: 'break', reason: 'lunch' }),
  agent(3, 'Marco', { queues: ['sales'] }),
];
const whole = (seq = 1) => snapshot(seq, { queues: [queue('sales'), support], agents });

const line = () => FakeSocket.made.at(-1) as FakeSocket;
const hear = (message: BoardMessage) => act(() => line().hear(message));

async function show(path = '/board', message: BoardMessage | null = whole()) {
  const root = createRootRoute({ component: Outlet, notFoundComponent: () => null });
  const board = createRoute({ getParentRoute: () => root, path: '/board', component: BoardPage });
  const details = createRoute({ getParentRoute: () => board, path: 'queues/$id', component: QueuePanel });
  const wall = createRoute({ getParentRoute: () => root, path: '/board/wall', component: WallPage });
  const router = createRouter({
    routeTree: root.addChildren([board.addChildren([details]), wall]),
    history: createMemoryHistory({ initialEntries: [path] }),
    parseSearch,
    stringifySearch: stringifySearch as never,
  });
  await router.load();
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  client.setQueryData(meQuery.queryKey, { id: 'u9', username: 'lina', name: 'Lina', roles: ['supervisor'], active: true, version: 0 } as never);
  render(
    <App>
      <QueryClientProvider client={client}>
        <RouterProvider router={router as never} />
      </QueryClientProvider>
    </App>,
  );
  await waitFor(() => expect(FakeSocket.made).toHaveLength(1));
  act(() => line().open());
  if (message) hear(message);
}

const card = (name: string) => screen.findByRole('article', { name });
/** What stands beside a label in a list of figures. */
const figure = (place: HTMLElement, label: string) => within(place).getByText(label, { selector: 'dt' }).parentElement?.querySelector('dd')?.textContent;

beforeEach(() => {
  FakeSocket.made = [];
  vi.stubGlobal('WebSocket', FakeSocket);
  vi.stubGlobal('fetch', async () => Response.json({ items: [], next: null, total: 0 }));
});
afterEach(async () => {
  cleanup();
  vi.unstubAllGlobals();
  setServerTime(new Date().toISOString());
  await chooseLanguage('en');
});

describe('the board', () => {
  it('shows each queue with its figures, and all of them together', async () => {
    await show();
    const one = await card('Customer support');
    expect(figure(one, 'Waiting')).toBe('2');
    expect(figure(one, 'Offered')).toBe('128');
    expect(figure(one, 'Short abandons')).toBe('4');
    expect(figure(one, 'Avg. answer')).toBe('0:11');
    expect(figure(one, 'Service level')).toContain('77.4%');
    expect(within(one).getByText('just below the target')).toBeTruthy();
    expect(within(one).getByRole('img', { name: 'Today by quarter hours. Offered: 9. Answered: 6. Abandoned: 1.' })).toBeTruthy();
    expect(figure(screen.getByRole('region', { name: 'All queues' }), 'Answered')).toBe('110');
  });

  it('counts the longest wait by itself, by the service’s clock', async () => {
    await show();
    const one = await card('Customer support');
    expect(within(one).getByText(/^0:2[0-2]$/)).toBeTruthy();
    const before = figure(one, 'Longest wait');
    await waitFor(() => expect(figure(one, 'Longest wait')).not.toBe(before));
  });

  it('tells how the service level is reckoned', async () => {
    await show();
    const one = await card('Customer support');
    fireEvent.focus(within(one).getByRole('button', { name: /77\.4%/ }));
    expect(await screen.findByText('96 ÷ (128 − 4) = 77.4%')).toBeTruthy();
    expect(screen.getByText('Answered in time ÷ (offered − short abandons)')).toBeTruthy();
  });

  it('follows what is told, and goes on after the last message when the line was away', async () => {
    await show();
    const one = await card('Customer support');
    hear({ seq: 2, type: 'queue', at: at(1), queue: { ...support, waitingCount: 0, longestSince: null, waiting: [], intervals: [] } });
    expect(figure(one, 'Waiting')).toBe('0');
    expect(figure(one, 'Longest wait')).toBe('–');
    act(() => line().drop());
    act(() => void dispatchEvent(new Event('online')));
    act(() => line().open());
    expect(line().sent).toEqual(['{"type":"resume","seq":2}']);
  });

  it('says when it is not live, and counts no further', async () => {
    await show();
    const one = await card('Customer support');
    expect(screen.getByText('Live')).toBeTruthy();
    act(() => line().drop());
    const still = figure(one, 'Longest wait');
    await waitFor(() => expect(screen.getAllByText(/^Not live since \d\d:\d\d:\d\d/)).toHaveLength(2));
    expect(figure(one, 'Longest wait')).toBe(still);
  });

  it('puts alarms on top, on the queue’s card, and says them once', async () => {
    await show();
    hear({ seq: 2, type: 'alarm', at: at(1), alarm: alarm() });
    expect(within(await screen.findByRole('list', { name: 'Alarms' })).getByText('Customer support: 2 waiting, limit 1')).toBeTruthy();
    expect(within(await card('Customer support')).getByText('Too many waiting')).toBeTruthy();
    expect(screen.getByRole('alert', { hidden: true }).textContent).toBe('Alarm. Customer support: 2 waiting, limit 1.');
    hear({ seq: 3, type: 'alarm', at: at(9), alarm: alarm({ over: at(9) }) });
    expect(screen.queryByRole('list', { name: 'Alarms' })).toBeNull();
    expect(screen.getByRole('alert', { hidden: true }).textContent).toBe('');
  });

  it('lists agents by state, with reason and call, narrowed by what the address says', async () => {
    await show('/board?queue=support');
    const rows = (await screen.findAllByRole('row')).slice(1);
    expect(rows.map((row) => within(row).getAllByRole('cell')[0]?.textContent)).toEqual(['Wei 1001', 'Anna 1002']);
    expect(within(rows[0] as HTMLElement).getByRole('link', { name: '+86 138 0013 8000' }).getAttribute('href')).toBe('/calls/c3');
    expect(within(rows[1] as HTMLElement).getByText('Lunch')).toBeTruthy();
  });

  it('opens a queue: who waits, who serves it', async () => {
    await show('/board/queues/support');
    const panel = await screen.findByRole('complementary', { name: 'Customer support' });
    expect((await within(panel).findByRole('link', { name: 'Acme Trading Ltd' })).getAttribute('href')).toBe('/customers/k1');
    expect(within(panel).getByText('VIP')).toBeTruthy();
    expect(within(panel).getAllByText(/^Priority/).map((mark) => mark.textContent)).toEqual(['Priority 10']);
    expect(within(panel).getByText('Number withheld')).toBeTruthy();
    expect(within(panel).getByText('rings at 1001')).toBeTruthy();
    expect(within(panel).getByRole('link', { name: 'Thresholds' }).getAttribute('href')).toBe('/admin/queues/support');
  });

  it('speaks Chinese', async () => {
    await chooseLanguage('zh-CN');
    await show();
    const one = await card('客户服务');
    expect(figure(one, '排队')).toBe('2');
    expect(figure(one, '平均应答速度')).toBe('0:11');
    expect(screen.getByRole('heading', { name: '实时监控' })).toBeTruthy();
  });

  it('says so when there is nothing to see, or nobody may', async () => {
    await show('/board', snapshot(1));
    expect(await screen.findByText('No queues to watch')).toBeTruthy();
    act(() => line().drop(4403));
    expect(await screen.findByText('You may not watch the board')).toBeTruthy();
  });
});

describe('the wallboard', () => {
  it('shows the queues that are asked for, and names those that are not there', async () => {
    await show('/board/wall?queues=support,nope');
    const tile = await screen.findByRole('region', { name: 'Customer support' });
    expect(figure(tile, 'Waiting')).toBe('2');
    expect(figure(tile, 'Agents available')).toBe('0 of 2');
    expect(screen.queryByRole('region', { name: 'sales' })).toBeNull();
    expect(screen.getByText('There is no such queue: nope')).toBeTruthy();
  });

  it('follows alarms in words, and says since when it is not live', async () => {
    await show('/board/wall');
    const tile = await screen.findByRole('region', { name: 'Customer support' });
    hear({ seq: 2, type: 'alarm', at: at(1), alarm: alarm({ kind: 'service-level', limit: 80, value: 77.4 }) });
    expect(within(tile).getByText('Service level low')).toBeTruthy();
    act(() => line().drop());
    expect(await screen.findByText(/^Not live since/)).toBeTruthy();
    expect(figure(tile, 'Waiting')).toBe('2');
  });
});
