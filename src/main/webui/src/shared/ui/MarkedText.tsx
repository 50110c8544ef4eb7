import type { MarkedView } from '../api/types';

/** A text with what was typed standing out. */
export function MarkedText({ marked }: { marked: MarkedView }) {
  const parts: React.ReactNode[] = [];
  let at = 0;
  for (const { from, to } of marked.marks) {
    parts.push(marked.text.slice(at, from), <mark key={from}>{marked.text.slice(from, to)}</mark>);
    at = to;
  }
  return (
    <>
      {parts}
      {marked.text.slice(at)}
    </>
  );
}
