const cache = new Map<string, Intl.DateTimeFormat>();

function format(language: string, name: string, options: Intl.DateTimeFormatOptions) {
  const key = `${language}/${name}`;
  let found = cache.get(key);
  if (!found) {
    found = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { hourCycle: 'h23', ...options });
    cache.set(key, found);
  }
  return found;
}

const dayNumber = (d: Date) => Math.floor((d.getTime() - d.getTimezoneOffset() * 60_000) / 86_400_000);

export const timeOfDay = (iso: string, language: string) =>
  format(language, 'time', { hour: '2-digit', minute: '2-digit' }).format(new Date(iso));

export const timeWithSeconds = (iso: string, language: string) =>
  format(language, 'seconds', { hour: '2-digit', minute: '2-digit', second: '2-digit' }).format(new Date(iso));

/** The full moment, for tool tips and details. */
export const fullTime = (iso: string, language: string) =>
  format(language, 'full', {
    year: 'numeric', month: 'short', day: 'numeric', weekday: 'short', hour: '2-digit', minute: '2-digit', second: '2-digit',
  }).format(new Date(iso));

export const dateOnly = (iso: string, language: string) =>
  format(language, 'date', { year: 'numeric', month: 'short', day: 'numeric' }).format(new Date(iso));

/** `Today 14:32`, `Yesterday 09:10`, `12 Nov 16:04`, `3 Feb 2025`: as much as the reader needs, no more. */
export function shortTime(iso: string, language: string, nowMs: number): string {
  const at = new Date(iso);
  const today = new Date(nowMs);
  const days = dayNumber(at) - dayNumber(today);
  const time = timeOfDay(iso, language);
  if (days >= -1 && days <= 1) {
    const day = new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(days, 'day');
    return `${day.charAt(0).toUpperCase()}${day.slice(1)} ${time}`;
  }
  if (at.getFullYear() === today.getFullYear()) {
    return `${format(language, 'day', { month: 'short', day: 'numeric' }).format(at)} ${time}`;
  }
  return dateOnly(iso, language);
}
