import type { ScriptStep } from '../shared/api/types';

export interface FlowNode {
  key: string;
  step: ScriptStep;
  x: number;
  y: number;
  /** Whether a call can come here at all. */
  reached: boolean;
  /** Whether the script can end here. */
  ends: boolean;
}

export interface FlowEdge {
  from: string;
  to: string;
  /** The answer that leads along it; null for the usual way. */
  label: string | null;
  path: string;
  at: { x: number; y: number };
  /** To where a call has already been. */
  back: boolean;
}

export interface Flow {
  nodes: FlowNode[];
  edges: FlowEdge[];
  width: number;
  height: number;
}

export const BOX = { width: 132, height: 36 };
const GAP = { x: 16, y: 48 };
/** What a way takes that passes a row. */
const PASS = 8;
const MARGIN = 14;
/** Room for the ways that go around, and how far they do. */
const SIDE = 40;
const LANE = 32;

/** The ways out of a step, each with the answer that leads along it. */
export function exitsOf(step: ScriptStep): { to: string | null; question: string | null; value: string | null }[] {
  const branches = step.branches.map(({ next, question, value }) => ({ to: next ?? null, question, value }));
  const decided = step.questions.some(
    (q) => q.required && choicesOf(q).length > 0 && choicesOf(q).every((value) => step.branches.some((b) => b.question === q.key && b.value === value)),
  );
  return decided ? branches : [...branches, { to: step.next ?? null, question: null, value: null }];
}

/** The answers a branch can ask for. */
export const choicesOf = ({ kind, choices }: ScriptStep['questions'][number]): string[] =>
  kind === 'yes-no' ? ['yes', 'no'] : kind === 'one-of' || kind === 'several-of' ? choices.map((c) => c.key) : [];

/** The ways that lead back to where a call has already been: without them there are no circles. */
function waysBack(steps: readonly ScriptStep[]): Set<string> {
  const byKey = new Map(steps.map((step) => [step.key, step]));
  const state = new Map<string, 'open' | 'closed'>();
  const found = new Set<string>();
  const visit = (step: ScriptStep) => {
    state.set(step.key, 'open');
    for (const { to } of exitsOf(step)) {
      const next = to === null ? undefined : byKey.get(to);
      if (!next) continue;
      if (state.get(next.key) === 'open') found.add(`${step.key}>${next.key}`);
      else if (!state.has(next.key)) visit(next);
    }
    state.set(step.key, 'closed');
  };
  for (const step of steps) if (!state.has(step.key)) visit(step);
  return found;
}

/** Rows, each step below all that lead to it but for ways back. */
function rowsOf(steps: readonly ScriptStep[], back: Set<string>): ScriptStep[][] {
  const row = new Map(steps.map((step) => [step.key, 0]));
  // As often as a way can be long.
  for (let i = 0; i < steps.length; i++) {
    for (const step of steps) {
      for (const { to } of exitsOf(step)) {
        const at = to === null ? undefined : row.get(to);
        if (to === null || at === undefined || back.has(`${step.key}>${to}`)) continue;
        row.set(to, Math.max(at, (row.get(step.key) ?? 0) + 1));
      }
    }
  }
  const rows: ScriptStep[][] = [];
  for (const step of steps) (rows[row.get(step.key) ?? 0] ??= []).push(step);
  return rows;
}

/** Steps that a call can come to. */
function reachedFrom(steps: readonly ScriptStep[]): Set<string> {
  const reached = new Set(steps.slice(0, 1).map((step) => step.key));
  // A set goes on with what is added while it is walked.
  for (const key of reached) for (const { to } of exitsOf(steps.find((step) => step.key === key) ?? NOWHERE)) if (to !== null) reached.add(to);
  return reached;
}

const NOWHERE: ScriptStep = { key: '', title: '', text: '', questions: [], branches: [], next: null };

/** A place in a row: a step's, or one where a longer way passes through. */
interface Place {
  key: string;
  step: ScriptStep | null;
  width: number;
  x: number;
}

/** Where each step of a script and each way between two of them is drawn. The words of an answer are the caller's. */
export function flowOf(steps: readonly ScriptStep[], wordOf: (step: ScriptStep, question: string, value: string) => string): Flow {
  const back = waysBack(steps);
  const rows = rowsOf(steps, back);
  const rowOf = new Map(rows.flatMap((row, i) => row.map((step) => [step.key, i] as const)));
  const ways = steps.flatMap((from) =>
    waysOf(from, wordOf).flatMap(({ to, label }) => (rowOf.has(to) ? [{ from: from.key, to, label, back: back.has(`${from.key}>${to}`) }] : [])),
  );
  const places = rows.map((row) => row.map((step): Place => ({ key: step.key, step, width: BOX.width, x: 0 })));
  const passing = new Map<string, Place[]>();
  for (const way of ways) {
    if (way.back) continue;
    const through: Place[] = [];
    for (let i = (rowOf.get(way.from) ?? 0) + 1; i < (rowOf.get(way.to) ?? 0); i++) {
      const place: Place = { key: `${way.from}>${way.to}`, step: null, width: PASS, x: 0 };
      places[i]?.push(place);
      through.push(place);
    }
    passing.set(`${way.from}>${way.to}`, through);
  }
  const inner = Math.max(0, ...places.map(widthOf));
  for (const [i, row] of places.entries()) {
    if (i > 0) sortBelow(row, (key) => ways.filter((w) => !w.back && (w.to === key || `${w.from}>${w.to}` === key)).map((w) => centre(above(places, i, w.from, w))));
    let x = SIDE + (inner - widthOf(row)) / 2;
    for (const place of row) {
      place.x = x;
      x += place.width + GAP.x;
    }
  }
  const reached = reachedFrom(steps);
  const nodes = places.flatMap((row, i) =>
    row.flatMap(({ key, step, x }): FlowNode[] =>
      step ? [{ key, step, x, y: yOf(i), reached: reached.has(key), ends: exitsOf(step).some((exit) => exit.to === null) }] : [],
    ),
  );
  const nodeOf = new Map(nodes.map((node) => [node.key, node]));
  const edges = ways.flatMap((way): FlowEdge[] => {
    const from = nodeOf.get(way.from);
    const to = nodeOf.get(way.to);
    if (!from || !to) return [];
    if (way.back) return [{ ...way, ...wayAround(nodes, from, to) }];
    const first = rowOf.get(way.from) ?? 0;
    const through = (passing.get(`${way.from}>${way.to}`) ?? []).map((place, i) => ({ x: centre(place), y: yOf(first + 1 + i) }));
    return [{ ...way, ...wayDown(from, through, to) }];
  });
  return { nodes, edges, width: inner + 2 * SIDE, height: rows.length * (BOX.height + GAP.y) - GAP.y + 2 * MARGIN + 8 };
}

