/** What a script's texts are filled in with; the service knows the same names. */
export const fieldNames = [
  'customer.name', 'customer.contact', 'customer.owner', 'customer.tags', 'agent.name', 'agent.extension', 'call.queue', 'call.from', 'call.to',
] as const;

export type FieldName = (typeof fieldNames)[number];

/** What is known; what is not is left out or empty. */
export type Fields = Partial<Record<FieldName, string | null | undefined>>;

/** A piece of a text: words, or a field with its value; null where that is not known. */
export type Part = { text: string } | { field: FieldName; value: string | null };

const PLACEHOLDER = /\{\{([^{}]{0,200})\}\}/g;
const known = new Set<string>(fieldNames);
const isField = (name: string): name is FieldName => known.has(name);

/** A text with its placeholders taken apart. A name that stands for nothing stays the text it is. */
export function parts(text: string, fields: Fields): Part[] {
  const found: Part[] = [];
  let from = 0;
  for (const match of text.matchAll(PLACEHOLDER)) {
    const name = (match[1] ?? '').trim();
    if (!isField(name)) continue;
    if (match.index > from) found.push({ text: text.slice(from, match.index) });
    found.push({ field: name, value: fields[name]?.trim() || null });
    from = match.index + match[0].length;
  }
  if (from < text.length) found.push({ text: text.slice(from) });
  return found;
}

/** A line of a script as plain text. */
export const plain = (text: string, fields: Fields) => parts(text, fields).map((part) => ('text' in part ? part.text : (part.value ?? ''))).join('');

export const placeholder = (field: FieldName) => `{{${field}}}`;
