import { useQuery } from '@tanstack/react-query';
import { TriangleAlert, WifiOff } from 'lucide-react';
import { useLostForAWhile } from '../desk/useLost';
import { useText } from '../shared/i18n/useText';
import { infoQuery } from '../shared/info';
import { Banner } from '../shared/ui/Banner';

/** Says plainly when calls cannot come in, or when this page has lost the service. */
export function PbxBanner() {
  const { t } = useText();
  const info = useQuery(infoQuery).data;
  const lost = useLostForAWhile();
  if (lost) return <Banner tone="amber" icon={WifiOff} text={t('pbx.pageOffline')} />;
  if (!info || info.pbxState === 'up' || info.pbxState === 'connecting') return null;
  return <Banner tone="red" icon={TriangleAlert} text={t(info.pbxState === 'refused' ? 'pbx.refused' : 'pbx.down')} />;
}