const yOf = (row: number) => MARGIN + row * (BOX.height + GAP.y);
const centre = ({ x, width }: Pick<Place, 'x' | 'width'>) => x + width / 2;
const widthOf = (row: readonly Place[]) => row.reduce((sum, { width }) => sum + width, 0) + Math.max(0, row.length - 1) * GAP.x;

/** Where a way comes from in the row above: its step, or the place through which it passes. */
function above(places: readonly Place[][], row: number, from: string, way: { from: string; to: string }): Place {
  const higher = places[row - 1] ?? [];
  return higher.find((place) => place.key === from) ?? higher.find((place) => place.key === `${way.from}>${way.to}`) ?? { key: '', step: null, width: 0, x: 0 };
}

/** Each below what leads to it, so that few ways cross; what nothing leads to stays behind. */
function sortBelow(row: Place[], comeFrom: (key: string) => number[]) {
  const at = new Map(row.map((place) => {
    const from = comeFrom(place.key);
    return [place, from.length > 0 ? from.reduce((a, b) => a + b, 0) / from.length : Infinity] as const;
  }));
  row.sort((a, b) => {
    const [x, y] = [at.get(a) ?? 0, at.get(b) ?? 0];
    return x === y ? 0 : x - y;
  });
}

/** One way for each target, with all the answers that lead there. */
function waysOf(step: ScriptStep, wordOf: (step: ScriptStep, question: string, value: string) => string): { to: string; label: string | null }[] {
  const ways = new Map<string, string[]>();
  for (const { to, question, value } of exitsOf(step)) {
    if (to === null) continue;
    const words = ways.get(to) ?? [];
    if (question !== null && value !== null) words.push(wordOf(step, question, value));
    ways.set(to, words);
  }
  return [...ways].map(([to, words]) => ({ to, label: words.length > 0 ? words.join(' / ') : null }));
}

type Drawn = Pick<FlowEdge, 'path' | 'at'>;

/** From the foot of one box to the head of another, through the places in between. */
function wayDown(from: FlowNode, through: readonly { x: number; y: number }[], to: FlowNode): Drawn {
  let here = { x: from.x + BOX.width / 2, y: from.y + BOX.height };
  let path = `M${here.x},${here.y}`;
  const curve = (x: number, y: number) => {
    const middle = (here.y + y) / 2;
    path += ` C${here.x},${middle} ${x},${middle} ${x},${y}`;
    here = { x, y };
  };
  for (const { x, y } of through) {
    curve(x, y);
    here = { x, y: y + BOX.height };
    path += ` L${here.x},${here.y}`;
  }
  const start = from.x + BOX.width / 2;
  const first = through[0] ?? { x: to.x + BOX.width / 2, y: to.y };
  curve(to.x + BOX.width / 2, to.y);
  return { path, at: { x: start + (first.x - start) * 0.7, y: first.y - GAP.y * 0.32 } };
}

/** Back up on the right of everything that stands between. */
function wayAround(nodes: readonly FlowNode[], from: FlowNode, to: FlowNode): Drawn {
  const between = nodes.filter((node) => node.y >= to.y && node.y <= from.y);
  const out = Math.max(...between.map((node) => node.x + BOX.width)) + LANE;
  const apart = from === to ? 8 : 0;
  const start = { x: from.x + BOX.width, y: from.y + BOX.height / 2 + apart };
  const end = { x: to.x + BOX.width, y: to.y + BOX.height / 2 - apart };
  return { path: `M${start.x},${start.y} C${out},${start.y} ${out},${end.y} ${end.x},${end.y}`, at: { x: (start.x + 3 * out) / 4, y: (start.y + end.y) / 2 } };
}

/** A title cut to what fits; Chinese characters take the room of two. */
export function fitting(text: string, room = 17): string {
  let used = 0;
  let end = 0;
  for (const char of text) {
    used += (char.codePointAt(0) ?? 0) > 0x2e80 ? 2 : 1;
    if (used > room) return `${text.slice(0, end).trimEnd()}…`;
    end += char.length;
  }
  return text;
}
