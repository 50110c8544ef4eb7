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
