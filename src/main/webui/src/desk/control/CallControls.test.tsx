import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { App } from 'antd';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { usePhoneStore } from '../../phone/phone';
import { meQuery } from '../../session/session';
import type { CallTarget, CallView, LineView, PickableCall } from '../../shared/api/types';
import { chooseLanguage } from '../../shared/i18n';
import { infoQuery } from '../../shared/info';
import { emptyDesk } from '../deskState';
import { useDesk } from '../deskStore';
import { useAsking } from './asking';
import { BarControls, CallControls } from './CallControls';
import { CallKeys } from './CallKeys';

const asked = vi.fn<(request: Request) => Promise<Response>>();
const colleague = (to: string, name: string, state: CallTarget['state'], unreachable: CallTarget['unreachable'] = null): CallTarget => ({ kind: 'colleague', to, name, state, atWork: null, free: null, unreachable });
const queue = (to: string, atWork: number, free: number): CallTarget => ({ kind: 'queue', to, name: to, state: null, atWork, free, unreachable: atWork === 0 ? 'closed' : null });
const targets = [colleague('1002', 'Anna Berg', 'on-call'), colleague('1003', 'Marco Rossi', 'available'), colleague('1004', 'Yuki Tanaka', 'available', 'phone'), queue('night', 0, 0), queue('sales', 3, 2)];

let waiting: PickableCall[] = [];

beforeEach(() => {
  waiting = [];
  useAsking.setState({ what: null });
  asked.mockReset();
  asked.mockImplementation(async ({ url, method }) => {
    if (method === 'POST') return new Response(null, { status: 202 });
    if (url.endsWith('/calls/pickable')) return Response.json(waiting);
    return Response.json(url.endsWith('/calls/targets') ? targets : { items: [], next: null, total: 0 });
  });
  vi.stubGlobal('fetch', asked);
});
afterEach(async () => {
  cleanup();
  vi.unstubAllGlobals();
  await chooseLanguage('en');
});

const line = (state: LineView['state'], controls: string[], more: Partial<LineView> = {}): LineView => ({ state, controls, third: null, recording: null, ...more });

function show(view: LineView, simulated = false, Controls = CallControls) {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: Infinity } } });
  client.setQueryData(meQuery.queryKey, { id: 'u1', username: 'wei', name: 'Wei', roles: ['agent'], extension: '1001', active: true, version: 0 });
  client.setQueryData(infoQuery.queryKey, { pbxSimulated: simulated } as never);
  useDesk.setState({ ...emptyDesk, call: { id: 'c1' } as CallView, line: view });
  render(
    <App>
      <QueryClientProvider client={client}>
        <Controls callId="c1" line={view} />
        <CallKeys />
      </QueryClientProvider>
    </App>,
  );
}

const posted = async () => {
  const request = asked.mock.calls.map(([r]) => r).find((r) => r.method === 'POST');
  return request && { path: new URL(request.url).pathname, body: (await request.clone().json()) as unknown };
};

