import i18next from 'i18next';
import { useCallback } from 'react';
import type { TicketView } from '../shared/api/types';
import { useDirectory, useQueues } from '../shared/directory';
import { useText } from '../shared/i18n/useText';
import { timelineParams } from '../customers/timelineText';

/** A ticket's subject: a person's own words, or the system's in the reader's language. */
export function useSubject() {
  const { t } = useText();
  const { queueLabel } = useQueues();
  const { agentName } = useDirectory();
  return useCallback(
    (ticket: Pick<TicketView, 'subject' | 'subjectKey' | 'subjectParams' | 'number'>): string => {
      if (ticket.subject) return ticket.subject;
      const nobody = ticket.subjectParams?.['from'] === '' ? '-withheld' : '';
      const key = `subject.${ticket.subjectKey ?? ''}${nobody}`;
      if (!ticket.subjectKey || !i18next.exists(key)) return t('tickets.untitled', { number: ticket.number });
      return (i18next.t as (k: string, p: object) => string)(key, timelineParams(ticket.subjectParams ?? {}, { queueLabel, agentName }));
    },
    [t, queueLabel, agentName],
  );
}
