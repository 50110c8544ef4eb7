/** Countries with one- and two-digit calling codes; every other code has three digits. */
const SHORT = new Set(
  ('1 7 20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 60 61 62 63 64 65 66 ' +
    '81 82 84 86 90 91 92 93 94 95 98').split(' '),
);

const groups = (digits: string, ...sizes: number[]) => {
  const parts: string[] = [];
  let at = 0;
  for (const size of sizes) {
    parts.push(digits.slice(at, at + size));
    at += size;
  }
  if (at < digits.length) parts.push(digits.slice(at));
  return parts.filter(Boolean).join(' ');
};

function chinese(national: string): string {
  if (/^1[3-9]\d{9}$/.test(national)) return groups(national, 3, 4, 4);
  if (/^[48]00\d{7}$/.test(national)) return groups(national, 3, 3, 4);
  if (/^(10|2\d)\d{8}$/.test(national)) return groups(national, 2, 4, 4);
  if (/^[3-9]\d{9,10}$/.test(national)) return groups(national, 3, 4, 4);
  return national;
}

function byThrees(digits: string): string {
  const parts: string[] = [];
  let rest = digits;
  while (rest.length > 4) {
    parts.push(rest.slice(0, 3));
    rest = rest.slice(3);
  }
  parts.push(rest);
  return parts.join(' ');
}

/**
 * A number as its reader writes it: Chinese readers see Chinese numbers without the country code, everyone else
 * sees the international form. Whatever is no E.164 number (extensions, short codes, hostile text) stays as it came.
 */
export function phoneText(number: string | null | undefined, language: string): string {
  if (!number) return '';
  const e164 = /^\+([1-9]\d{5,14})$/.exec(number);
  if (!e164) return number;
  const digits = e164[1] ?? '';
  const code = [1, 2].map((n) => digits.slice(0, n)).find((c) => SHORT.has(c)) ?? digits.slice(0, 3);
  const national = digits.slice(code.length);
  if (code === '86') {
    const text = chinese(national);
    if (!language.startsWith('zh')) return `+86 ${text}`;
    return /^(1[3-9]|[48]00)/.test(national) ? text : `0${text}`;
  }
  if (code === '1' && national.length === 10) return `+1 ${groups(national, 3, 3, 4)}`;
  if (code === '44' && /^7\d{9}$/.test(national)) return `+44 ${groups(national, 4, 6)}`;
  if (code === '44' && /^2\d{9}$/.test(national)) return `+44 ${groups(national, 2, 4, 4)}`;
  if (code === '33' && national.length === 9) return `+33 ${groups(national, 1, 2, 2, 2, 2)}`;
  return `+${code} ${byThrees(national)}`;
}
