import { describe, expect, it } from 'vitest';
import { telNumber } from './tel';

describe('the number of a telephone link', () => {
  it.each([
    ['tel:+86-21-6335-0077;ext=12', '+862163350077'],
    ['tel:%2B8613912345678', '+8613912345678'],
    ['TEL:(021) 6335.0077', '02163350077'],
    ['tel: 8613912345678', '+8613912345678'],
    [' 8613912345678', '+8613912345678'],
    ['13912345678', '13912345678'],
    ['tel:1001', '1001'],
  ])('%s is %s', (link, number) => expect(telNumber(link)).toBe(number));

  it.each(['', 'tel:', 'tel:*21*13900000000#', 'tel:%', 'tel:+1', 'javascript:alert(1)', 'tel:<b>123456', `tel:${'1'.repeat(40)}`, 'tel:support', 'tel:+86\n139x'])(
    '%j is none',
    (link) => expect(telNumber(link)).toBeNull(),
  );
});
