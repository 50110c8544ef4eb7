const LONGEST = 200;

/** A subject from notes: their first line that says something, as far as a subject goes. */
export function subjectOf(notes: string): string {
  const line = notes.split(/\r?\n/).map((text) => text.trim()).find(Boolean) ?? '';
  // A character of two units is not cut in the middle.
  return line.slice(0, LONGEST).replace(/[\uD800-\uDBFF]$/, '');
}
