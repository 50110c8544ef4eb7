import { useQuery } from '@tanstack/react-query';
import { TriangleAlert, WifiOff } from 'lucide-react';
import { useLostForAWhile } from '../desk/useLost';
import { useText } from '../shared/i18n/useText';
import { infoQuery } from '../shared/info';

/** Says plainly when calls cannot come in, or when this page has lost the service. */
export function PbxBanner() {
  const { t } = useText();
  const info = useQuery(infoQuery).data;
  const lost = useLostForAWhile();
  if (lost) {
    return (
      <div className="banner banner-amber" role="status">
        <WifiOff size={16} aria-hidden="true" />
        {t('pbx.pageOffline')}
      </div>
    );
  }
  if (!info || info.pbxState === 'up' || info.pbxState === 'connecting') return null;
  return (
    <div className="banner banner-red" role="alert">
      <TriangleAlert size={16} aria-hidden="true" />
      {info.pbxState === 'refused' ? t('pbx.refused') : t('pbx.down')}
    </div>
  );
}
