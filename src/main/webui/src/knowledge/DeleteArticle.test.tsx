import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { App } from 'antd';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ArticleView } from '../shared/api/types';
import { chooseLanguage } from '../shared/i18n';
import { DeleteArticle } from './DeleteArticle';

const article = { id: 'k1', title: 'Kettle leaks', status: 'published', version: 3 } as ArticleView;
const asked = vi.fn<(request: Request) => Promise<Response>>();
const done = vi.fn<() => void>();
const sent = () => asked.mock.calls.map(([request]) => request).filter((request) => request.method === 'DELETE');

function show() {
  render(
    <App>
      <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
        <DeleteArticle article={article} onDone={done} />
      </QueryClientProvider>
    </App>,
  );
}

beforeEach(() => {
  done.mockReset();
  asked.mockReset();
  asked.mockImplementation(async () => new Response(null, { status: 204 }));
  vi.stubGlobal('fetch', asked);
});
afterEach(async () => {
  cleanup();
  vi.unstubAllGlobals();
  await chooseLanguage('en');
});

describe('an article’s delete button', () => {
  it('asks first, with what else there is, and deletes the version that is shown', async () => {
    show();
    fireEvent.click(screen.getByRole('button', { name: 'Delete article' }));
    const dialog = await screen.findByRole('dialog');
    expect(dialog.textContent).toContain('Delete the article “Kettle leaks”?');
    expect(dialog.textContent).toContain('Agents can read it now');
    expect(sent()).toEqual([]);
    fireEvent.click([...dialog.querySelectorAll('button')].at(-1) as HTMLElement);
    await waitFor(() => expect(done).toHaveBeenCalled());
    expect(new URL(sent()[0]?.url ?? '').pathname).toBe('/api/v1/articles/k1');
    expect(sent()[0]?.headers.get('if-match')).toBe('"3"');
    expect(await screen.findByText('Article “Kettle leaks” deleted.')).toBeTruthy();
  });

  it('keeps what somebody changed meanwhile, and says so in the reader’s language', async () => {
    await chooseLanguage('zh-CN');
    asked.mockImplementation(async () => Response.json({ status: 412, code: 'stale' }, { status: 412 }));
    show();
    fireEvent.click(screen.getByRole('button', { name: '删除文章' }));
    const dialog = await screen.findByRole('dialog');
    fireEvent.click([...dialog.querySelectorAll('button')].at(-1) as HTMLElement);
    expect(await screen.findByText('内容已被他人修改，请重新加载。')).toBeTruthy();
    expect(done).not.toHaveBeenCalled();
  });
});
