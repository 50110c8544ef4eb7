import { Link } from '@tanstack/react-router';

/** Opens a queue's details beside the board, which stays as it is. */
export function QueueLink({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <Link to={'/board/queues/$id' as never} params={{ id: name } as never} search={true as never}>
      {children}
    </Link>
  );
}
