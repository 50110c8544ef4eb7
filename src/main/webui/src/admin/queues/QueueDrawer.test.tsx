import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createMemoryHistory, createRootRoute, createRoute, createRouter, Outlet, RouterProvider } from '@tanstack/react-router';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { App } from 'antd';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { queues } from '../../mocks/data';
import type { QueueAtPbx } from '../../shared/api/types';
import { QueueDrawer } from './QueueDrawer';

vi.setConfig({ testTimeout: 60_000 });

const asked = vi.fn<(request: Request) => Promise<Response>>();
const support = queues.find((q) => q.name === 'support');

const users = [
  { id: 'u-wei', name: 'Wei', extension: '1001' },
  { id: 'u-anna', name: 'Anna', extension: '1002' },
];
const inForce: QueueAtPbx = { name: 'support', state: 'applied', reason: null, has: { strategy: 'rrmemory', maxWaiting: 0, weight: 0, members: 1, waiting: 0 }, differs: [] };
let atPbx = inForce;

async function show(id = 'support') {
  const root = createRootRoute({ component: Outlet, notFoundComponent: () => null });
  const drawer = createRoute({ getParentRoute: () => root, path: '/admin/queues/$id', component: QueueDrawer });
  const router = createRouter({ routeTree: root.addChildren([drawer]), history: createMemoryHistory({ initialEntries: [`/admin/queues/${id}`] }) });
  await router.load();
  render(
    <App>
      <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
        <RouterProvider router={router as never} />
      </QueryClientProvider>
    </App>,
  );
}

beforeEach(() => {
  asked.mockReset();
  atPbx = inForce;
  asked.mockImplementation(async ({ url, method }) => {
    if (url.endsWith('/pbx/queues')) return Response.json([atPbx]);
    if (url.endsWith('/api/v1/queues') && method === 'POST') return Response.json(support, { status: 201 });
    if (url.endsWith('/queues/support')) return Response.json(support);
    return Response.json({ items: url.includes('/users') ? users : url.includes('/queues') ? queues : [], next: null, total: 0 });
  });
  vi.stubGlobal('fetch', asked);
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const sent = async (method: string): Promise<unknown> => {
  await waitFor(() => expect(asked.mock.calls.some(([request]) => request.method === method)).toBe(true));
  const [request] = asked.mock.calls.find(([one]) => one.method === method) ?? [];
  return request?.json();
};

const choose = async (label: string, option: string) => {
  fireEvent.mouseDown(screen.getByLabelText(label));
  fireEvent.click(await screen.findByTitle(option));
};

describe('a queue’s settings', () => {
  it('say how it works, to whom callers go on, and send one place only', async () => {
    await show();
    expect(await screen.findByText('In force')).toBeTruthy();
    fireEvent.change(await screen.findByLabelText('Level of Wei'), { target: { value: '2' } });
    await choose('Order', 'In the order they joined');
    expect(await screen.findByText(/Only when the PBX is started anew/)).toBeTruthy();
    await choose('After that', 'On to a number outside');
    fireEvent.change(await screen.findByLabelText('Number'), { target: { value: ' 021 6123 4567 ' } });
    fireEvent.click(screen.getByRole('button', { name: 'Save' }));
    await expect(sent('PATCH')).resolves.toMatchObject({
      strategy: 'linear', overflowQueue: null, overflowNumber: '021 6123 4567',
      levels: expect.arrayContaining([{ user: 'u-anna', level: 1 }, { user: 'u-wei', level: 2 }]),
    });
  });

  it('warn when nobody serves it, and say what the PBX has otherwise', async () => {
    atPbx = { ...inForce, differs: ['strategy', 'weight'], has: { strategy: 'linear', maxWaiting: 0, weight: 9, members: 0, waiting: 2 } };
    await show();
    expect(await screen.findByText('Differs')).toBeTruthy();
    expect(screen.getByText('The PBX has it otherwise: Order: In the order they joined, Priority: 9.')).toBeTruthy();
    expect(screen.queryByText(/Nobody serves this queue/)).toBeNull();
  });

  it('say why the PBX refused them', async () => {
    atPbx = { ...inForce, state: 'refused', reason: 'Originate failed' };
    await show();
    expect(await screen.findByText('Refused')).toBeTruthy();
    expect(screen.getByText(/Originate failed/)).toBeTruthy();
  });

  it('make a new one with its number, and warn that nobody serves it yet', async () => {
    await show('new');
    expect(await screen.findByText(/Nobody serves this queue/)).toBeTruthy();
    fireEvent.change(screen.getByLabelText('Name in the PBX'), { target: { value: 'repairs' } });
    fireEvent.change(screen.getByLabelText('Name'), { target: { value: 'Repairs' } });
    fireEvent.click(screen.getByRole('button', { name: 'Add a number' }));
    fireEvent.change(await screen.findByLabelText('Number as it is dialled'), { target: { value: '400 800 7000' } });
    fireEvent.click(screen.getByRole('button', { name: 'Create queue' }));
    await expect(sent('POST')).resolves.toMatchObject({
      name: 'repairs', label: 'Repairs', dids: [{ number: '4008007000', region: 'CN', label: null }], overflowQueue: null, overflowNumber: null, members: [],
    });
  });

  it('say what it is held to, and when the board raises an alarm', async () => {
    await show();
    expect((await screen.findByLabelText<HTMLInputElement>('Service level target')).value).toBe('80');
    fireEvent.change(screen.getByLabelText('Answered in time within'), { target: { value: '30' } });
    fireEvent.change(screen.getByLabelText('Alarm when more wait than'), { target: { value: '' } });
    fireEvent.click(screen.getByLabelText('Alarm below the target'));
    fireEvent.click(screen.getByRole('button', { name: 'Save' }));
    await expect(sent('PATCH')).resolves.toMatchObject({
      serviceLevelSeconds: 30, serviceLevelTarget: 80, alarmWaiting: null, alarmLongestWaitSeconds: 60, alarmServiceLevel: false,
    });
  });
});
