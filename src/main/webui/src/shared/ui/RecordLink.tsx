import { parseSearch, useGo } from '../go';

/**
 * A link to a record's own place, leaving the present list's filters behind.
 *
 * @param label what it says without eyes, where that is more than it shows
 */
export function RecordLink({ to, label, children }: { to: string; label?: string; children: React.ReactNode }) {
  const go = useGo();
  return (
    <a
      href={to}
      aria-label={label}
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
