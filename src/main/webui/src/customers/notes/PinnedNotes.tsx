import { useQuery } from '@tanstack/react-query';
import { Pin } from 'lucide-react';
import { useText } from '../../shared/i18n/useText';
import { pinnedQuery } from '../queries';
import { Note } from './Note';
import './notes.css';

/** What everybody should read before saying a word to the customer. */
export function PinnedNotes({ customerId }: { customerId: string }) {
  const { t } = useText();
  const { data } = useQuery(pinnedQuery(customerId));
  if (!data || data.items.length === 0) return null;
  return (
    <section className="notes-pinned" aria-label={t('notes.pinned')}>
      {data.items.map((note) => (
        <div key={note.id} className="notes-pinned-one">
          <Pin size={13} aria-hidden="true" />
          <Note note={note} head />
        </div>
      ))}
      {data.total > data.items.length && <p className="small soft">{t('notes.morePinned', { count: data.total - data.items.length })}</p>}
    </section>
  );
}
