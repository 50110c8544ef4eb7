import { describe, expect, it } from 'vitest';
import { audienceOf, chosenOf, isLimited } from './audience';

describe('whom an article is for', () => {
  it('is one choice of teams and roles', () => {
    const audience = { teams: ['t1', 't2'], roles: ['sales' as const] };
    expect(chosenOf(audience)).toEqual(['team:t1', 'team:t2', 'role:sales']);
    expect(audienceOf(chosenOf(audience))).toEqual(audience);
  });

  it('is everybody when nothing was chosen', () => {
    expect(audienceOf([])).toEqual({ teams: [], roles: [] });
    expect(isLimited({ teams: [], roles: [] })).toBe(false);
    expect(isLimited({ teams: [], roles: ['agent'] })).toBe(true);
  });

  it('takes no role that there is not', () => {
    expect(audienceOf(['role:king'])).toEqual({ teams: [], roles: [] });
  });
});
