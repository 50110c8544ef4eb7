/** One line of a chart; a value of null is a gap. */
export interface Series {
  label: string;
  values: readonly (number | null)[];
}

/** The next round figure at or above the largest value: 1, 2 or 5 times a power of ten, but never less than the least. */
export function niceMax(values: readonly (number | null)[], least: number): number {
  const most = Math.max(least, ...values.map((v) => v ?? 0));
  const power = 10 ** Math.floor(Math.log10(most));
  const step = [1, 2, 5, 10].find((s) => s * power >= most - power * 1e-9) ?? 10;
  return step * power;
}

/** Places from 0 (long ago) to 1 (now) in a span that ends with the newest time. */
export function places(times: readonly number[], spanMs: number): number[] {
  const end = times.at(-1) ?? 0;
  return times.map((t) => Math.max(0, 1 - (end - t) / spanMs));
}

/** SVG paths through the points, broken where there is no value; values that stand alone are points of their own. */
export function linePath(x: readonly number[], values: readonly (number | null)[], max: number, width: number, height: number): { line: string; dots: string } {
  let line = '';
  let dots = '';
  let drawing = false;
  values.forEach((value, i) => {
    if (value === null) {
      drawing = false;
      return;
    }
    const px = ((x[i] ?? 0) * width).toFixed(1);
    const py = (height - (Math.min(value, max) / max) * height).toFixed(1);
    if (!drawing && (values[i + 1] ?? null) === null) dots += `M${px} ${py}h.01`;
    else line += `${drawing ? 'L' : 'M'}${px} ${py}`;
    drawing = true;
  });
  return { line, dots };
}

/** The point nearest to a place between 0 and 1; -1 when there is none. */
export function nearest(x: readonly number[], place: number): number {
  let found = -1;
  x.forEach((p, i) => {
    if (found < 0 || Math.abs(p - place) < Math.abs((x[found] ?? 0) - place)) found = i;
  });
  return found;
}

/** Newest and largest value of a line, null where there is none. */
export function summary(values: readonly (number | null)[]): { last: number | null; most: number | null } {
  const known = values.filter((v) => v !== null);
  return { last: known.at(-1) ?? null, most: known.length > 0 ? Math.max(...known) : null };
}

/** Where each value begins and ends when the series are piled upon each other, the first at the foot. */
export function stacked(series: readonly (readonly number[])[]): (readonly [from: number, to: number])[][] {
  const feet: number[] = [];
  return series.map((values) =>
    values.map((value, i) => {
      const from = feet[i] ?? 0;
      feet[i] = from + value;
      return [from, from + value] as const;
    }),
  );
}
