import { App, Dropdown, type MenuProps } from 'antd';
import { ChevronDown } from 'lucide-react';
import type { AgentStateView } from '../../shared/api/types';
import { useText } from '../../shared/i18n/useText';
import { Elapsed } from '../../shared/ui/Elapsed';
import { Mark } from '../../shared/ui/Mark';
import { AgentStateMark, agentLook } from '../../shared/ui/states';
import { useProblemText } from '../../shared/ui/useProblemText';
import { useDesk } from '../deskStore';
import { useLostForAWhile } from '../useLost';
import { useBreakReasons, useSetState, type Wish } from '../agent';

/** State and its running time; the menu says what the agent wants to be now, or after the call. */
export function StateMenu({ agent }: { agent: AgentStateView | null }) {
  const { t, word } = useText();
  const { message } = App.useApp();
  const problemText = useProblemText();
  const reasons = useBreakReasons();
  const set = useSetState();
  const lost = useLostForAWhile();
  const elsewhere = useDesk((s) => s.connection === 'elsewhere');
  const unreachable = agent?.phoneReachable === false;
  const busy = agent?.state === 'ringing' || agent?.state === 'on-call';

  const choose = (state: Wish, reason?: string) =>
    set.mutate(reason ? { state, reason } : { state }, { onError: (error) => void message.error(problemText(error)) });
  const line = (state: 'available' | 'break' | 'offline') => {
    const [tone, shape] = agentLook(state);
    return <Mark tone={tone} shape={shape} label={t(`agentState.${state}`)} />;
  };
  const breaks: NonNullable<MenuProps['items']> = reasons.map(({ key }) => ({
    key: `break:${key}`,
    label: word('breakReason', key, t('agentState.break')),
  }));

  return (
    <Dropdown
      trigger={['click']}
      disabled={!agent}
      menu={{
        items: [
          ...(busy ? [{ type: 'group' as const, label: t('callbar.afterCall') }] : []),
          { key: 'available', label: line('available') },
          { key: 'break', label: line('break'), children: breaks, popupClassName: 'callbar-breaks' },
          { key: 'offline', label: line('offline') },
        ],
        // What opens after a delay opens even when a reason was picked meanwhile.
        subMenuOpenDelay: 0,
        onClick: ({ key }) => {
          const [state, reason] = key.split(':');
          choose(state as Wish, reason);
        },
      }}
    >
      <button type="button" className="callbar-state">
        {agent ? (
          <>
            <span className="visually-hidden">{t('callbar.state')}</span>
            <AgentStateMark state={agent.state} />
            <span className="callbar-time">
              <Elapsed since={agent.since} />
            </span>
            {agent.state === 'break' && agent.reason && !(unreachable && agent.reason === 'phone') && <span className="callbar-reason clip">{word('breakReason', agent.reason)}</span>}
            {unreachable && <span className="callbar-reason callbar-phone clip">{t('callbar.phoneUnreachable')}</span>}
            {agent.pending && <span className="callbar-reason clip">{t('callbar.pending')}</span>}
            {busy && agent.next && agent.next !== 'available' && (
              <span className="callbar-reason clip">{t('callbar.afterwards', { state: agent.nextReason ? word('breakReason', agent.nextReason) : t(`agentState.${agent.next}`) })}</span>
            )}
          </>
        ) : (
          <span className="soft">{elsewhere ? t('callbar.elsewhere') : lost ? t('callbar.noLine') : t('common.loading')}</span>
        )}
        <ChevronDown size={14} aria-hidden="true" />
      </button>
    </Dropdown>
  );
}
