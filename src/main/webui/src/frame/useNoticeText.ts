import i18next from 'i18next';
import { useCallback } from 'react';
import { useText } from '../shared/i18n/useText';
import type { Notice } from './notices';

/** The words of a notice; one this page has no words for yet is named in general. */
export function useNoticeText() {
  const { t } = useText();
  return useCallback(
    (notice: Pick<Notice, 'code' | 'params'>) => {
      const key = `notice.${notice.code}`;
      return i18next.exists(key) ? (i18next.t as (k: string, p: object) => string)(key, notice.params) : t('notice.other');
    },
    [t],
  );
}
