import type { CallView } from '../shared/api/types';

/** The outside number of a call; of an internal call the colleague's who began it. */
export const otherNumber = (call: CallView) =>
  call.direction === 'outbound' ? (call.toE164 ?? call.to ?? null) : (call.fromE164 ?? call.from ?? null);

/**
 * The colleagues an internal call is named by, in the order they are read: to one of the two it is the other, to
 * everybody else it is both.
 */
export function colleaguesOf(call: Pick<CallView, 'from' | 'to'>, me: string | null | undefined): string[] {
  const both = [call.from, call.to].filter((x): x is string => Boolean(x));
  const others = both.filter((x) => x !== me);
  return others.length > 0 ? others : both;
}

/** Whom one calls to talk with them again: the outside number, or the one colleague. Null where that is hidden or nobody's. */
export function numberToDial(call: CallView, me: string | null | undefined): string | null {
  if (call.withheld) return null;
  if (call.direction !== 'internal') return otherNumber(call);
  const others = colleaguesOf(call, me);
  return others.length === 1 && others[0] !== me ? (others[0] ?? null) : null;
}
