import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../shared/api/client';
import type { TicketLinkView, TicketRelation } from '../shared/api/types';

export const ticketRelations: TicketRelation[] = ['related-to', 'blocks', 'blocked-by', 'duplicates', 'duplicated-by', 'parent-of', 'child-of'];

/** Under the ticket's own key, so that news of the ticket are news of its links. */
export const linksQuery = (id: string) =>
  queryOptions({
    queryKey: ['ticket', id, 'links'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/tickets/{id}/links', { params: { path: { id } }, signal })),
  });

/** Links of one kind together, the kinds in their steady order. */
export const byRelation = (links: readonly TicketLinkView[]) =>
  ticketRelations
    .map((relation) => ({ relation, links: links.filter((link) => link.relation === relation) }))
    .filter((group) => group.links.length > 0);

/** Making and ending links; both tickets show it at once, with their histories. */
export function useLinkChanges(id: string) {
  const client = useQueryClient();
  const anew = (other: string | undefined) => {
    for (const one of [id, other]) if (one) void client.invalidateQueries({ queryKey: ['ticket', one] });
  };
  return {
    add: useMutation({
      mutationFn: (body: { relation: TicketRelation; ticket: string }) => answer(api.POST('/api/v1/tickets/{id}/links', { params: { path: { id } }, body })),
      onSuccess: (_, { ticket }) => anew(ticket),
    }),
    remove: useMutation({
      mutationFn: (link: TicketLinkView) => api.DELETE('/api/v1/tickets/{id}/links/{link}', { params: { path: { id, link: link.id } } }),
      // It may have been ended by somebody else: what is shown is read anew in any case.
      onSettled: (_, __, link) => anew(link.ticket.id),
    }),
  };
}
