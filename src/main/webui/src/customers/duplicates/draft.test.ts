import { describe, expect, it } from 'vitest';
import { likeness } from './draft';

describe('what is asked for while a new customer is entered', () => {
  it('is nothing while nothing tells who it is', () => {
    expect(likeness(undefined)).toBeNull();
    expect(likeness({})).toBeNull();
    expect(likeness({ name: ' 李 ', contacts: [{ name: null, phones: [{ raw: '138' }] }] })).toBeNull();
  });

  it('is the name as soon as it may be one, numbers and addresses', () => {
    expect(likeness({ name: ' 李娜' })).toEqual({ kind: 'person', name: '李娜', phones: [], emails: [] });
    expect(likeness({ kind: 'company', name: '', contacts: [{ name: 'x', email: ' li@x.example ', phones: [{ raw: ' 138 0013 8000' }, { raw: '' }] }] })).toEqual({
      kind: 'company', name: null, phones: ['138 0013 8000'], emails: ['li@x.example'],
    });
  });

  it('does not stumble over lines that were just added', () => {
    expect(likeness({ name: 'Li Na', contacts: [undefined as never, { name: null, phones: [undefined as never] }] })).toMatchObject({ name: 'Li Na', phones: [] });
  });
});
