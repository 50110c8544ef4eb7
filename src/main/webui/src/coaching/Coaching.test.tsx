import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { App } from 'antd';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AgentMenu } from '../agents/AgentMenu';
import { useDesk } from '../desk/deskStore';
import { emptyDesk } from '../desk/deskState';
import { parseMessage } from '../desk/messages';
import { Toasts } from '../frame/Toasts';
import { useNotices } from '../frame/notices';
import { meQuery } from '../session/session';
import { chooseLanguage } from '../shared/i18n';
import { CoachingBar } from './CoachingBar';
import { MoveMenu } from './MoveMenu';
import { answersFor } from './steerable';
import type { Coaching, Steerable } from './types';

vi.setConfig({ testTimeout: 30_000 });

const asked = vi.fn<(request: Request) => Promise<Response>>();
const sent = () => asked.mock.calls.map(([request]) => request).filter(({ method }) => method !== 'GET');
const paths = () => sent().map(({ method, url }) => `${method} ${new URL(url).pathname}`);

const wei: Steerable = { userId: 'u1', name: 'Wei', extension: '1001', state: { state: 'on-call', reason: null, next: 'available', nextReason: null }, callId: 'c1', steerable: true };
const part = (more: Partial<Coaching> = {}): Coaching => ({
  coach: '1005', coachName: 'Lina', agent: '1001', agentName: 'Wei', callId: 'c1', mode: 'listen', state: 'running', since: new Date().toISOString(), ...more,
});

function show(what: React.ReactNode, extension: string | null = '1005') {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  client.setQueryData(meQuery.queryKey, { id: 'u9', username: 'lina', name: 'Lina', roles: ['supervisor'], teamId: 't1', extension, active: true, version: 0 } as never);
  return render(
    <App>
      <QueryClientProvider client={client}>{what}</QueryClientProvider>
    </App>,
  );
}

beforeEach(() => {
  asked.mockReset();
  asked.mockImplementation(async ({ method, url }) => {
    if (url.endsWith('/messages')) return Response.json({ id: 'm1' }, { status: 201 });
    if (method !== 'GET') return new Response(null, { status: 202 });
    return Response.json(url.includes('/queues') ? { items: [{ name: 'support', label: 'Support', dids: [] }, { name: 'sales', label: 'Sales', dids: [] }], next: null, total: 2 } : []);
  });
  vi.stubGlobal('fetch', asked);
});
afterEach(async () => {
  cleanup();
  vi.unstubAllGlobals();
  useDesk.setState({ ...emptyDesk });
  useNotices.getState().clear();
  await chooseLanguage('en');
});

const open = async (name: string) => fireEvent.click(await screen.findByRole('button', { name: new RegExp(name) }));
const choose = async (entry: string) => fireEvent.click(await screen.findByRole('menuitem', { name: entry }));

describe('the menu of an agent', () => {
  it('lets one listen, whisper and barge in while the agent talks', async () => {
    show(<AgentMenu agent={wei} />);
    await open('Wei');
    await choose('Whisper');
    await waitFor(() => expect(paths()).toEqual(['POST /api/v1/calls/c1/whisper']));
    await expect(sent()[0]?.json()).resolves.toEqual({ agent: '1001' });
  });

  it('asks before a call is taken over', async () => {
    show(<AgentMenu agent={wei} />);
    await open('Wei');
    await choose('Take over');
    const dialog = await screen.findByRole('dialog');
    expect(paths()).toEqual([]);
    fireEvent.click(within(dialog).getByRole('button', { name: 'Take over' }));
    await waitFor(() => expect(paths()).toEqual(['POST /api/v1/calls/c1/take-over']));
  });

  it('offers nothing of the call to who has no phone, nor while the agent does not talk', async () => {
    show(<AgentMenu agent={wei} />, null);
    await open('Wei');
    expect((await screen.findByRole('menuitem', { name: 'Listen' })).getAttribute('aria-disabled')).toBe('true');
    cleanup();
    show(<AgentMenu agent={{ ...wei, callId: null, state: { ...wei.state, state: 'available', next: null } }} />);
    await open('Wei');
    expect(await screen.findByRole('menuitem', { name: 'Write a message' })).toBeTruthy();
    expect(screen.queryByRole('menuitem', { name: 'Listen' })).toBeNull();
  });

  it('sends a message', async () => {
    show(<AgentMenu agent={wei} />);
    await open('Wei');
    await choose('Write a message');
    const send = await screen.findByRole('button', { name: 'Send' });
    expect((send as HTMLButtonElement).disabled).toBe(true);
    fireEvent.change(screen.getByLabelText('Message'), { target: { value: 'Offer <b>10 %</b>' } });
    fireEvent.click(send);
    await waitFor(() => expect(paths()).toEqual(['POST /api/v1/agents/u1/messages']));
    await expect(sent()[0]?.json()).resolves.toEqual({ text: 'Offer <b>10 %</b>' });
  });

  it('puts a message away with Escape', async () => {
    show(<AgentMenu agent={wei} />);
    await open('Wei');
    await choose('Write a message');
    fireEvent.keyDown(await screen.findByLabelText('Message'), { key: 'Escape' });
    await waitFor(() => expect(screen.queryByLabelText('Message')).toBeNull());
    expect(paths()).toEqual([]);
  });

  it('belongs to who answers for the agent', () => {
    show(<AgentMenu agent={{ ...wei, steerable: false }} />);
    expect(screen.getByRole<HTMLButtonElement>('button').disabled).toBe(true);
    expect(answersFor({ roles: ['supervisor'], teamId: 't1' }, 't2')).toBe(false);
    expect(answersFor({ roles: ['supervisor'], teamId: null }, null)).toBe(false);
    expect(answersFor({ roles: ['administrator'], teamId: null }, 't2')).toBe(true);
  });
});

