import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import type { QueueAtPbx as AtPbx, QueueStrategy } from '../../shared/api/types';
import { useText } from '../../shared/i18n/useText';
import { Facts } from '../../shared/ui/DetailDrawer';
import { Mark } from '../../shared/ui/Mark';
import { marks, queuesAtPbx, standingOf, strategies } from './atPbx';

type Say = ReturnType<typeof useText>['t'];

export function PbxMark({ queue }: { queue: AtPbx }) {
  const { t } = useText();
  const standing = standingOf(queue);
  const [tone, shape] = marks[standing];
  return <Mark tone={tone} shape={shape} label={t(`queues.pbxState.${standing}`)} />;
}

/** How the queue stands at the PBX, and what there is to know of it where it is not simply in force. */
export function QueueAtPbx({ name }: { name: string }) {
  const { t } = useText();
  const { data } = useQuery(queuesAtPbx);
  const queue = data?.find((one) => one.name === name);
  if (!queue) return null;
  const text = standingText(queue, t);
  return (
    <>
      <Facts
        items={[
          [
            t('queues.pbx'),
            <span key="s">
              <PbxMark queue={queue} /> {queue.has && <span className="soft">{t('queues.pbxNow', { count: queue.has.members })}</span>}
            </span>,
          ],
        ]}
      />
      {text && <Alert type={queue.state === 'own' ? 'info' : 'warning'} showIcon title={text} className="record-form-alert" />}
    </>
  );
}

function standingText({ state, reason, has, differs }: AtPbx, t: Say): string {
  const differences = differs.flatMap((field) => {
    if (!has || field === 'name') return [];
    const value = field === 'strategy' ? strategyText(has.strategy, t) : field === 'maxWaiting' ? has.maxWaiting : has.weight;
    return [t('queues.pbxHas', { field: t(field === 'strategy' ? 'queues.strategy' : field === 'maxWaiting' ? 'queues.maxWaiting' : 'queues.weight'), value })];
  });
  return [
    state === 'pending' && t('queues.pbxPending'),
    state === 'refused' && t('queues.pbxRefused', { reason: reason ?? '' }),
    state === 'own' && t('queues.pbxOwn'),
    differs.includes('name') && state !== 'pending' && t('queues.pbxMissing'),
    differences.length > 0 && state !== 'pending' && t('queues.pbxDiffers', { what: differences.join(t('common.listSeparator')) }),
  ]
    .filter(Boolean)
    .join(' ');
}

/** The PBX may have an order that is none of ours. */
const strategyText = (word: string, t: Say) => (strategies.includes(word as QueueStrategy) ? t(`queues.strategies.${word as QueueStrategy}`) : word);
