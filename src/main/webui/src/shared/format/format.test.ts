import { describe, expect, it } from 'vitest';
import { clockTime, spanText } from './duration';
import { phoneText } from './phone';
import { shortTime } from './time';

describe('phoneText', () => {
  it.each([
    ['+8613812345678', 'zh-CN', '138 1234 5678'],
    ['+8613812345678', 'en', '+86 138 1234 5678'],
    ['+864008001000', 'zh-CN', '400 800 1000'],
    ['+862158881234', 'zh-CN', '021 5888 1234'],
    ['+862158881234', 'en', '+86 21 5888 1234'],
    ['+8675588123456', 'zh-CN', '0755 8812 3456'],
    ['+14155550123', 'en', '+1 415 555 0123'],
    ['+493012345678', 'en', '+49 301 234 5678'],
    ['+35312345678', 'zh-CN', '+353 123 456 78'],
    ['1001', 'en', '1001'],
    ['<b>+8613812345678</b>', 'en', '<b>+8613812345678</b>'],
    [null, 'en', ''],
  ])('%s for %s reads %s', (number, language, text) => {
    expect(phoneText(number, language)).toBe(text);
  });
});

describe('clockTime', () => {
  it.each([
    [0, '0:00'],
    [999, '0:00'],
    [61_000, '1:01'],
    [3_723_000, '1:02:03'],
    [-5_000, '0:00'],
  ])('%d ms reads %s', (ms, text) => expect(clockTime(ms)).toBe(text));
});

describe('shortTime', () => {
  const now = new Date(2026, 10, 22, 15, 0).getTime();
  const at = (...parts: [number, number, number, number, number]) => new Date(...parts).toISOString();
  it.each([
    [at(2026, 10, 22, 9, 5), 'en', 'Today 09:05'],
    [at(2026, 10, 21, 23, 59), 'en', 'Yesterday 23:59'],
    [at(2026, 10, 12, 16, 4), 'en', '12 Nov 16:04'],
    [at(2025, 1, 3, 16, 4), 'en', '3 Feb 2025'],
    [at(2026, 10, 22, 9, 5), 'zh-CN', '今天 09:05'],
    [at(2026, 10, 12, 16, 4), 'zh-CN', '11月12日 16:04'],
  ])('%s in %s reads %s', (iso, language, text) => expect(shortTime(iso, language, now)).toBe(text));
});

describe('spanText', () => {
  it.each([
    [0, 'en', '0 ms'],
    [0.84, 'en', '0.8 ms'],
    [3.25, 'en', '3.3 ms'],
    [120.4, 'en', '120 ms'],
    [1_500, 'en', '1.5 sec'],
    [-90_000, 'en', '-1 min'],
    [600_000, 'en', '10 min'],
    [7_200_000, 'en', '2 hr'],
    [172_800_000, 'en', '2 days'],
    [120, 'zh-CN', '120毫秒'],
    [600_000, 'zh-CN', '10分钟'],
  ])('%d ms in %s reads %s', (ms, language, text) => expect(spanText(ms, language)).toBe(text));
});
