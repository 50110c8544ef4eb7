import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { MonitorSmartphone, PhoneOff, WifiOff } from 'lucide-react';
import { answer, api } from '../shared/api/client';
import { useText } from '../shared/i18n/useText';
import { Empty, Skeleton } from '../shared/ui/Loaded';
import { Mark } from '../shared/ui/Mark';
import { useDesk } from './deskStore';
import { reconnectNow, takeDeskBack } from './feed';
import { useLostForAWhile } from './useLost';

const ASK_EVERY = 5_000;

/** Where the call would be while the service has not yet said anything: waiting, or what is wrong and what works all the same. */
export function LineDown() {
  const { t } = useText();
  const lost = useLostForAWhile();
  const refused = useDesk((s) => s.connection === 'refused');
  const elsewhere = useDesk((s) => s.connection === 'elsewhere');
  if (refused) {
    return (
      <div className="desk-idle">
        <Empty icon={PhoneOff} title={t('desk.noDesk')} hint={t('desk.noDeskText')} />
      </div>
    );
  }
  if (elsewhere) {
    return (
      <div className="desk-idle">
        <Empty
          icon={MonitorSmartphone}
          title={t('desk.elsewhere')}
          hint={t('desk.elsewhereText')}
          action={
            <Button type="primary" onClick={takeDeskBack}>
              {t('desk.takeBack')}
            </Button>
          }
        />
      </div>
    );
  }
  return lost ? <Lost /> : <Skeleton lines={4} />;
}

function Lost() {
  const { t } = useText();
  const service = useQuery({
    queryKey: ['service-answers'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/info', { signal })),
    refetchInterval: ASK_EVERY,
    retry: false,
    gcTime: 0,
  });
  const lines: [works: boolean, text: string][] = service.isError
    ? [[true, t('desk.stillRings')], [false, t('desk.noRecords')]]
    : [[true, t('desk.stillRings')], [true, t('desk.stillRecords')], [false, t('desk.noPop')]];
  return (
    <div className="desk-idle" role="status">
      <Empty
        icon={WifiOff}
        title={t('desk.lineDown')}
        hint={t('desk.lineDownText')}
        action={
          <>
            <ul className="line-works">
              {lines.map(([works, text]) => (
                <li key={text}>
                  <Mark tone={works ? 'green' : 'grey'} shape={works ? 'check' : 'dash'} label={text} />
                </li>
              ))}
            </ul>
            <Button onClick={reconnectNow}>{t('desk.tryNow')}</Button>
          </>
        }
      />
    </div>
  );
}

/** Above what was last heard, once there is reason to doubt it. */
export function StaleNote() {
  const { t } = useText();
  if (!useLostForAWhile()) return null;
  return (
    <p className="line-stale" role="status">
      <WifiOff size={14} aria-hidden="true" />
      <span className="grow">{t('desk.stale')}</span>
      <Button size="small" onClick={reconnectNow}>
        {t('desk.tryNow')}
      </Button>
    </p>
  );
}
