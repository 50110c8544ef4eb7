import { describe, expect, it } from 'vitest';
import type { TicketCommentView, TicketHistoryView } from '../../shared/api/types';
import { timelineOf } from './timeline';

const comment = (id: string, at: string): TicketCommentView => ({ id, at, authorId: 'u1', authorName: 'Wei', internal: false, body: id });
const change = (id: string, at: string): TicketHistoryView => ({ id, at, actor: 'wei', actorName: 'Wei', action: 'changed', details: {} });
const ids = (entries: { id: string }[]) => entries.map((entry) => entry.id);

describe('the timeline of a ticket', () => {
  it('has comments and changes in one order, the newest last', () => {
    const entries = timelineOf(
      { items: [comment('c2', '2026-11-22T10:02:00Z'), comment('c1', '2026-11-22T10:00:00.5Z')], more: false },
      { items: [change('h2', '2026-11-22T10:01:00Z'), change('h1', '2026-11-22T10:00:00Z')], more: false },
    );
    expect(ids(entries)).toEqual(['h1', 'c1', 'h2', 'c2']);
  });

  it('holds back what is older than what is known of both', () => {
    const entries = timelineOf(
      { items: [comment('c2', '2026-11-22T10:02:00Z'), comment('c1', '2026-11-22T10:01:00Z')], more: true },
      { items: [change('h2', '2026-11-22T10:01:30Z'), change('h1', '2026-11-22T09:00:00Z')], more: false },
    );
    expect(ids(entries)).toEqual(['c1', 'h2', 'c2']);
  });

  it('keeps an order where times are the same', () => {
    const at = '2026-11-22T10:00:00Z';
    expect(ids(timelineOf({ items: [comment('b', at)], more: false }, { items: [change('a', at)], more: false }))).toEqual(['a', 'b']);
  });
});
