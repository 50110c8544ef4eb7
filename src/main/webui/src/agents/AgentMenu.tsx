import { Dropdown, type MenuProps, Tooltip } from 'antd';
import { Ellipsis } from 'lucide-react';
import { useState } from 'react';
import { useCoach, useTakeOver } from '../coaching/actions';
import { MessageDialog } from '../coaching/MessageDialog';
import { coachModes, type CoachMode, type Steerable } from '../coaching/types';
import { useBreakReasons } from '../desk/agent';
import { useMe } from '../session/session';
import { useText } from '../shared/i18n/useText';
import { Mark } from '../shared/ui/Mark';
import { agentLook } from '../shared/ui/states';
import { inCall, isSo, keyOf, orderOf, useSteering, type Order } from './steering';
import './agents.css';

const MODE = 'mode/';

/** What may be done for one agent: take part in the call, write, set the state; disabled with the reason for an agent of another team. */
export function AgentMenu({ agent }: { agent: Steerable }) {
  const { t, word } = useText();
  const me = useMe();
  const reasons = useBreakReasons();
  const { steer, busyWith } = useSteering();
  const coach = useCoach();
  const { takeOver, busy: taking } = useTakeOver();
  const [writing, setWriting] = useState(false);
  const busy = busyWith === agent.userId || coach.isPending || taking;
  const button = (
    <button type="button" className="icon-button row-menu" aria-label={t('coaching.agentMenu', { name: agent.name })} aria-haspopup="menu" aria-busy={busy} disabled={busy || !agent.steerable}>
      <Ellipsis size={16} aria-hidden="true" />
    </button>
  );
  if (!agent.steerable) return <Tooltip title={t('agents.notYours')}><span>{button}</span></Tooltip>;

  const { callId, extension, name } = agent;
  // Only who talks can be heard, and nobody hears oneself.
  const part = callId && agent.state.state === 'on-call' && extension !== me.extension ? { callId, agent: { name, extension } } : null;
  const line = (state: 'available' | 'break' | 'offline', text: string) => {
    const [tone, shape] = agentLook(state);
    return <Mark tone={tone} shape={shape} label={text} />;
  };
  const entry = (order: Order, text: React.ReactNode) => ({ key: keyOf(order), label: text, disabled: isSo(agent, order) });
  const items: NonNullable<MenuProps['items']> = [
    ...(part
      ? [
          ...coachModes.map((mode) => ({ key: MODE + mode, label: t(`coaching.mode.${mode}`), disabled: !me.extension })),
          { key: 'take-over', label: t('coaching.takeOver'), disabled: !me.extension },
          { type: 'divider' as const },
        ]
      : []),
    { key: 'message', label: t('coaching.message') },
    { type: 'divider' },
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
  const choose = (key: string) => {
    if (key === 'message') setWriting(true);
    else if (key === 'take-over') void (part && takeOver(part));
    else if (key.startsWith(MODE)) void (part && coach.mutate({ ...part, mode: key.slice(MODE.length) as CoachMode }));
    else void steer(agent, orderOf(key));
  };
  // No delay, as in the agent's own menu: it would open once more after the choice.
  return (
    <>
      <Dropdown trigger={['click']} menu={{ items, subMenuOpenDelay: 0, onClick: ({ key }) => choose(key) }}>
        {button}
      </Dropdown>
      <MessageDialog to={writing ? agent : null} close={() => setWriting(false)} />
    </>
  );
}
