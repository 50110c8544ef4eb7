import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, configure, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { App } from 'antd';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { meQuery } from '../../session/session';
import type { CustomerNoteView } from '../../shared/api/types';
import { Note } from './Note';
import { NoteField } from './NoteField';
import { mayChangeNote } from './mayChange';

vi.setConfig({ testTimeout: 30_000 });
configure({ asyncUtilTimeout: 10_000 });

const note: CustomerNoteView = {
  id: 'n1', customerId: 'c1', body: '<b>first</b>\nsecond', pinned: false, callId: null, authorId: 'u1', authorName: 'Wei',
  createdAt: '2026-11-22T10:00:00Z', updatedAt: '2026-11-22T10:00:00Z', version: 3,
};
const asked = vi.fn<(request: Request) => Promise<Response>>();
const sent = (method: string) => asked.mock.calls.map(([request]) => request).filter((request) => request.method === method);

function show(element: React.ReactNode, role: 'agent' | 'administrator' = 'agent') {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  client.setQueryData(meQuery.queryKey, { id: role === 'agent' ? 'u1' : 'u9', username: 'wei', name: 'Wei', roles: [role], active: true, version: 0 });
  render(
    <App>
      <QueryClientProvider client={client}>{element}</QueryClientProvider>
    </App>,
  );
}

beforeEach(() => {
  sessionStorage.clear();
  asked.mockReset();
  asked.mockImplementation(async () => Response.json(note));
  vi.stubGlobal('fetch', asked);
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe('the field for a note', () => {
  it('keeps what is typed over a reload until it is sent, with the call it was written at', async () => {
    show(<NoteField customerId="c1" callId="pbx-7" />);
    fireEvent.change(screen.getByLabelText('Write a note about this customer'), { target: { value: 'Call after nine\nor write' } });
    fireEvent.click(screen.getByRole('checkbox', { name: 'Pin on top' }));
    cleanup();
    show(<NoteField customerId="c1" callId="pbx-7" />);
    const field = screen.getByLabelText<HTMLTextAreaElement>('Write a note about this customer');
    expect(field.value).toBe('Call after nine\nor write');
    fireEvent.keyDown(field, { key: 'Enter', ctrlKey: true });
    await waitFor(() => expect(sent('POST')).toHaveLength(1));
    await expect(sent('POST')[0]?.json()).resolves.toEqual({ body: 'Call after nine\nor write', pinned: true, callId: 'pbx-7' });
    await waitFor(() => expect(field.value).toBe(''));
  });

  it('keeps what the service did not take', async () => {
    asked.mockImplementation(async () => new Response(JSON.stringify({ status: 403, code: 'forbidden' }), { status: 403, headers: { 'content-type': 'application/problem+json' } }));
    show(<NoteField customerId="c1" />);
    const field = screen.getByLabelText<HTMLTextAreaElement>('Write a note about this customer');
    fireEvent.change(field, { target: { value: 'x' } });
    fireEvent.click(screen.getByRole('button', { name: 'Save note' }));
    expect((await screen.findByRole('alert')).textContent).toContain('Your role does not allow this.');
    expect(field.value).toBe('x');
  });
});

describe('a note', () => {
  it('is shown as it was written, markup as text', () => {
    show(<Note note={note} />);
    expect(screen.getByText((_, element) => element?.className === 'note-body' && element.textContent === note.body)).toBeTruthy();
    expect(document.querySelector('.note-body b')).toBeNull();
  });

  it('is pinned on the version that is shown', async () => {
    show(<Note note={note} />);
    fireEvent.click(screen.getByRole('button', { name: 'Pin on top' }));
    await waitFor(() => expect(sent('PATCH')).toHaveLength(1));
    expect(sent('PATCH')[0]?.headers.get('If-Match')).toBe('"3"');
    await expect(sent('PATCH')[0]?.json()).resolves.toEqual({ pinned: true });
  });

  it('of somebody else is read only', () => {
    show(<Note note={{ ...note, authorId: 'u2' }} />);
    expect(screen.queryByRole('button')).toBeNull();
    expect(mayChangeNote({ id: 'u9', roles: ['administrator'] }, 'u2')).toBe(true);
    expect(mayChangeNote({ id: 'u9', roles: ['supervisor'] }, 'u2')).toBe(false);
  });
});
