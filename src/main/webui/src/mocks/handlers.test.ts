import { getResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { KEY } from './answers';
import { handlers } from './handlers';

const sources = import.meta.glob<string>(['../**/*.ts', '../**/*.tsx', '!../**/*.test.*', '!../mocks/**', '!../shared/api/generated/**'], { query: '?raw', import: 'default', eager: true });

/** Every request that stands in the page's sources, as `GET /api/v1/…`. */
const asked = [
  ...new Set(
    Object.values(sources).flatMap((source) => [
      ...[...source.matchAll(/api\.(GET|POST|PUT|PATCH|DELETE)\(\s*'([^']+)'/g)].map(([, method, path]) => `${method} ${path}`),
      ...[...source.matchAll(/(?:path="|useEventStream\(')(\/api\/v1\/[^"']+)/g)].map(([, path]) => `GET ${path}`),
    ]),
  ),
].toSorted();

describe('the page on its own', () => {
  it('asks for something', () => expect(asked.length).toBeGreaterThan(60));

  it.each(asked)('is answered: %s', async (request) => {
    sessionStorage.setItem(KEY, 'lina');
    const [method = '', path = ''] = request.split(' ');
    const url = `${location.origin}${path.replace('{action}', 'park').replaceAll(/\{\w+\}/g, 'none')}`;
    const body = method === 'GET' || method === 'DELETE' ? null : '{}';
    const response = await getResponse(handlers, new Request(url, { method, body }));
    expect(response?.status).toBeGreaterThan(0);
  });
});
