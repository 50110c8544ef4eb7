import { describe, expect, it } from 'vitest';
import { en } from './en';
import { zhCN } from './zh-CN';

function flat(value: object, prefix = ''): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, inner] of Object.entries(value)) {
    if (typeof inner === 'string') found.set(prefix + key, inner);
    else for (const [k, v] of flat(inner as object, `${prefix}${key}.`)) found.set(k, v);
  }
  return found;
}

const english = flat(en);
const chinese = flat(zhCN);
const parameters = (text: string) => [...text.matchAll(/{{(\w+)}}/g)].map((m) => m[1]).toSorted();

describe('texts', () => {
  it('have the same keys in both languages', () => {
    expect([...chinese.keys()].toSorted()).toEqual([...english.keys()].toSorted());
  });

  it('are never empty', () => {
    for (const [key, text] of [...english, ...chinese]) expect(text.trim(), key).not.toBe('');
  });

  it('take the same parameters in both languages', () => {
    for (const [key, text] of english) expect(parameters(chinese.get(key) ?? ''), key).toEqual(parameters(text));
  });

  it('are Chinese in Chinese, but for names and units', () => {
    const same = [...chinese].filter(([key, text]) => english.get(key) === text).map(([key]) => key);
    expect(same).toEqual(['customers.vip', 'auditField.vip']);
  });

  it('use full-width punctuation between Chinese characters', () => {
    for (const [key, text] of chinese) expect(text, key).not.toMatch(/\p{Script=Han}[,:;?!]/u);
  });
});
