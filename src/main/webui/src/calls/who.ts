import { useMe } from '../session/session';
import type { CallView } from '../shared/api/types';
import { useDirectory } from '../shared/directory';
import { useText } from '../shared/i18n/useText';
import { colleaguesOf, otherNumber } from './ends';

/** One line for who a call was with: the customer, the colleagues of an internal call, or the outside number. */
export function useWho() {
  const { t, phone } = useText();
  const { agentName } = useDirectory();
  const me = useMe().extension;
  return (call: CallView): string => {
    if (call.customerName) return call.customerName;
    if (call.withheld) return t('desk.withheld');
    if (call.direction === 'internal') return colleaguesOf(call, me).map(agentName).join(' → ') || t('desk.unknown');
    return phone(otherNumber(call)) || call.fromName || t('desk.unknown');
  };
}
