import { Dropdown, type MenuProps } from 'antd';
import { Ellipsis } from 'lucide-react';
import { useQueues } from '../shared/directory';
import { useText } from '../shared/i18n/useText';
import { useMoveCaller } from './actions';
import '../agents/agents.css';

/** Where a caller who waits may be put: first here, or into another queue. */
export function MoveMenu({ callId, queue, who }: { callId: string; queue: string; who: string }) {
  const { t } = useText();
  const { options } = useQueues();
  const { toQueue, toFront } = useMoveCaller();
  const busy = toQueue.isPending || toFront.isPending;
  const items: NonNullable<MenuProps['items']> = [
    { key: 'front', label: t('coaching.front') },
    { type: 'group', label: t('coaching.moveTo'), children: options.filter((one) => one.value !== queue).map((one) => ({ key: `to:${one.value}`, label: one.label })) },
  ];
  const choose = (key: string) => (key === 'front' ? toFront.mutate({ callId, queue }) : toQueue.mutate({ callId, queue: key.slice('to:'.length) }));
  return (
    <Dropdown trigger={['click']} menu={{ items, onClick: ({ key }) => choose(key) }}>
      <button type="button" className="icon-button row-menu" aria-label={t('coaching.moveMenu', { who })} aria-haspopup="menu" aria-busy={busy} disabled={busy}>
        <Ellipsis size={16} aria-hidden="true" />
      </button>
    </Dropdown>
  );
}
