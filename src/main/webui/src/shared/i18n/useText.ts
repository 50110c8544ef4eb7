import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { now } from '../clock/clock';
import { clockTime, spanText } from '../format/duration';
import { phoneText } from '../format/phone';
import { fullTime, shortTime, timeOfDay, timeWithSeconds } from '../format/time';
import type { Language } from './index';

/** Words, times and numbers in the reader's habit. */
export function useText() {
  const { t, i18n } = useTranslation();
  const language = (i18n.language === 'zh-CN' ? 'zh-CN' : 'en') satisfies Language as Language;
  return useMemo(
    () => ({
      t,
      language,
      /** A word for a code the service may extend: the code's own text when there is no translation yet. */
      word: (prefix: string, code: string | null | undefined, fallback = '') => {
        if (!code) return fallback;
        const key = `${prefix}.${code}`;
        return i18n.exists(key) ? (i18n.t as (k: string) => string)(key) : fallback || code;
      },
      phone: (number: string | null | undefined) => phoneText(number, language),
      at: (iso: string) => shortTime(iso, language, now()),
      time: (iso: string) => timeOfDay(iso, language),
      timeSeconds: (iso: string) => timeWithSeconds(iso, language),
      full: (iso: string) => fullTime(iso, language),
      duration: (ms: number | null | undefined) => (ms === null || ms === undefined ? '–' : clockTime(ms)),
      /** A time of any length in its own unit: `3.2 ms`, `1.5 sec`, `12 min`. */
      span: (ms: number) => spanText(ms, language),
      /** `77.4%` for 77.4. */
      percent: (n: number) => new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 }).format(n / 100),
      number: (n: number) => new Intl.NumberFormat(language).format(n),
    }),
    [t, i18n, language],
  );
}
