import { Dropdown, type MenuProps, Tooltip } from 'antd';
import { Ellipsis } from 'lucide-react';
import { useBreakReasons } from '../desk/agent';
import type { SupervisedAgent } from '../shared/api/types';
import { useText } from '../shared/i18n/useText';
import { Mark } from '../shared/ui/Mark';
import { agentLook } from '../shared/ui/states';
import { inCall, isSo, keyOf, orderOf, type Order } from './steering';

interface AgentMenuProps {
  agent: SupervisedAgent;
  busy: boolean;
  onOrder: (order: Order) => void;
}

/** What may be asked for one agent; disabled with the reason for an agent of another team. */
export function AgentMenu({ agent, busy, onOrder }: AgentMenuProps) {
  const { t, word } = useText();
  const reasons = useBreakReasons();
  const label = t('agents.menu', { name: agent.name });
  const button = (
    <button type="button" className="icon-button row-menu" aria-label={label} aria-haspopup="menu" aria-busy={busy} disabled={busy || !agent.steerable}>
      <Ellipsis size={16} aria-hidden="true" />
    </button>
  );
  if (!agent.steerable) return <Tooltip title={t('agents.notYours')}><span>{button}</span></Tooltip>;
  const line = (state: 'available' | 'break' | 'offline', text: string) => {
    const [tone, shape] = agentLook(state);
    return <Mark tone={tone} shape={shape} label={text} />;
  };
  const entry = (order: Order, text: React.ReactNode) => ({ key: keyOf(order), label: text, disabled: isSo(agent, order) });
  const items: NonNullable<MenuProps['items']> = [
    ...(inCall(agent) ? [{ type: 'group' as const, label: t('callbar.afterCall') }] : []),
    ...(agent.state.state === 'wrap-up' ? [entry({ to: 'wrap-up-over' }, t('agents.wrapUpOver')), { type: 'divider' as const }] : []),
    entry({ to: 'available' }, line('available', t('agents.makeAvailable'))),
    {
      key: 'break',
      label: line('break', t('agents.sendOnBreak')),
      children: reasons.map(({ key }) => entry({ to: 'break', reason: key }, word('breakReason', key, t('agentState.break')))),
    },
    entry({ to: 'offline' }, line('offline', t('agents.signOut'))),
  ];
  // No delay, as in the agent's own menu: it would open once more after the choice.
  return (
    <Dropdown trigger={['click']} menu={{ items, subMenuOpenDelay: 0, onClick: ({ key }) => onOrder(orderOf(key)) }}>
      {button}
    </Dropdown>
  );
}
