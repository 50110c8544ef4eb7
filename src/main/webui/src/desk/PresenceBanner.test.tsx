import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { App } from 'antd';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AgentStateView } from '../shared/api/types';
import { CallColumn } from './CallColumn';
import { StateMenu } from './callbar/StateMenu';
import { useDesk } from './deskStore';
import { PresenceBanner } from './PresenceBanner';

const available: AgentStateView = { state: 'available', since: new Date().toISOString(), pending: false, phoneReachable: true };
const asked = vi.fn<(request: Request) => Promise<Response>>();

function Place() {
  const agent = useDesk((s) => s.agent);
  return (
    <>
      <StateMenu agent={agent} />
      <PresenceBanner />
      <CallColumn />
    </>
  );
}

function show(agent: Partial<AgentStateView>) {
  useDesk.getState().receive({ type: 'snapshot', seq: 1, agent: { ...available, ...agent }, calls: [], pops: [] });
  render(
    <App>
      <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
        <Place />
      </QueryClientProvider>
    </App>,
  );
}

beforeEach(() => {
  asked.mockReset();
  asked.mockImplementation(async ({ method }) => Response.json(method === 'PUT' ? available : []));
  vi.stubGlobal('fetch', asked);
});
afterEach(() => {
  cleanup();
  useDesk.getState().reset();
  vi.unstubAllGlobals();
});

describe('who was set aside', () => {
  it('is told since when the page was gone, and is back with one click, not before', async () => {
    show({ state: 'break', reason: 'away', goneSince: new Date().toISOString() });
    expect(screen.getByText(/your page was closed or offline from \d/)).toBeTruthy();
    expect(asked.mock.calls.filter(([request]) => request.method === 'PUT')).toHaveLength(0);
    fireEvent.click(screen.getByRole('button', { name: 'Become available' }));
    await waitFor(() => expect(screen.queryByText(/your page was closed/)).toBeNull());
    const put = asked.mock.calls.map(([request]) => request).find((request) => request.method === 'PUT');
    expect(await put?.clone().text()).toContain('available');
  });

  it('is told during the call what follows it', () => {
    show({ state: 'on-call', callId: 'c1', next: 'break', nextReason: 'phone', goneSince: new Date().toISOString() });
    expect(screen.getByText(/Your phone could not be reached from .*After this call/)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Stay available' })).toBeTruthy();
  });

  it('is nobody who chose the break', () => {
    show({ state: 'break', reason: 'lunch' });
    expect(screen.queryByRole('status')).toBeNull();
    expect(screen.getByRole('button', { name: 'Become available' })).toBeTruthy();
  });
});

describe('the phone', () => {
  it('is named when it cannot be reached', () => {
    show({ phoneReachable: false });
    expect(screen.getByText('Phone unreachable')).toBeTruthy();
  });

  it('is named once when that is why the agent was set aside', () => {
    show({ state: 'break', reason: 'phone', goneSince: new Date().toISOString(), phoneReachable: false });
    expect(screen.getAllByText('Phone unreachable')).toHaveLength(1);
  });
});

describe('a desk that is open elsewhere', () => {
  it('is said and can be taken back', () => {
    show({});
    act(() => {
      useDesk.getState().reset();
      useDesk.getState().connected('elsewhere');
    });
    expect(screen.getByText('Open elsewhere')).toBeTruthy();
    expect(within(screen.getByRole('status')).getByRole('button', { name: 'Take back' })).toBeTruthy();
  });
});
