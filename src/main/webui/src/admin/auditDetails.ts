import type { AuditView } from '../shared/api/types';

/** A changed field; what it was and is where the audit may tell. */
export interface Change {
  field: string;
  values?: { before: unknown; after: unknown };
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The changed fields of an entry, those that tell their values first. */
export function changesOf(details: unknown): Change[] {
  if (!isObject(details) || !Array.isArray(details['fields'])) return [];
  const values = isObject(details['values']) ? details['values'] : {};
  const changes = details['fields']
    .filter((field): field is string => typeof field === 'string')
    .map((field): Change => {
      const told = values[field];
      return isObject(told) ? { field, values: { before: told['before'] ?? null, after: told['after'] ?? null } } : { field };
    });
  return [...changes.filter((c) => c.values), ...changes.filter((c) => !c.values)];
}

/** Looking at a recording is listening to it. */
export const actionOf = (entry: Pick<AuditView, 'action' | 'kind'>): string =>
  entry.kind === 'recording' && entry.action === 'looked' ? 'listened' : entry.action;

const places: Record<string, string> = {
  customer: '/customers',
  call: '/calls',
  recording: '/calls',
  ticket: '/tickets',
  'follow-up': '/follow-ups',
  user: '/admin/users',
  session: '/admin/users',
  'agent-state': '/admin/users',
  queue: '/admin/queues',
  article: '/knowledge',
  'ticket-rule': '/admin/ticket-rules',
  'routing-rule': '/admin/routing',
  'blocked-number': '/admin/blocked-numbers',
  script: '/scripts',
};

/** Where the thing can be looked at; null when it is gone or has no place. */
export function placeOf(entry: Pick<AuditView, 'kind' | 'refId' | 'name' | 'customerId' | 'action'>): string | null {
  const place = places[entry.kind];
  const known = entry.name || entry.customerId || entry.kind === 'call' || entry.kind === 'recording' || entry.kind === 'follow-up';
  // Notes and addresses stand on their customer's card.
  if (entry.kind === 'customer-note' || entry.kind === 'customer-address') return entry.customerId ? `/customers/${encodeURIComponent(entry.customerId)}` : null;
  if (!place || !entry.refId || !known || entry.action === 'deleted') return null;
  // A queue's address is its name, a recording's that of its call.
  const id = entry.kind === 'queue' ? (entry.name ?? '') : entry.kind === 'recording' ? entry.refId.replace(/\/\d+$/, '') : entry.refId;
  return `${place}/${encodeURIComponent(id)}`;
}

/** The group of words a changed field's value belongs to. */
export function wordsOf(kind: string, field: string): string | null {
  if (field === 'status') return kind === 'follow-up' ? 'followUpStatus' : 'ticketStatus';
  if (field === 'type' || field === 'ticketType') return 'ticketType';
  if (field === 'priority') return kind === 'routing-rule' ? null : 'priority';
  if (kind === 'agent-state') return field === 'state' ? 'agentState' : 'breakReason';
  if (field === 'kind' && kind === 'customer-address') return 'addressKind';
  if (field === 'kind') return kind === 'customer' ? 'customers' : 'followUpKind';
  if (field === 'recording') return 'recordingPolicy';
  return null;
}
