import { Button } from 'antd';
import { TriangleAlert, WifiOff } from 'lucide-react';
import { useLasting } from '../shared/live/useLasting';
import { useText } from '../shared/i18n/useText';
import { Banner } from '../shared/ui/Banner';
import { Mark } from '../shared/ui/Mark';
import { useBoard } from './boardStore';
import { reconnectNow } from './feed';

/** Since when the board has not been live, once that is more than a blink. */
export function useNotLive(): string | null {
  const lostAt = useBoard((s) => s.lostAt);
  const lasting = useLasting(lostAt !== null);
  return lasting && lostAt !== null ? new Date(lostAt).toISOString() : null;
}

/** The link between service and PBX, where it is not as it should be. */
export function usePbxTrouble(): string | null {
  const { t, time } = useText();
  const pbx = useBoard((s) => s.pbx);
  if (!pbx || pbx.state === 'up') return null;
  if (pbx.state === 'connecting') return t('board.pbxConnecting');
  return t(pbx.state === 'down' ? 'board.pbxDown' : 'board.pbxRefused', { time: time(pbx.since) });
}

export function LiveMark() {
  const { t, timeSeconds } = useText();
  const since = useNotLive();
  return since ? <Mark tone="amber" shape="ring" label={t('board.notLive', { time: timeSeconds(since) })} /> : <Mark tone="green" shape="disc" label={t('board.live')} />;
}

/** Above the board: why it is not to be trusted just now. */
export function LiveBanners() {
  const { t, timeSeconds } = useText();
  const since = useNotLive();
  const pbx = usePbxTrouble();
  if (since) {
    return (
      <Banner tone="amber" icon={WifiOff} text={t('board.notLiveLong', { time: timeSeconds(since) })}>
        <Button size="small" onClick={reconnectNow}>
          {t('desk.tryNow')}
        </Button>
      </Banner>
    );
  }
  return pbx && <Banner tone="amber" icon={TriangleAlert} text={pbx} />;
}
