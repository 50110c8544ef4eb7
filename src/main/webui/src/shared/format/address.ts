import type { Language } from '../i18n';

/** What an address is made of, in no order of any country. */
export interface AddressParts {
  /** Street, number, building, floor. */
  lines: readonly string[];
  district?: string | null | undefined;
  city?: string | null | undefined;
  province?: string | null | undefined;
  postalCode?: string | null | undefined;
  /** ISO 3166-1, two letters. */
  country: string;
}

/** Who reads it, and where: at home a country's name says nothing. */
export interface AddressReader {
  language: Language;
  home?: string | null | undefined;
}

/*
 * In which order the parts are written, by country. The rules are those of the postal services as the Universal Postal Union
 * collects them (standard S42 and its sheets of each country's addressing system), in the notation in which the data of
 * libaddressinput has them (`fmt` and `lfmt`): %A lines, %D district, %C city, %S province, %Z postal code, %n a new line.
 */

/** From the largest to the smallest: so where people write in characters of their own. */
const LARGEST_FIRST: Record<string, string> = {
  CN: '%Z%n%S%C%D%n%A',
  TW: '%Z%n%S%C%D%n%A',
  HK: '%S%n%C%D%n%A',
  MO: '%S%C%D%n%A',
  JP: '〒%Z%n%S%C%D%n%A',
  KR: '%S %C %D%n%A%n%Z',
};

const CODE_BEFORE_CITY = '%A%n%D%n%Z %C%n%S';
const CODE_AFTER_CITY = '%A%n%D%n%C %Z%n%S';
const CODE_AFTER_STATE = '%A%n%D%n%C %S %Z';

/** From the smallest to the largest: everywhere else, and in Latin letters also there. */
const SMALLEST_FIRST: Record<string, string> = {
  CN: '%A%n%D%n%C%n%S, %Z',
  TW: '%A%n%D%n%C, %S %Z',
  HK: '%A%n%D%n%C%n%S',
  MO: '%A%n%D%n%C%n%S',
  JP: '%A%n%D%n%C, %S%n%Z',
  KR: '%A%n%D%n%C%n%S%n%Z',
  US: '%A%n%D%n%C, %S %Z',
  CA: CODE_AFTER_STATE,
  AU: CODE_AFTER_STATE,
  GB: '%A%n%D%n%C%n%S%n%Z',
  IE: '%A%n%D%n%C%n%S%n%Z',
  IN: '%A%n%D%n%C %Z%n%S',
  BR: '%A%n%D%n%C-%S%n%Z',
  MX: '%A%n%D%n%Z %C, %S',
  IT: '%A%n%D%n%Z %C %S',
  ...Object.fromEntries('AT BE CH CZ DE DK EE ES FI FR GR HR IS LI LT LU MC NL NO PL PT RO SE SI SK TR'.split(' ').map((country) => [country, CODE_BEFORE_CITY])),
};

const OWN_CHARACTERS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** Whether it is written from the largest part to the smallest: a Chinese address is, unless it stands in Latin letters. */
export const isLargestFirst = (address: AddressParts) =>
  address.country in LARGEST_FIRST && OWN_CHARACTERS.test([...address.lines, address.district, address.city, address.province].join(''));

/** The address as it is written on an envelope, line by line. The country's name is in the reader's language. */
export function addressLines(address: AddressParts, { language, home }: AddressReader): string[] {
  const largestFirst = isLargestFirst(address);
  const pattern = (largestFirst ? LARGEST_FIRST : SMALLEST_FIRST)[address.country] ?? CODE_AFTER_CITY;
  const lines = pattern.split('%n').flatMap((line) => (line === '%A' ? address.lines.map((text) => text.trim()) : [filled(line, address)])).filter(Boolean);
  if (address.country === home) return lines;
  const country = countryName(address.country, language);
  return largestFirst ? [country, ...lines] : [...lines, country];
}

/** The same in one line. */
export function addressLine(address: AddressParts, reader: AddressReader): string {
  const lines = addressLines(address, reader);
  if (!isLargestFirst(address)) return lines.join(', ');
  return lines.reduce((before, line) => (OWN_CHARACTERS.test(before.slice(-1)) && OWN_CHARACTERS.test(line.slice(0, 1)) ? before + line : `${before} ${line}`));
}

/** A line of a pattern with its parts; what stands between two parts is left out with either, what leads one with that one. */
function filled(line: string, address: AddressParts): string {
  const parts: Record<string, string | null | undefined> = { '%D': address.district, '%C': address.city, '%S': address.province, '%Z': address.postalCode };
  let text = '';
  let between = '';
  for (const [i, token] of (line.match(/%[DCSZ]|[^%]+/g) ?? []).entries()) {
    const part = parts[token]?.trim();
    if (part) {
      text += (text || i === 1 ? between : '') + part;
      between = '';
    } else if (!(token in parts)) between = token;
  }
  return text;
}

const names = new Map<Language, Intl.DisplayNames>();

/** A country's name in the reader's language; the code where it has none. */
export function countryName(country: string, language: Language): string {
  let known = names.get(language);
  if (!known) names.set(language, (known = new Intl.DisplayNames(language, { type: 'region', fallback: 'code' })));
  try {
    return known.of(country) ?? country;
  } catch {
    return country;
  }
}
