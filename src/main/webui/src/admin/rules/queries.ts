import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../shared/api/client';
import type { CallDirection, CallOutcome, TicketRuleView } from '../../shared/api/types';

export const ruleQuery = (id: string) =>
  queryOptions({
    queryKey: ['ticket-rule', id],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/ticket-rules/{id}', { params: { path: { id } }, signal })),
  });

export const directions: CallDirection[] = ['inbound', 'outbound', 'internal'];

/** How calls end, those first that people make rules of. */
export const outcomes: CallOutcome[] = [
  'answered', 'abandoned', 'short-abandoned', 'overflowed', 'no-answer', 'busy', 'voicemail', 'callback', 'closed', 'machine', 'dropped', 'failed', 'interrupted',
];

export const callers: TicketRuleView['caller'][] = ['anybody', 'customer', 'stranger'];
export const assigns: TicketRuleView['assign'][] = ['agent', 'owner', 'automatic'];
