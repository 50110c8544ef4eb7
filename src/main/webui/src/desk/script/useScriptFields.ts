import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { customerQuery } from '../../customers/queries';
import type { Fields } from '../../scripts/fields';
import { useMe } from '../../session/session';
import { useQueues } from '../../shared/directory';
import { useText } from '../../shared/i18n/useText';
import { useDesk } from '../deskStore';
import { useDeskCustomer } from '../useDeskCustomer';
import { useFarEnd } from '../useFarEnd';

/** What a script's texts are filled in with on the desk: the customer as far as known by now, the agent, the call. */
export function useScriptFields(): Fields {
  const { t, phone } = useText();
  const me = useMe();
  const { queueLabel, didText } = useQueues();
  const { pop, customerId } = useDeskCustomer();
  const call = useDesk((s) => s.call);
  const { number, customerName, queue } = useFarEnd();
  // The column beside shows it too: it is asked for once.
  const { data: customer } = useQuery({ ...customerQuery(customerId ?? ''), enabled: customerId !== null });
  return useMemo(() => {
    const card = pop?.customers.find((c) => c.id === customerId);
    const known = customer && customer.id === customerId ? customer : undefined;
    const contact = known?.contacts.find((c) => c.phones.some((p) => number !== null && (p.e164 ?? p.raw) === number));
    return {
      'customer.name': known?.name ?? card?.name ?? customerName,
      'customer.contact': contact?.name ?? card?.contactName,
      'customer.owner': known?.ownerName ?? card?.ownerName,
      'customer.tags': (known?.tags ?? card?.tags)?.join(t('common.listSeparator')),
      'agent.name': me.name,
      'agent.extension': me.extension,
      'call.queue': queueLabel(queue),
      'call.from': number && phone(number),
      'call.to': didText(pop?.call.did ?? call?.to),
    };
  }, [t, phone, me, queueLabel, didText, pop, customerId, call?.to, number, customerName, queue, customer]);
}
