import { ProblemError } from '../../api/problem';

/** One value of a record: how it is read, and the patch that makes it another one. */
export interface Field<R, T, P = object> {
  read: (record: R) => T | undefined;
  write: (record: R, value: T) => P;
}

/** Where records come from and go to. */
export interface Source<R, P = object> {
  save: (patch: P, version: number) => Promise<R>;
  /** The newest there is. */
  reload: () => Promise<R>;
}

/** Somebody else changed the very same value meanwhile. */
export interface Conflict<R, T> {
  newest: R;
  theirs: T | undefined;
  mine: T;
}

export type Saved<R, T> = { saved: R } | { conflict: Conflict<R, T> };

/** Others may be quicker this often in a row. */
const TRIES = 4;

export const same = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/**
 * Saves one value, based on the record it was read from. Changes of other values by others do not matter, nor does the
 * same change; another change of the same value is for the reader to decide, and nothing is saved. Other refusals are thrown.
 */
export async function saveField<R extends { version: number }, T, P>(base: R, field: Field<R, T, P>, value: T, source: Source<R, P>): Promise<Saved<R, T>> {
  const before = field.read(base);
  let record = base;
  for (let tried = 1; ; tried++) {
    try {
      return { saved: await source.save(field.write(record, value), record.version) };
    } catch (error) {
      if (!(error instanceof ProblemError) || !error.isConflict || tried === TRIES) throw error;
    }
    record = await source.reload();
    const theirs = field.read(record);
    if (theirs !== undefined && same(theirs, value)) return { saved: record };
    if (!same(theirs, before)) return { conflict: { newest: record, theirs, mine: value } };
  }
}
