import { parts, type Fields, type Part } from './fields';

/** As much of a Markdown tree as is needed here. */
interface Node {
  type: string;
  value?: string;
  url?: string;
  children?: Node[];
  data?: object;
}

/** A gap says what is missing; a value is what it is, and never Markdown, whatever a customer is called. */
export type GapText = (field: Extract<Part, { field: unknown }>['field']) => string;

/** Fills Markdown in after it was read, so that nothing in a value is taken for Markdown. */
export const fillIn = (fields: Fields, gap: GapText) => () => (tree: Node) => fillNode(tree, fields, gap);

function fillNode(node: Node, fields: Fields, gap: GapText) {
  // No value belongs into an address.
  if (typeof node.url === 'string') node.url = parts(decoded(node.url), fields).map((part) => ('text' in part ? part.text : '')).join('');
  if (!node.children) return;
  node.children = node.children.flatMap((child) => {
    if (child.type === 'text') return filled(child.value ?? '', fields, gap);
    if (child.type === 'inlineCode' || child.type === 'code' || child.type === 'html') {
      return [{ ...child, value: parts(child.value ?? '', fields).map((part) => ('text' in part ? part.text : (part.value ?? gap(part.field)))).join('') }];
    }
    fillNode(child, fields, gap);
    return [child];
  });
}

function filled(text: string, fields: Fields, gap: GapText): Node[] {
  return parts(text, fields).map((part) => {
    if ('text' in part) return { type: 'text', value: part.text };
    const shown = part.value ?? gap(part.field);
    return {
      type: 'scriptField',
      data: { hName: 'span', hProperties: { className: part.value === null ? 'script-gap' : 'script-field' }, hChildren: [{ type: 'text', value: shown }] },
    };
  });
}

function decoded(url: string): string {
  try {
    return decodeURI(url);
  } catch {
    return url;
  }
}
