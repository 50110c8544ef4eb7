import { useQuery } from '@tanstack/react-query';
import { customerNoteQuery } from '../queries';
import { Loaded } from '../../shared/ui/Loaded';
import { Note } from './Note';

/** A note of the timeline, opened: all of it, and what its author can do with it. */
export function NoteEntry({ customerId, noteId }: { customerId: string; noteId: string }) {
  const query = useQuery(customerNoteQuery(customerId, noteId));
  return (
    <Loaded query={query} lines={2}>
      {(note) => <Note note={note} />}
    </Loaded>
  );
}
