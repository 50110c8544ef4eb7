import type { TicketRuleView } from '../../shared/api/types';
import { useQueues } from '../../shared/directory';
import { useText } from '../../shared/i18n/useText';

/** A rule in words: which calls, and what they leave. */
export function useRuleText() {
  const { t, span } = useText();
  const { queueLabel } = useQueues();
  const which = (rule: TicketRuleView): string => {
    const conditions = [
      rule.directions.map((x) => t(`direction.${x}`)).join(t('common.listSeparator')),
      rule.outcomes.map((x) => t(`outcome.${x}`)).join(t('common.listSeparator')),
      rule.queues.map(queueLabel).join(t('common.listSeparator')),
      rule.caller === 'anybody' ? '' : t(`ruleCaller.${rule.caller}`),
      rule.minTalkSeconds > 0 ? t('rules.talkedFor', { time: span(rule.minTalkSeconds * 1000) }) : '',
    ].filter(Boolean);
    return conditions.join(' · ') || t('rules.everyCall');
  };
  const what = (rule: TicketRuleView): string =>
    rule.opens ? [t(`ticketType.${rule.type}`), t(`priority.${rule.priority}`), t(`ruleAssign.${rule.assign}`)].join(' · ') : t('rules.noTicket');
  return { which, what };
}
