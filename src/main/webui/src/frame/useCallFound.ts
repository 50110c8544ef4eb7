import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { firstPhone } from '../customers/firstPhone';
import { customerQuery } from '../customers/queries';
import { useDial } from '../desk/control/actions';
import { useDesk } from '../desk/deskStore';
import { useMe } from '../session/session';
import { useText } from '../shared/i18n/useText';
import { useProblemText } from '../shared/ui/useProblemText';
import { numberIn, type SearchRow } from './search';

/** Calls what the search found: the number shown, a customer's first one, or what was typed. Null for who has no phone. */
export function useCallFound() {
  const { t } = useText();
  const me = useMe();
  const dial = useDial();
  const client = useQueryClient();
  const { message } = App.useApp();
  const problemText = useProblemText();
  const busy = useDesk((s) => s.agent?.state === 'ringing' || s.agent?.state === 'on-call');
  if (!me.extension) return null;
  return async (row: SearchRow | undefined, typed: string) => {
    if (busy) {
      void message.warning(t('control.dialBusy'));
      return;
    }
    const customerId = row?.kind === 'customer' ? (row.hit?.id ?? null) : null;
    try {
      const to = numberIn(row, typed) ?? (customerId ? firstPhone(await client.fetchQuery(customerQuery(customerId))) : null);
      if (to) dial.mutate({ to, customerId });
      else void message.warning(t('search.noNumber'));
    } catch (error) {
      void message.error(problemText(error));
    }
  };
}
