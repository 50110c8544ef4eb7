import { http, HttpResponse, type DefaultBodyType } from 'msw';
import type { CustomerNoteView, DuplicateView, TimelineEntry } from '../shared/api/types';
import { customers, users } from './data';

const base = '/api/v1/customers';
const now = () => new Date().toISOString();
const first = customers[0]?.id ?? '';

const notes: CustomerNoteView[] = [
  { id: 'note-1', customerId: first, body: 'Prefers to be called before ten.\nNever promise a date without asking the workshop.', pinned: true, authorId: users[1]?.id ?? '', authorName: users[1]?.name ?? null, createdAt: now(), updatedAt: now(), version: 0 },
];

export const notesOf = (customer: string): TimelineEntry[] =>
  notes
    .filter((note) => note.customerId === customer)
    .map(({ id, createdAt, body, pinned, authorName }) => ({ id: `note:${id}`, at: createdAt, type: 'note', key: 'note.written', params: { text: body, pinned, more: false }, refId: id, actor: authorName ?? null }));

const alike = (id: unknown): DuplicateView[] =>
  customers.filter((c) => c.id !== id).slice(4, 5).map(({ id: other, name, kind, vip, tags }) => ({ id: other, name, kind, vip, tags, ownerName: null, score: 60, likely: true, reasons: ['phone'] }));

const dismissed = new Set<string>();

/** Notes about customers, and who may be entered twice. */
export const noteHandlers = [
  http.get(`${base}/:id/notes`, ({ params, request }) => {
    const pinned = new URL(request.url).searchParams.get('pinned');
    const items = notes.filter((note) => note.customerId === params['id'] && (!pinned || String(note.pinned) === pinned));
    return HttpResponse.json({ items, next: null, total: items.length });
  }),
  http.get(`${base}/:id/notes/:note`, ({ params }) => HttpResponse.json(notes.find((note) => note.id === params['note']) as DefaultBodyType)),
  http.post(`${base}/:id/notes`, async ({ params, request }) => {
    const made = { id: crypto.randomUUID(), customerId: String(params['id']), pinned: false, authorId: users[0]?.id ?? '', authorName: users[0]?.name ?? null, createdAt: now(), updatedAt: now(), version: 0, ...((await request.json()) as { body: string }) };
    notes.unshift(made);
    return HttpResponse.json(made, { status: 201 });
  }),
  http.patch(`${base}/:id/notes/:note`, async ({ params, request }) => {
    const note = notes.find((one) => one.id === params['note']);
    if (note) Object.assign(note, await request.json(), { version: note.version + 1, updatedAt: now() });
    return HttpResponse.json(note as DefaultBodyType);
  }),
  http.delete(`${base}/:id/notes/:note`, ({ params }) => {
    notes.splice(notes.findIndex((note) => note.id === params['note']), 1);
    return new HttpResponse(null, { status: 204 });
  }),
  http.get(`${base}/:id/duplicates`, ({ params }) => HttpResponse.json(params['id'] === first ? alike(first).filter((one) => !dismissed.has(one.id)) : [])),
  http.get(`${base}/:id/dismissed-duplicates`, ({ params }) =>
    HttpResponse.json(params['id'] === first ? alike(first).filter((one) => dismissed.has(one.id)).map(({ id, name, kind }) => ({ id, name, kind, at: now(), byName: users[0]?.name ?? null })) : []),
  ),
  http.put(`${base}/:id/dismissed-duplicates/:other`, ({ params }) => {
    dismissed.add(String(params['other']));
    return new HttpResponse(null, { status: 204 });
  }),
  http.delete(`${base}/:id/dismissed-duplicates/:other`, ({ params }) => {
    dismissed.delete(String(params['other']));
    return new HttpResponse(null, { status: 204 });
  }),
  http.post(`${base}/duplicates`, async ({ request }) => HttpResponse.json(((await request.json()) as { phones?: string[] }).phones?.length ? alike(null) : [])),
];
