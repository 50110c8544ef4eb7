import { describe, expect, it } from 'vitest';
import { addressLine, addressLines, isLargestFirst, type AddressParts } from './address';
import { countries, countryOptions } from './countries';

const zh = { language: 'zh-CN', home: 'CN' } as const;
const en = { language: 'en', home: 'CN' } as const;
const shanghai: AddressParts = { lines: ['示例路100号', '样板大厦3层'], district: '样板区', city: '示例市', province: '示例省', postalCode: '000000', country: 'CN' };
const latin: AddressParts = { lines: ['100 Shili Lu', 'Floor 3'], district: 'Yangban Qu', city: 'Shili Shi', province: 'Shili Sheng', postalCode: '000000', country: 'CN' };

describe('a Chinese address', () => {
  it('goes from the largest to the smallest, whoever reads it', () => {
    expect(addressLines(shanghai, zh)).toEqual(['000000', '示例省示例市样板区', '示例路100号', '样板大厦3层']);
    expect(addressLines(shanghai, en)).toEqual(addressLines(shanghai, zh));
    expect(addressLine(shanghai, zh)).toBe('000000 示例省示例市样板区示例路100号样板大厦3层');
  });

  it('has its country first where that is not at home, in the reader’s language', () => {
    expect(addressLines(shanghai, { language: 'zh-CN', home: 'DE' })[0]).toBe('中国');
    expect(addressLines(shanghai, { language: 'en', home: 'DE' })[0]).toBe('China');
    expect(addressLine(shanghai, { language: 'zh-CN', home: 'DE' })).toBe('中国 000000 示例省示例市样板区示例路100号样板大厦3层');
  });

  it('in Latin letters goes the other way round', () => {
    expect(isLargestFirst(latin)).toBe(false);
    expect(addressLines(latin, { language: 'en', home: 'DE' })).toEqual(['100 Shili Lu', 'Floor 3', 'Yangban Qu', 'Shili Shi', 'Shili Sheng, 000000', 'China']);
  });

  it('without some of its parts has no gaps', () => {
    expect(addressLines({ lines: ['示例路1号'], city: '示例市', country: 'CN' }, zh)).toEqual(['示例市', '示例路1号']);
  });
});

describe('neighbours of China', () => {
  it.each<[AddressParts, string[]]>([
    [{ lines: ['範例路1號'], district: '範例區', city: '範例市', postalCode: '00000', country: 'TW' }, ['00000', '範例市範例區', '範例路1號']],
    [{ lines: ['示例道1號'], district: '示例', province: '九龍', country: 'HK' }, ['九龍', '示例', '示例道1號']],
    [{ lines: ['1 Example Road'], district: 'Sample', province: 'Kowloon', country: 'HK' }, ['1 Example Road', 'Sample', 'Kowloon']],
    [{ lines: ['見本1-2-3'], city: '例市', province: '例県', postalCode: '000-0000', country: 'JP' }, ['〒000-0000', '例県例市', '見本1-2-3']],
    [{ lines: ['예시로 1'], city: '예시구', province: '예시시', postalCode: '00000', country: 'KR' }, ['예시시 예시구', '예시로 1', '00000']],
  ])('%j', (address, lines) => {
    expect(addressLines(address, { language: 'en', home: address.country })).toEqual(lines);
  });
});

describe('a Western address', () => {
  it.each<[AddressParts, string[]]>([
    [{ lines: ['1 Example Avenue', 'Suite 2'], city: 'Sample City', province: 'ZZ', postalCode: '00000', country: 'US' }, ['1 Example Avenue', 'Suite 2', 'Sample City, ZZ 00000']],
    [{ lines: ['1 Example Avenue'], city: 'Sample City', postalCode: '00000', country: 'US' }, ['1 Example Avenue', 'Sample City 00000']],
    [{ lines: ['1 Example Street'], city: 'Sampleton', postalCode: 'ZZ99 9ZZ', country: 'GB' }, ['1 Example Street', 'Sampleton', 'ZZ99 9ZZ']],
    [{ lines: ['Beispielstraße 1'], city: 'Musterstadt', postalCode: '00000', country: 'DE' }, ['Beispielstraße 1', '00000 Musterstadt']],
    [{ lines: ['Via Esempio 1'], city: 'Campione', province: 'ZZ', postalCode: '00000', country: 'IT' }, ['Via Esempio 1', '00000 Campione ZZ']],
    [{ lines: ['1 Sample Rd'], city: 'Sampleville', province: 'ZZ', postalCode: '0000', country: 'AU' }, ['1 Sample Rd', 'Sampleville ZZ 0000']],
    [{ lines: ['1 Somewhere'], city: 'Else', postalCode: '0', country: 'KE' }, ['1 Somewhere', 'Else 0']],
  ])('%j', (address, lines) => {
    expect(addressLines(address, { language: 'en', home: address.country })).toEqual(lines);
  });

  it('keeps its order for a Chinese reader, who reads the country’s name in Chinese', () => {
    const berlin = { lines: ['Beispielstraße 1'], city: 'Musterstadt', postalCode: '00000', country: 'DE' };
    expect(addressLine(berlin, zh)).toBe('Beispielstraße 1, 00000 Musterstadt, 德国');
    expect(addressLine(berlin, en)).toBe('Beispielstraße 1, 00000 Musterstadt, Germany');
  });
});

describe('countries', () => {
  it('all have a name in both languages', () => {
    expect(countries).toHaveLength(249);
    for (const language of ['en', 'zh-CN'] as const) for (const { value, label } of countryOptions(language)) expect(label, value).not.toBe(value);
  });
});
