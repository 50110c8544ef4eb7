import i18next from 'i18next';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemError } from '../api/problem';
import type { FieldError } from '../api/types';

const say = (key: string, params: Record<string, unknown> = {}) =>
  (i18next.t as (k: string, p: Record<string, unknown>) => string)(key, params);

/**
 * The reader's words for a failed request; never a raw code. A refusal that says why has words of its own for each reason.
 *
 * @param named what the problem's parameters are called in the reader's language
 */
export function problemText(error: unknown, named: Record<string, unknown> = {}): string {
  if (error instanceof ProblemError) {
    const key = `problem.${error.code}`;
    if (i18next.exists(key)) return say(key, { context: error.params['why'], ...error.params, ...named });
    if (error.status === 0) return say('problem.unreachable');
    if (error.status >= 500) return say('problem.server');
  }
  return say('problem.unknown');
}

export function fieldErrorText(error: FieldError): string {
  const key = `fieldError.${error.code}`;
  if (i18next.exists(key)) return say(key);
  return i18next.language === 'en' && error.message ? error.message : say('fieldError.invalid');
}

export function useProblemText() {
  const { i18n } = useTranslation();
  // The language is a dependency, so that a change of language says the problem anew.
  return useCallback((error: unknown, named?: Record<string, unknown>) => (i18n.language ? problemText(error, named) : ''), [i18n.language]);
}
