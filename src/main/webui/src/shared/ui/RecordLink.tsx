import { parseSearch, useGo } from '../go';

/** A link to a record's own place, leaving the present list's filters behind. */
export function RecordLink({ to, children }: { to: string; children: React.ReactNode }) {
  const go = useGo();
  return (
    <a
      href={to}
      onClick={(e) => {
        if (e.metaKey || e.ctrlKey || e.shiftKey) return;
        e.preventDefault();
        const [path = to, query = ''] = to.split('?');
        go(path, { search: parseSearch(query) });
      }}
    >
      {children}
    </a>
  );
}
