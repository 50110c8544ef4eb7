import { useDirectory } from '../shared/directory';
import type { AuditView } from '../shared/api/types';
import { useText } from '../shared/i18n/useText';
import { changesOf, wordsOf } from './auditDetails';

const ids = new Set(['customerId', 'callId', 'teamId']);

/** Says what changed, field by field, in the reader's words: before → after where the audit tells. */
export function useChanges(kind: string) {
  const { t, word } = useText();
  const say = useValue(kind);
  return (details: unknown): string[] =>
    changesOf(details).map(({ field, values }) => {
      const name = word('auditField', field);
      return values && !ids.has(field) ? t('audit.change', { field: name, before: say(field, values.before), after: say(field, values.after) }) : name;
    });
}

/** What an entry of the audit tells beside who did what to which thing. */
export function AuditDetails({ entry }: { entry: AuditView }) {
  const { t, word, number } = useText();
  const changes = useChanges(entry.kind);
  const details = (entry.details ?? {}) as Record<string, unknown>;
  const parts = changes(details);
  if (typeof details['into'] === 'number') parts.push(t('audit.into', { number: details['into'] }));
  if (typeof details['from'] === 'number') parts.push(t('audit.from', { number: details['from'] }));
  if (typeof details['relation'] === 'string' && typeof details['number'] === 'number') parts.push(`${word('ticketRelation', details['relation'])} #${details['number']}`);
  if (typeof details['disposition'] === 'string') parts.push(`${t('wrapUp.disposition')}: ${word('disposition', details['disposition'])}`);
  if (typeof details['calls'] === 'number') parts.push(t('audit.calls', { count: details['calls'], formatted: number(details['calls']) }));
  if (parts.length === 0) return null;
  const line = parts.join(' · ');
  return (
    <span className="clip soft" title={line}>
      {line}
    </span>
  );
}

function useValue(kind: string) {
  const { t, word, at, number } = useText();
  const { personName } = useDirectory();
  return (field: string, value: unknown): string => {
    if (value === null || value === undefined || value === '') return t('audit.empty-value');
    if (typeof value === 'boolean') return value ? t('common.yes') : t('common.no');
    if (typeof value === 'number') {
      if (field.endsWith('Seconds')) return t('common.seconds', { count: value });
      if (field.endsWith('Minutes')) return `${number(value)} ${t('common.minutesUnit')}`;
      return number(value);
    }
    const text = String(value);
    if (field === 'assignee' || field === 'owner') return personName(text) || t('audit.somebody');
    if (field.endsWith('At')) return at(text);
    const group = wordsOf(kind, field);
    return group ? word(group, text) : text;
  };
}
