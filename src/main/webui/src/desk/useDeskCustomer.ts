import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import type { Pop } from '../shared/api/types';
import { useProblemText } from '../shared/ui/useProblemText';
import { chooseCustomer } from './agent';
import { currentPop } from './deskState';
import { useDesk } from './deskStore';

/** Who the call on the desk is with: the one chosen, or the only candidate; and who of the customer's contacts, where somebody said. */
export function useDeskCustomer(): { pop: Pop | null; callId: string | null; customerId: string | null; contactId: string | null } {
  const pop = useDesk((s) => currentPop(s));
  const call = useDesk((s) => s.call);
  const callId = pop?.call.id ?? call?.id ?? null;
  const only = pop?.customers.length === 1 ? (pop.customers[0]?.id ?? null) : null;
  const chosen = call && call.id === callId ? (call.customerId ?? null) : null;
  return { pop, callId, customerId: chosen ?? only, contactId: chosen ? (call?.contactId ?? null) : null };
}

export interface Choice {
  callId: string;
  customerId: string;
  name: string;
  /** Who of the customer's contacts; nobody in particular when left out. */
  contact?: { id: string; name: string | null };
}

/** Ties a customer to the call, for good; shown at once. */
export function useChooseCustomer() {
  const client = useQueryClient();
  const { message } = App.useApp();
  const problemText = useProblemText();
  return useMutation({
    mutationFn: ({ callId, customerId, contact }: Choice) => chooseCustomer(callId, customerId, contact?.id),
    onMutate: ({ callId, customerId, name, contact }) => {
      const before = useDesk.getState();
      useDesk.setState({
        call: before.call?.id === callId ? { ...before.call, customerId, customerName: name, contactId: contact?.id ?? null, contactName: contact?.name ?? null } : before.call,
        pops: before.pops.map((p) => (p.call.id === callId ? { ...p, customers: p.customers.filter((c) => c.id === customerId).map((c) => (contact ? { ...c, contactName: contact.name } : c)) } : p)),
      });
      return { call: before.call, pops: before.pops };
    },
    onError: (error, _, before) => {
      if (before) useDesk.setState(before);
      void message.error(problemText(error));
    },
    onSettled: (_, __, { callId, customerId }) => {
      // The call's ticket and follow-up went along.
      for (const queryKey of [['call', callId], ['timeline', customerId], ['list', 'tickets'], ['list', 'follow-ups']]) void client.invalidateQueries({ queryKey });
    },
  });
}
