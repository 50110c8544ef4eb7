import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { App } from 'antd';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AgentStateView } from '../../shared/api/types';
import { StateMenu } from './StateMenu';

const available: AgentStateView = { state: 'available', since: new Date().toISOString(), pending: false, phoneReachable: true };

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('fetch', async () => Response.json(available));
  const client = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: Infinity } } });
  client.setQueryData(['codes', '/api/v1/break-reasons'], [{ key: 'lunch' }, { key: 'training' }]);
  render(
    <App>
      <QueryClientProvider client={client}>
        <StateMenu agent={available} />
      </QueryClientProvider>
    </App>,
  );
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));

describe('the reasons for a break', () => {
  it('stay closed however quickly one of them is picked', async () => {
    fireEvent.click(screen.getByRole('button'));
    await pass(500);
    const title = screen.getByRole('menuitem', { name: /Break/ });
    fireEvent.mouseEnter(title);
    await pass(500);
    expect(title.getAttribute('aria-expanded')).toBe('true');
    const lunch = screen.getByRole('menuitem', { name: 'Lunch' });
    fireEvent.mouseEnter(lunch.closest('.callbar-breaks') as HTMLElement);
    fireEvent.click(lunch);
    await pass(500);
    expect(title.getAttribute('aria-expanded')).toBe('false');
  });
});
