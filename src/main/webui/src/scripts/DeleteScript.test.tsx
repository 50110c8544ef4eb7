import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { App } from 'antd';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ScriptView } from '../shared/api/types';
import { DeleteScript } from './DeleteScript';

vi.setConfig({ testTimeout: 30_000 });

const script = { id: 's1', name: 'Leaks', status: 'published', version: 4 } as ScriptView;
const asked = vi.fn<(request: Request) => Promise<Response>>();
const done = vi.fn<() => void>();
const sent = () => asked.mock.calls.map(([request]) => request).filter((request) => request.method === 'DELETE');

async function press(name: string) {
  fireEvent.click(await screen.findByRole('button', { name }));
}

beforeEach(() => {
  done.mockReset();
  asked.mockReset();
  asked.mockImplementation(async () => new Response(null, { status: 204 }));
  vi.stubGlobal('fetch', asked);
  render(
    <App>
      <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
        <DeleteScript script={script} onDone={done} />
      </QueryClientProvider>
    </App>,
  );
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe('a script’s delete button', () => {
  it('asks first, and deletes the version that is shown', async () => {
    fireEvent.click(screen.getByRole('button', { name: 'Delete script' }));
    const dialog = await screen.findByRole('dialog');
    expect(dialog.textContent).toContain('Delete the script “Leaks”?');
    expect(dialog.textContent).toContain('Calls go by it now');
    expect(sent()).toEqual([]);
    fireEvent.click([...dialog.querySelectorAll('button')].at(-1) as HTMLElement);
    await waitFor(() => expect(done).toHaveBeenCalled());
    expect(sent()[0]?.headers.get('if-match')).toBe('"4"');
  });

  it('does nothing when it was not meant', async () => {
    fireEvent.click(screen.getByRole('button', { name: 'Delete script' }));
    await press('Cancel');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(sent()).toEqual([]);
  });

  it('says why a script that calls have answers to stays', async () => {
    asked.mockImplementation(async () => new Response(JSON.stringify({ status: 409, code: 'reference' }), { status: 409, headers: { 'content-type': 'application/problem+json' } }));
    fireEvent.click(screen.getByRole('button', { name: 'Delete script' }));
    const dialog = await screen.findByRole('dialog');
    fireEvent.click([...dialog.querySelectorAll('button')].at(-1) as HTMLElement);
    expect(await screen.findByText(/Calls have answers to this script/)).toBeTruthy();
    expect(done).not.toHaveBeenCalled();
  });
});
