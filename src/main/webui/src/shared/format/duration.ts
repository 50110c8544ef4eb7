const two = (n: number) => String(n).padStart(2, '0');

/** `0:07`, `12:30`, `1:02:03`; never negative. */
export function clockTime(ms: number): string {
  const total = Math.max(0, Math.floor(ms / 1000));
  const h = Math.floor(total / 3600);
  const m = Math.floor((total % 3600) / 60);
  const s = total % 60;
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}

export const between = (from: string, to: string | number) =>
  (typeof to === 'number' ? to : Date.parse(to)) - Date.parse(from);

const units = [
  [86_400_000, 'day'], [3_600_000, 'hour'], [60_000, 'minute'], [1_000, 'second'], [1, 'millisecond'],
] as const;

/** A time in the largest unit that it fills: `3.2 ms`, `120 ms`, `1.5 sec`, `12 min`; from minutes on in whole ones. */
export function spanText(ms: number, language: string): string {
  const [size, unit] = units.find(([least]) => Math.abs(ms) >= least) ?? [1, 'millisecond'];
  const value = ms / size;
  const digits = size < 60_000 && Math.abs(value) < 10 ? 1 : 0;
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: digits }).format(size < 60_000 ? value : Math.trunc(value));
}
