import { useMemo } from 'react';
import type { RouteCause, RoutingCondition, RoutingRuleView } from '../../shared/api/types';
import { useQueues } from '../../shared/directory';
import { useText } from '../../shared/i18n/useText';
import { weekdays } from './queries';

/** Rules, and why calls went where they did, in words. */
export function useRoutingText() {
  const { t, language, word } = useText();
  const { queueLabel, didText } = useQueues();
  return useMemo(() => {
    const list = (words: string[]) => words.join(t('common.listSeparator'));
    const day = (name: string) => {
      // The first of January 2024 was a Monday.
      const at = new Date(Date.UTC(2024, 0, 1 + weekdays.indexOf(name as (typeof weekdays)[number])));
      return new Intl.DateTimeFormat(language, { weekday: 'short', timeZone: 'UTC' }).format(at);
    };
    const value = (kind: RoutingCondition['kind'], one: string) => {
      switch (kind) {
        case 'ticket':
          return word('ticketType', one);
        case 'queue':
          return queueLabel(one);
        case 'did':
          return didText(one);
        case 'hours':
          return one.replace(/^\w+/, day);
        default:
          return one;
      }
    };
    const said = (kind: RoutingCondition['kind'], negated: boolean, values: string[]) => {
      const plain = [t(`routingKind.${kind}`), list(values)].filter(Boolean).join(' ');
      return negated ? t('routing.not', { condition: plain }) : plain;
    };
    const condition = (c: RoutingCondition) =>
      said(
        c.kind,
        c.negated,
        c.kind === 'hours' ? [`${list(c.days.map(day))} ${c.from ?? '00:00'}–${c.to ?? '24:00'} ${c.zone ?? ''}`.trim()] : c.values.map((one) => value(c.kind, one)),
      );
    const way = (queue: string | null | undefined, priority: number | null | undefined) =>
      [queue ? t('routing.toQueue', { queue: queueLabel(queue) }) : '', priority === null || priority === undefined ? '' : t('routing.withPriority', { n: priority })].filter(Boolean).join(' · ');
    const refusal = (how: 'busy' | 'rejected') => t(how === 'busy' ? 'routing.refuseBusy' : 'routing.refuseRejected');
    return {
      day,
      condition,
      refusal,
      way,
      cause: (c: RouteCause) => said(c.kind, c.negated, c.value ? [value(c.kind, c.value)] : []),
      which: (rule: RoutingRuleView) => rule.conditions.map(condition).join(' · ') || t('routing.everybody'),
      what: (rule: RoutingRuleView) =>
        rule.refuse
          ? refusal(rule.refuse)
          : [way(rule.queue, rule.priority) || t('routing.asUsual'), rule.last ? '' : t('routing.goesOn')].filter(Boolean).join(' · '),
    };
  }, [t, language, word, queueLabel, didText]);
}