describe('the controls of a call', () => {
  it('ask the service for what is pressed', async () => {
    show(line('talking', ['hangup', 'transfer', 'consult', 'park', 'dtmf']));
    fireEvent.click(screen.getByRole('button', { name: 'Hang up' }));
    await waitFor(async () => expect(await posted()).toEqual({ path: '/api/v1/calls/c1/hangup', body: { to: null, tones: null } }));
  });

  it('are pressed by keys too, also while notes are written', async () => {
    show(line('talking', ['hangup', 'transfer']));
    const field = document.body.appendChild(document.createElement('textarea'));
    fireEvent.keyDown(field, { code: 'KeyX', ctrlKey: true, altKey: true });
    expect(await posted()).toBeUndefined();
    fireEvent.keyDown(field, { code: 'KeyX', altKey: true });
    field.remove();
    await waitFor(async () => expect((await posted())?.path).toBe('/api/v1/calls/c1/hangup'));
  });

  it('are pressed by the letter that stands on the key, wherever it is', async () => {
    show(line('talking', ['hangup', 'park']));
    fireEvent.keyDown(document.body, { key: 'p', code: 'KeyR', altKey: true });
    await waitFor(async () => expect((await posted())?.path).toBe('/api/v1/calls/c1/park'));
  });

  it('are pressed by keys while a dialog is open, which none is opened over', async () => {
    show(line('talking', ['hangup', 'transfer']));
    const dialog = document.body.appendChild(document.createElement('div'));
    dialog.setAttribute('role', 'dialog');
    fireEvent.keyDown(dialog, { code: 'KeyT', altKey: true });
    fireEvent.keyDown(dialog, { code: 'KeyX', altKey: true });
    dialog.remove();
    expect(useAsking.getState().what).toBeNull();
    await waitFor(async () => expect((await posted())?.path).toBe('/api/v1/calls/c1/hangup'));
  });

  it('offer the calls that anybody may take where somebody is called', async () => {
    waiting = [{ callId: 'c7', place: 'parked', number: '701', from: '13800138000', fromName: null, queue: 'support', since: new Date().toISOString() }];
    show(line('talking', []));
    act(() => useDesk.setState({ line: null, call: null }));
    fireEvent.keyDown(document.body, { code: 'KeyD', altKey: true });
    const offered = await screen.findByRole('option', { name: /parked/ });
    fireEvent.click(offered);
    await waitFor(async () => expect((await posted())?.path).toBe('/api/v1/calls/c7/pickup'));
  });

  it('transfer to a colleague who is found by name, those who are free first', async () => {
    show(line('talking', ['hangup', 'transfer', 'consult', 'park']));
    fireEvent.click(screen.getByRole('button', { name: 'Transfer' }));
    await waitFor(() =>
      expect(screen.getAllByRole('option').map((o) => o.textContent)).toEqual([
        expect.stringContaining('Marco Rossi'),
        expect.stringMatching(/sales.*2 of 3 free/),
        expect.stringContaining('Anna Berg'),
        expect.stringMatching(/Yuki Tanaka.*Phone not reachable/),
        expect.stringMatching(/night.*Closed: nobody at work/),
      ]),
    );
    fireEvent.change(screen.getByRole('combobox'), { target: { value: 'ann' } });
    fireEvent.keyDown(screen.getByRole('combobox'), { key: 'Enter' });
    await waitFor(async () => expect(await posted()).toEqual({ path: '/api/v1/calls/c1/transfer', body: { to: '1002', tones: null } }));
  });

  it('hand nobody to who cannot be reached, and say why', async () => {
    show(line('talking', ['transfer']));
    fireEvent.click(screen.getByRole('button', { name: 'Transfer' }));
    const blocked = await screen.findByRole('option', { name: /Yuki Tanaka/ });
    expect(blocked.getAttribute('aria-disabled')).toBe('true');
    fireEvent.click(blocked);
    fireEvent.change(screen.getByRole('combobox'), { target: { value: 'night' } });
    fireEvent.keyDown(screen.getByRole('combobox'), { key: 'Enter' });
    expect(await posted()).toBeUndefined();
    expect(screen.getByRole('combobox')).toBeTruthy();
  });

  it.each([
    ['en', { kind: 'colleague', target: '1004', name: 'Yuki Tanaka', why: 'phone' }, 'Yuki Tanaka’s phone cannot be reached. Choose somebody else.'],
    ['en', { kind: 'queue', target: 'night', name: 'night', why: 'closed' }, 'Nobody is at work in Night shift. Choose another queue or a colleague.'],
    ['zh-CN', { kind: 'colleague', target: '1004', name: '陈伟', why: 'phone' }, '陈伟 的话机无法接通，请另选同事。'],
    ['zh-CN', { kind: 'queue', target: 'night', name: 'night', why: 'closed' }, '“夜班”队列无人在岗，请另选队列或同事。'],
    ['en', { kind: 'colleague', target: '1004', name: 'Yuki Tanaka', why: 'new reason' }, 'Nobody would take the call there: the phone cannot be reached, or nobody at work serves the queue.'],
  ] as const)('say in %s who would not take the call, and why', async (language, params, text) => {
    await chooseLanguage(language);
    asked.mockImplementation(async ({ url, method }) => {
      if (method === 'POST') return Response.json({ status: 409, code: 'target-unreachable', params }, { status: 409 });
      if (url.endsWith('/api/v1/queues')) return Response.json({ items: [{ name: 'night', label: 'Night shift', labelZh: '夜班', dids: [] }], next: null, total: 1 });
      return Response.json(url.endsWith('/calls/targets') ? targets : { items: [], next: null, total: 0 });
    });
    show(line('talking', ['transfer']));
    fireEvent.keyDown(document.body, { code: 'KeyT', altKey: true });
    fireEvent.change(await screen.findByRole('combobox'), { target: { value: '139 0000 2222' } });
    fireEvent.keyDown(screen.getByRole('combobox'), { key: 'Enter' });
    expect(await screen.findByText(text)).toBeTruthy();
  });

  it('let one dial a colleague oneself, whose phone may be back', async () => {
    show(line('talking', []));
    act(() => useDesk.setState({ line: null, call: null }));
    fireEvent.keyDown(document.body, { code: 'KeyD', altKey: true });
    fireEvent.click(await screen.findByRole('option', { name: /Yuki Tanaka/ }));
    await waitFor(async () => expect(await posted()).toMatchObject({ path: '/api/v1/calls', body: { to: '1004' } }));
  });

  it('take any number that is typed', async () => {
    show(line('talking', ['transfer']));
    fireEvent.click(screen.getByRole('button', { name: 'Transfer' }));
    fireEvent.change(screen.getByRole('combobox'), { target: { value: '139 0000 2222' } });
    fireEvent.keyDown(screen.getByRole('combobox'), { key: 'Enter' });
    await waitFor(async () => expect((await posted())?.body).toEqual({ to: '139 0000 2222', tones: null }));
  });

  it('are others in a consultation, which is told of', () => {
    show(line('consulting', ['complete', 'cancel', 'swap', 'conference'], { third: '1002' }));
    expect(screen.getByRole('status').textContent).toContain('1002');
    expect(screen.getByRole('button', { name: 'Hand over' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Park' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Hang up' })).toBeNull();
  });

  it('say that nothing is recorded', () => {
    show(line('talking', ['record-resume'], { recording: 'silent' }));
    expect(screen.getByText('Not being recorded')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Record again' })).toBeTruthy();
  });

  it('that only the desk phone has are named, with the reason', () => {
    show(line('talking', ['hangup']));
    for (const name of ['Hold', 'Mute']) expect(screen.getByRole('button', { name }).hasAttribute('disabled')).toBe(true);
    act(() => usePhoneStore.setState({ mode: 'browser' }));
    expect(screen.queryByRole('button', { name: 'Hold' })).toBeNull();
    act(() => usePhoneStore.setState({ mode: 'desk' }));
  });

  it('are at hand in the call bar of every other page', async () => {
    show(line('talking', ['hangup', 'transfer', 'park', 'record-pause', 'dtmf']), false, BarControls);
    expect(screen.getAllByRole('button').map((b) => b.getAttribute('aria-label'))).toEqual(['Transfer', 'Pause recording', 'Hang up', 'Keypad']);
    fireEvent.click(screen.getByRole('button', { name: 'Pause recording' }));
    await waitFor(async () => expect((await posted())?.path).toBe('/api/v1/calls/c1/record-pause'));
  });

  it.each([
    ['on the desk', CallControls],
    ['on every other page', BarControls],
  ])('have the keypad of the browser phone for a desk phone, %s', async (_, Controls) => {
    show(line('talking', ['hangup', 'dtmf']), false, Controls);
    fireEvent.click(screen.getByRole('button', { name: 'Keypad' }));
    fireEvent.click(await screen.findByRole('button', { name: '5' }));
    await waitFor(async () => expect(await posted()).toEqual({ path: '/api/v1/calls/c1/dtmf', body: { to: null, tones: '5' } }));
  });

  it('leave the keypad to the browser phone where that is used', () => {
    usePhoneStore.setState({ mode: 'browser' });
    show(line('talking', ['hangup', 'dtmf']));
    expect(screen.queryByRole('button', { name: 'Keypad' })).toBeNull();
    act(() => usePhoneStore.setState({ mode: 'desk' }));
  });

  it('name the keypad while nobody hears its tones', () => {
    show(line('calling-third', ['complete', 'cancel'], { third: '1002' }));
    expect(screen.getByRole('button', { name: 'Keypad' }).hasAttribute('disabled')).toBe(true);
  });

  it('are few with the simulated PBX', () => {
    show(line('talking', ['hangup', 'transfer', 'park', 'dtmf']), true);
    expect(screen.getByRole('button', { name: 'Keypad' }).hasAttribute('disabled')).toBe(true);
    expect(screen.getByRole('button', { name: 'Transfer' }).hasAttribute('disabled')).toBe(true);
    expect(screen.getByRole('button', { name: 'Hang up' }).hasAttribute('disabled')).toBe(false);
  });
});
