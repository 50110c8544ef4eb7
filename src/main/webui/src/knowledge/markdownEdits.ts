/** A text and what is selected in it. */
export interface Selected {
  text: string;
  from: number;
  to: number;
}

export type Edit = (before: Selected) => Selected;

/** Puts signs around what is selected. */
export const around =
  (open: string, close: string): Edit =>
  ({ text, from, to }) => ({
    text: text.slice(0, from) + open + text.slice(from, to) + close + text.slice(to),
    from: from + open.length,
    to: to + open.length,
  });

/** Puts a sign at the beginning of each line that is selected, or takes it away where all have it. */
export const atLines =
  (sign: string): Edit =>
  ({ text, from, to }) => {
    const start = text.lastIndexOf('\n', from - 1) + 1;
    const next = text.indexOf('\n', to);
    const end = next < 0 ? text.length : next;
    const lines = text.slice(start, end).split('\n');
    const all = lines.every((line) => line.startsWith(sign));
    const changed = lines.map((line) => (all ? line.slice(sign.length) : sign + line)).join('\n');
    return { text: text.slice(0, start) + changed + text.slice(end), from: start, to: start + changed.length };
  };
