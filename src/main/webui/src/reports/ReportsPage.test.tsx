import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router';
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { App } from 'antd';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { reportOf } from '../mocks/reports';
import { chooseLanguage } from '../shared/i18n';
import { parseSearch, stringifySearch } from '../shared/go';
import { ReportsPage } from './ReportsPage';
import { longTime } from './useFigures';

vi.setConfig({ testTimeout: 30_000 });

async function show(search = '', answer?: (url: URL) => Response) {
  const asked: Request[] = [];
  vi.stubGlobal('fetch', async (input: string | Request, init?: RequestInit) => {
    const request = input instanceof Request ? input : new Request(new URL(input, 'http://localhost'), init);
    const url = new URL(request.url);
    asked.push(request);
    if (!url.pathname.includes('/reports/')) return Response.json({ items: [], next: null, total: 0 });
    if (answer) return answer(url);
    return Response.json(reportOf(url.pathname.endsWith('agents') ? 'agents' : 'queues', url.searchParams));
  });
  const router = createRouter({
    routeTree: createRootRoute({ component: ReportsPage, notFoundComponent: () => null }),
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
  return { asked, at: () => router.state.location };
}

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  void chooseLanguage('en');
});

describe('a report', () => {
  it('asks for what the URL says and shows it', async () => {
    const { asked } = await show('?from=2026-11-16&to=2026-11-22');
    await screen.findByRole('heading', { name: 'By interval' });
    const url = new URL(asked.find(({ url: one }) => one.includes('/reports/'))?.url ?? '');
    expect(url.pathname).toBe('/api/v1/reports/queues');
    expect(Object.fromEntries(url.searchParams)).toEqual({ from: '2026-11-16', to: '2026-11-23', interval: 'day', group: 'queue' });
    expect(screen.getByRole('region', { name: 'By interval' })).toBeTruthy();
    expect(screen.getByRole('region', { name: 'By Queue' })).toBeTruthy();
  });

  it('says what a figure means, in the reader’s language', async () => {
    await show();
    fireEvent.click((await screen.findAllByRole('button', { name: 'What Service level means' }))[0] as HTMLElement);
    expect(await screen.findByText('Answered in time ÷ (offered − short abandons).')).toBeTruthy();
    cleanup();
    await chooseLanguage('zh-CN');
    await show();
    fireEvent.click((await screen.findAllByRole('button', { name: '“服务水平”的含义' }))[0] as HTMLElement);
    expect(await screen.findByText('及时接通量 ÷（呼入量 − 短时放弃量）。')).toBeTruthy();
  });

  it('leads from a figure to its calls', async () => {
    await show('?from=2026-11-16&to=2026-11-22');
    const region = await screen.findByRole('region', { name: 'By Queue' });
    const link = within(region).getAllByRole('link', { name: /^Calls behind Abandoned/ })[0];
    const href = new URL(link?.getAttribute('href') ?? '', 'http://localhost');
    expect(href.pathname).toBe('/calls');
    expect(href.searchParams.get('counted')).toBe('abandoned');
    expect(href.searchParams.get('queue')).not.toContain(',');
    expect(href.searchParams.get('during')).toContain('/');
  });

  it('says when there is nothing, and when a span is too long', async () => {
    await show('', (url) => Response.json({ ...reportOf('queues', url.searchParams), rows: [] }));
    expect(await screen.findByText('No calls in this span')).toBeTruthy();
    cleanup();
    await show('?from=2016-01-01&to=2026-01-01', () =>
      Response.json({ status: 422, code: 'span-too-long', params: { days: 366 } }, { status: 422, headers: { 'content-type': 'application/problem+json' } }),
    );
    expect(await screen.findByText('With this interval a report covers at most 366 days.')).toBeTruthy();
  });

  it('is handed over as a file', async () => {
    vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: () => 'blob:x', revokeObjectURL: () => {} }));
    const { asked } = await show();
    fireEvent.click(await screen.findByRole('button', { name: 'CSV' }));
    await waitFor(() => expect(asked.some((request) => request.headers.get('accept')?.startsWith('text/csv'))).toBe(true));
  });
});

it.each([
  [0, '0:00'],
  [42_000, '0:42'],
  [725_400, '12:05'],
  [94_360_000, '26:12:40'],
])('%d ms are %s', (ms, text) => expect(longTime(ms)).toBe(text));
