import { beforeEach, describe, expect, it } from 'vitest';
import { CommentDrafts } from './drafts';

beforeEach(() => sessionStorage.clear());

describe('comment drafts', () => {
  it('survive a reload, each for its ticket and its writer', () => {
    new CommentDrafts('wei').keep('t1', { body: 'Leak', internal: true });
    expect(new CommentDrafts('wei').of('t1')).toEqual({ body: 'Leak', internal: true });
    expect(new CommentDrafts('wei').of('t2')).toEqual({ body: '', internal: false });
    expect(new CommentDrafts('yuki').of('t1').body).toBe('');
  });

  it('are forgotten once empty, and the oldest beyond twenty', () => {
    const drafts = new CommentDrafts('wei');
    for (let i = 0; i < 21; i++) drafts.keep(`t${i}`, { body: 'x', internal: false });
    expect(drafts.of('t0').body).toBe('');
    expect(drafts.of('t1').body).toBe('x');
    drafts.keep('t1', { body: '', internal: true });
    expect(drafts.of('t1')).toEqual({ body: '', internal: false });
  });

  it('take what they cannot read for nothing', () => {
    sessionStorage.setItem('trunkline.comments.wei', '{broken');
    expect(new CommentDrafts('wei').of('t1').body).toBe('');
    sessionStorage.setItem('trunkline.comments.wei', '[["t1",{"body":5,"internal":false}],7]');
    expect(new CommentDrafts('wei').of('t1').body).toBe('');
  });
});
