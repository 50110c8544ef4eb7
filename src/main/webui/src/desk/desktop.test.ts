import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Pop } from '../shared/api/types';
import { notifyOfPop, withdrawPop } from './desktop';

const shown: { title: string; closed: boolean }[] = [];

class Note {
  static readonly permission = 'granted';
  readonly addEventListener = vi.fn();
  private readonly mine: { title: string; closed: boolean };

  constructor(title: string) {
    this.mine = { title, closed: false };
    shown.push(this.mine);
  }

  close() {
    this.mine.closed = true;
  }
}

const pop: Pop = {
  call: { id: 'c1', direction: 'inbound', queue: 'support', ringingAt: '2026-11-22T08:00:00Z', waitedMs: 0 },
  caller: { raw: '13812345678', e164: '+8613812345678', name: null, withheld: false },
  customers: [{ id: 'a', name: 'Ida Example', kind: 'person', vip: false, tags: [], phones: [] }],
  tickets: [], recentCalls: [], complete: true,
};

beforeEach(() => vi.stubGlobal('Notification', Note));
afterEach(() => {
  shown.length = 0;
  vi.unstubAllGlobals();
});

it('says who rings, and takes it back when nobody does any more', () => {
  notifyOfPop(pop, new QueryClient());
  expect(shown).toEqual([{ title: 'Ida Example', closed: false }]);
  withdrawPop();
  withdrawPop();
  expect(shown).toEqual([{ title: 'Ida Example', closed: true }]);
});
