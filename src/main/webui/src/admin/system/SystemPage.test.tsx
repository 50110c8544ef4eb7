import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router';
import { act, cleanup, render, screen } from '@testing-library/react';
import { App } from 'antd';
import i18next from 'i18next';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { recoveries, system } from '../../mocks/system';
import type { SystemView } from '../../shared/api/types';
import { chooseLanguage } from '../../shared/i18n';
import { SystemPage } from './SystemPage';

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

async function show(first: SystemView) {
  const asked = vi.fn<(request: Request) => Promise<Response>>(async ({ url }) =>
    Response.json(url.includes('recoveries') ? { items: recoveries, next: null, total: recoveries.length } : first),
  );
  vi.stubGlobal('fetch', asked);
  const router = createRouter({ routeTree: createRootRoute({ component: SystemPage, notFoundComponent: () => null }), history: createMemoryHistory() });
  await router.load();
  render(
    <App>
      <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
        <RouterProvider router={router as never} />
      </QueryClientProvider>
    </App>,
  );
  await screen.findByText(/Version 0\.1\.0|版本 0\.1\.0/);
  return asked;
}

beforeEach(() => vi.stubGlobal('EventSource', Stream));
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe('the page of the system', () => {
  it('says in one line that all is right', async () => {
    await show(system());
    expect(screen.getByRole('heading', { name: 'Everything is all right' })).toBeTruthy();
    expect(screen.getByText('median 1.1 ms, 99 % within 6.2 ms')).toBeTruthy();
    expect(screen.getByText('PBX ahead by 12 ms')).toBeTruthy();
    expect(screen.getByText('cel_master.json.1, byte 1,482,113: is no JSON')).toBeTruthy();
    expect(screen.getByRole('img', { name: /^Ring to pop\. median: now/ })).toBeTruthy();
  });

  it('says what is wrong, and what to do about it', async () => {
    const since = new Date(Date.now() - 60_000).toISOString();
    await show(
      system({
        state: 'wrong',
        findings: [
          { code: 'pbx-down', part: 'pbx', gravity: 'wrong', since, figure: null, detail: 'cannot connect to pbx.example:5038' },
          { code: 'clocks-differ', part: 'pbx', gravity: 'attention', since: null, figure: -600_000, detail: null },
        ],
      }),
    );
    expect(screen.getByRole('heading', { name: 'Something is wrong now' })).toBeTruthy();
    expect(screen.getByText('The PBX cannot be reached')).toBeTruthy();
    expect(screen.getByText(/Check that Asterisk runs/)).toBeTruthy();
    expect(screen.getByText('for 1 min')).toBeTruthy();
    expect(screen.getByText('Reported: cannot connect to pbx.example:5038')).toBeTruthy();
    expect(screen.getByText('The clocks of PBX and service differ by 10 min')).toBeTruthy();
  });

  it('follows the stream', async () => {
    const held = system();
    await show(held);
    const news = { ...system({ state: 'attention', findings: [{ code: 'desks-slow', part: 'desks', gravity: 'attention', since: null, figure: 1, detail: null }] }), startedAt: held.startedAt };
    const fresh = { ...held.history.at(-1)!, at: new Date(Date.parse(held.history.at(-1)!.at) + 5000).toISOString() };
    act(() => Stream.last.onmessage?.({ data: JSON.stringify({ ...news, history: [fresh] }) }));
    expect(await screen.findByText('Agents’ pages that take messages slowly: 1')).toBeTruthy();
  });

  it('reads all anew when something was missed', async () => {
    const held = system();
    const asked = await show(held);
    const before = asked.mock.calls.length;
    const late = { ...held.history.at(-1)!, at: new Date(Date.now() + 60_000).toISOString() };
    act(() => Stream.last.onmessage?.({ data: JSON.stringify({ ...held, history: [late] }) }));
    await vi.waitFor(() => expect(asked.mock.calls.length).toBeGreaterThan(before));
  });

  it('admits that it is not live', async () => {
    await show(system());
    Stream.last.readyState = Stream.CLOSED;
    act(() => Stream.last.onerror?.());
    expect(await screen.findByText(/^Not live, as of/)).toBeTruthy();
  });

  it('speaks Chinese', async () => {
    await chooseLanguage('zh-CN');
    await show(system());
    expect(screen.getByRole('heading', { name: '一切正常' })).toBeTruthy();
    expect(screen.getByText('中位数 1.1毫秒，99% 在 6.2毫秒以内')).toBeTruthy();
    await chooseLanguage('en');
    expect(i18next.language).toBe('en');
  });
});
