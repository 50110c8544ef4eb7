import type { DuplicateView } from '../../shared/api/types';
import { useText } from '../../shared/i18n/useText';

/** Why a customer may be the same: "same number, same name". */
export function useReasons() {
  const { t } = useText();
  return ({ reasons }: Pick<DuplicateView, 'reasons'>) => reasons.map((reason) => t(`duplicates.reason.${reason}`)).join(t('common.listSeparator'));
}
