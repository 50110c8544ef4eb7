import { describe, expect, it } from 'vitest';
import { homeOf, roomsOf } from './session';
import { localPath } from './SignInPage';

const user = (roles: never[] | ('agent' | 'supervisor' | 'administrator' | 'sales')[], extension: string | null = null) => ({ id: 'u', username: 'u', name: 'U', roles, extension, active: true, version: 0 });

describe('rooms', () => {
  it('shows an agent the desk and nothing of the administration', () => {
    expect([...roomsOf(user(['agent'], '1001'))]).toEqual(['desk', 'customers', 'calls', 'tickets', 'follow-ups', 'knowledge']);
    expect(homeOf(user(['agent'], '1001'))).toBe('/desk');
  });

  it('begins without a telephone at one’s customers, or over everybody’s calls', () => {
    expect(homeOf(user(['sales']))).toBe('/customers');
    expect(homeOf(user(['supervisor']))).toBe('/calls');
  });

  it('gives the desk to whoever has a telephone', () => {
    expect(roomsOf(user(['supervisor'], '1009')).has('desk')).toBe(true);
    expect(roomsOf(user(['supervisor'])).has('desk')).toBe(false);
  });
});

describe('where to go after signing in', () => {
  it.each(['//evil.example', '/\\evil.example', 'https://evil.example/', 'javascript:alert(1)', '/sign-in', ''])('is never %s', (next) => {
    expect(localPath(next)).toBeNull();
  });

  it('is the page that was asked for, filters and all', () => {
    expect(localPath('/calls?queue=support')).toEqual(['/calls', '?queue=support']);
  });
});