describe('the bar', () => {
  it('says whose call it is, changes over and leaves', async () => {
    useDesk.setState({ coaching: { own: part(), with: [] } });
    show(<CoachingBar />);
    expect(screen.getByText('Wei’s call')).toBeTruthy();
    expect(screen.getByText('Nobody hears you')).toBeTruthy();
    fireEvent.click(screen.getByRole('radio', { name: 'Barge in' }));
    await waitFor(() => expect(paths()).toEqual(['POST /api/v1/calls/c1/barge']));
    fireEvent.click(screen.getByRole('button', { name: 'Leave' }));
    await waitFor(() => expect(paths()).toContain('DELETE /api/v1/coaching'));
  });

  it('has a key for each way', async () => {
    useDesk.setState({ coaching: { own: part(), with: [] } });
    show(<CoachingBar />);
    fireEvent.keyDown(document.body, { key: 'k', altKey: true });
    fireEvent.keyDown(document.body, { key: 'u', altKey: true });
    await waitFor(() => expect(paths()).toEqual(['POST /api/v1/calls/c1/whisper']));
    fireEvent.keyDown(document.body, { key: 'v', altKey: true });
    expect(await screen.findByRole('dialog')).toBeTruthy();
  });

  it('tells an agent who is heard', async () => {
    await chooseLanguage('zh-CN');
    useDesk.setState({ coaching: { own: null, with: [part({ mode: 'whisper' })] } });
    show(<CoachingBar />);
    expect(screen.getByText('Lina 正在对您耳语')).toBeTruthy();
  });

  it('is not there without a reason', () => {
    show(<CoachingBar />);
    expect(screen.queryByRole('status')).toBeNull();
  });
});

describe('who waits', () => {
  it('is put first or into another queue', async () => {
    show(<MoveMenu callId="c2" queue="support" who="Acme" />);
    await open('Acme');
    await choose('Put first');
    await waitFor(() => expect(paths()).toEqual(['POST /api/v1/calls/c2/to-front']));
  });
});

describe('a message', () => {
  it('that is kept stands in the bell once', () => {
    const kept = { id: 'm7', at: '2026-11-23T08:00:00Z', code: 'message', params: { by: 'Lina', text: 'Hello' } };
    useNotices.getState().add(kept);
    useNotices.getState().addRead([kept, { ...kept, id: 'm6', at: '2026-11-23T07:00:00Z' }]);
    expect(useNotices.getState().items.map(({ id, read }) => [id, read])).toEqual([['m7', false], ['m6', true]]);
  });

  it('is said when it comes, not when it is read again', async () => {
    show(<Toasts />);
    const hello = { id: 'm8', at: '2026-11-23T08:00:00Z', code: 'message', params: { by: 'Lina', text: 'Hello' } };
    act(() => useNotices.getState().addRead([hello]));
    act(() => useNotices.getState().add({ ...hello, id: 'm9', params: { by: 'Lina', text: 'Again' } }));
    expect(await screen.findByText('Lina: Again')).toBeTruthy();
    expect(screen.queryByText('Lina: Hello')).toBeNull();
  });

  it('of the desk about coaching is understood', () => {
    expect(parseMessage(JSON.stringify({ seq: 1, type: 'coaching', own: null, with: [] }))?.type).toBe('coaching');
    expect(parseMessage(JSON.stringify({ seq: 1, type: 'coaching', own: null }))).toBeNull();
  });
});
