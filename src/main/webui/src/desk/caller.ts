import { useWho } from '../calls/who';
import type { CallView, Pop } from '../shared/api/types';
import { useDirectory } from '../shared/directory';
import { useText } from '../shared/i18n/useText';

/** One line for who is on the other side; caller names are strangers' text and only ever shown as text. */
export function useCallerText(pop: Pop | null, call?: CallView | null): string {
  const text = useText();
  const { agentName } = useDirectory();
  const who = useWho();
  if (call?.customerName) return call.customerName;
  if (pop) {
    const only = pop.customers.length === 1 ? pop.customers[0] : undefined;
    if (only) return only.name;
    if (pop.call.direction === 'internal' && pop.caller.raw) return agentName(pop.caller.raw);
    if (pop.caller.withheld) return text.t('desk.withheld');
    return text.phone(pop.caller.e164 ?? pop.caller.raw) || pop.caller.name || text.t('desk.unknown');
  }
  return call ? who(call) : '';
}
