import { describe, expect, it, vi } from 'vitest';
import { ProblemError } from '../../api/problem';
import { saveField, type Field } from './save';

interface Thing {
  version: number;
  name: string;
  tags: string[];
}
const name: Field<Thing, string, Partial<Thing>> = { read: (r) => r.name, write: (_, value) => ({ name: value }) };
const base: Thing = { version: 1, name: 'Old', tags: [] };

/** A service that holds the thing and refuses what is based on an older one. */
function service(held: Thing) {
  let now = held;
  return {
    save: vi.fn(async (patch: Partial<Thing>, version: number) => {
      if (version !== now.version) throw new ProblemError(412, 'stale');
      now = { ...now, ...patch, version: now.version + 1 };
      return now;
    }),
    reload: vi.fn(async () => now),
    become: (part: Partial<Thing>) => (now = { ...now, ...part, version: now.version + 1 }),
  };
}

describe('one value', () => {
  it('is saved on what it was read from', async () => {
    const source = service(base);
    await expect(saveField(base, name, 'New', source)).resolves.toEqual({ saved: { version: 2, name: 'New', tags: [] } });
    expect(source.save).toHaveBeenCalledWith({ name: 'New' }, 1);
    expect(source.reload).not.toHaveBeenCalled();
  });

  it('does not mind what else was changed meanwhile', async () => {
    const source = service(base);
    source.become({ tags: ['gold'] });
    await expect(saveField(base, name, 'New', source)).resolves.toEqual({ saved: { version: 3, name: 'New', tags: ['gold'] } });
  });

  it('changed by somebody else is for the reader to decide, and nothing is lost', async () => {
    const source = service(base);
    const newest = source.become({ name: 'Theirs' });
    const result = await saveField(base, name, 'Mine', source);
    expect(result).toEqual({ conflict: { newest, theirs: 'Theirs', mine: 'Mine' } });
    expect(source.save).toHaveBeenCalledTimes(1);
    // Keeping one's own is saving it on the newest.
    await expect(saveField(newest, name, 'Mine', source)).resolves.toMatchObject({ saved: { name: 'Mine' } });
  });

  it('changed to the same by somebody else is saved already', async () => {
    const source = service(base);
    const newest = source.become({ name: 'New' });
    await expect(saveField(base, name, 'New', source)).resolves.toEqual({ saved: newest });
    expect(source.save).toHaveBeenCalledTimes(1);
  });

  it('is given up when others are quicker all the time', async () => {
    const source = service(base);
    source.save.mockRejectedValue(new ProblemError(412, 'stale'));
    await expect(saveField(base, name, 'New', source)).rejects.toMatchObject({ status: 412 });
    expect(source.save.mock.calls.length).toBeLessThan(10);
  });

  it('that is not valid is refused with what is wrong', async () => {
    const source = service(base);
    source.save.mockRejectedValue(new ProblemError(422, 'validation', null, [{ field: 'name', code: 'not-blank', message: '' }]));
    await expect(saveField(base, name, '', source)).rejects.toMatchObject({ status: 422 });
    expect(source.reload).not.toHaveBeenCalled();
  });
});
