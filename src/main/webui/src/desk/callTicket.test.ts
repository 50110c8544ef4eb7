import { describe, expect, it } from 'vitest';
import { subjectOf } from './callTicket';

describe('the subject of a call’s ticket', () => {
  it('is the first line of the notes that says something', () => {
    expect(subjectOf('\n  \r\n  Boiler leaks \nsince Monday')).toBe('Boiler leaks');
    expect(subjectOf('  ')).toBe('');
  });

  it('is no longer than a subject may be, and ends with a whole character', () => {
    expect(subjectOf('x'.repeat(300))).toHaveLength(200);
    expect(subjectOf(`${'x'.repeat(199)}😀`)).toBe('x'.repeat(199));
  });
});
