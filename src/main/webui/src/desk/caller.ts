import type { CallView, Pop } from '../shared/api/types';
import { useText } from '../shared/i18n/useText';

/** One line for who is on the other side; caller names are strangers' text and only ever shown as text. */
export function useCallerText(pop: Pop | null, call?: CallView | null): string {
  const text = useText();
  if (call?.customerName) return call.customerName;
  if (pop) {
    const only = pop.customers.length === 1 ? pop.customers[0] : undefined;
    if (only) return only.name;
    if (pop.caller.withheld) return text.t('desk.withheld');
    return text.phone(pop.caller.e164 ?? pop.caller.raw) || pop.caller.name || text.t('desk.unknown');
  }
  if (call) return call.withheld ? text.t('desk.withheld') : text.phone(otherNumber(call)) || call.fromName || text.t('desk.unknown');
  return '';
}

/** The outside number of a call. */
export const otherNumber = (call: CallView) =>
  call.direction === 'outbound' ? (call.toE164 ?? call.to ?? null) : (call.fromE164 ?? call.from ?? null);
