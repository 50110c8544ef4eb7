import { describe, expect, it } from 'vitest';
import { en } from '../shared/i18n/en';
import { actionOf, changesOf, placeOf } from './auditDetails';

describe('an audit entry’s changes', () => {
  it('tell values first, then what only changed', () => {
    const details = { fields: ['subject', 'status'], values: { status: { before: 'open', after: 'solved' } } };
    expect(changesOf(details)).toEqual([{ field: 'status', values: { before: 'open', after: 'solved' } }, { field: 'subject' }]);
  });

  it('are none where there is nothing that reads like them', () => {
    for (const details of [null, undefined, 'fields', [], {}, { fields: 'status' }, { fields: [1, null] }]) expect(changesOf(details)).toEqual([]);
  });

  it('have a word for every field that the forms change', () => {
    const fields = [
      'kind', 'name', 'tags', 'vip', 'note', 'owner', 'contacts', 'type', 'status', 'priority', 'subject', 'description', 'customerId', 'callId', 'queue',
      'assignee', 'dueAt', 'phone', 'label', 'labelZh', 'dids', 'ticketOnAnswered', 'ticketType', 'followUpOnMissed', 'followUpDueMinutes', 'shortAbandonSeconds',
      'wrapUpSeconds', 'missedLimit', 'recording', 'members', 'username', 'password', 'roles', 'teamId', 'extension', 'language', 'active', 'search', 'columns',
      'lines', 'district', 'city', 'province', 'postalCode', 'country', 'primary', 'teams',
    ];
    expect(fields.filter((field) => !(field in en.auditField))).toEqual([]);
  });
});

describe('an audit entry’s place', () => {
  const entry = { action: 'changed', kind: 'ticket', refId: 'id', name: '#1001', customerId: null };
  it('is the thing’s own', () => expect(placeOf(entry)).toBe('/tickets/id'));
  it('is none for what is gone', () => {
    expect(placeOf({ ...entry, name: null })).toBeNull();
    expect(placeOf({ ...entry, action: 'deleted' })).toBeNull();
  });
  it('is a queue’s by its name', () => expect(placeOf({ ...entry, kind: 'queue', name: 'support' })).toBe('/admin/queues/support'));
  it('is the call of a recording', () => expect(placeOf({ ...entry, kind: 'recording', refId: 'pbx-1.7/1' })).toBe('/calls/pbx-1.7'));
  it('listens to recordings', () => expect(actionOf({ action: 'looked', kind: 'recording' })).toBe('listened'));
});
