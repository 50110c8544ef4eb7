import { Tooltip } from 'antd';
import { PhoneOutgoing } from 'lucide-react';
import { useMe } from '../../session/session';
import { useText } from '../../shared/i18n/useText';
import { useAsking } from './asking';
import { phoneKeys } from './callKeys';

/** A call to anybody, from any page. */
export function MakeCall() {
  const { t } = useText();
  const me = useMe();
  const ask = useAsking((s) => s.ask);
  if (!me.extension) return null;
  return (
    <Tooltip title={`${t('control.dialOther')} (Alt ${phoneKeys.dial})`}>
      <button type="button" className="icon-button callbar-dial" aria-label={t('control.dialOther')} onClick={() => ask('dial')}>
        <PhoneOutgoing size={15} aria-hidden="true" />
      </button>
    </Tooltip>
  );
}
