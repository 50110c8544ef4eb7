import { describe, expect, it } from 'vitest';
import { around, atLines } from './markdownEdits';

describe('signs of Markdown', () => {
  it('go around what is selected, which stays selected', () => {
    expect(around('**', '**')({ text: 'a b c', from: 2, to: 3 })).toEqual({ text: 'a **b** c', from: 4, to: 5 });
  });
  it('go before each line, and away again', () => {
    const listed = atLines('- ')({ text: 'x\none\ntwo', from: 3, to: 8 });
    expect(listed.text).toBe('x\n- one\n- two');
    expect(atLines('- ')(listed).text).toBe('x\none\ntwo');
  });
});
