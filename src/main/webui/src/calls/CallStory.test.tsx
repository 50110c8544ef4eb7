import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { CallView, Handover } from '../shared/api/types';
import { queuesQuery, usersQuery } from '../shared/directory';
import '../shared/i18n';
import { CallStory } from './CallStory';

const at = '2026-11-22T08:00:05Z';
const call = (handovers: Handover[]): CallView => ({
  id: 'c', pbx: 'main', direction: 'inbound', withheld: false, agents: ['1001'], startedAt: '2026-11-22T08:00:00Z', endedAt: '2026-11-22T08:01:00Z', recovered: false, legs: [], ticketIds: [], recordings: [],
  visits: [], segments: [{ agent: '1001', from: '2026-11-22T08:00:01Z', to: at }], handovers,
});

function show(handovers: Handover[]) {
  const client = new QueryClient();
  client.setQueryData(usersQuery.queryKey, [{ id: 'w', username: 'wei', name: 'Wei', roles: [], extension: '1001', active: true, version: 0 }]);
  client.setQueryData(queuesQuery.queryKey, []);
  render(
    <QueryClientProvider client={client}>
      <CallStory call={call(handovers)} />
    </QueryClientProvider>,
  );
}

afterEach(cleanup);

describe('how a call changed hands', () => {
  it('is told in words, colleagues by name and others by number', () => {
    show([{ kind: 'blind-transfer', at, from: '1001', to: '1002' }]);
    expect(screen.getByText('Wei transferred the call to 1002')).toBeTruthy();
  });

  it('says somebody where the telephone does not say who', () => {
    show([{ kind: 'unparked', at, from: '701', to: null }]);
    expect(screen.getByText('somebody took the parked call')).toBeTruthy();
  });

  it('is left out of a call that stayed where it was', () => {
    show([]);
    expect(screen.queryByRole('list')).toBeNull();
  });
});
