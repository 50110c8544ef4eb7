import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { useQueues } from './directory';

function Label({ name }: { name: string }) {
  const { queueLabel } = useQueues();
  return <p>{queueLabel(name)}</p>;
}

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function shows(name: string, ...answers: unknown[][]) {
  const asked = vi.fn().mockImplementation(async () => Response.json({ items: answers[Math.min(asked.mock.calls.length, answers.length) - 1] }));
  vi.stubGlobal('fetch', asked);
  const client = new QueryClient();
  const label = () => (
    <QueryClientProvider client={client}>
      <Label name={name} />
    </QueryClientProvider>
  );
  const { rerender } = render(label());
  return { asked, again: () => rerender(label()) };
}

it('asks once more for the word of a queue that was made after the page had loaded', async () => {
  const { asked } = shows('workshop', [], [{ name: 'workshop', label: 'Workshop', dids: [] }]);
  expect(await screen.findByText('Workshop')).not.toBeNull();
  expect(asked).toHaveBeenCalledTimes(2);
});

it('asks no third time about a queue that has gone', async () => {
  const { asked, again } = shows('gone', []);
  await waitFor(() => expect(asked).toHaveBeenCalledTimes(2));
  again();
  expect(await screen.findByText('gone')).not.toBeNull();
  expect(asked).toHaveBeenCalledTimes(2);
});
