import { useQueryClient } from '@tanstack/react-query';
import { Headphones } from 'lucide-react';
import { ofList } from '../coaching/steerable';
import { useMe } from '../session/session';
import type { AgentState, SupervisedAgent } from '../shared/api/types';
import { useEventStream } from '../shared/api/useEventStream';
import { setServerTime } from '../shared/clock/clock';
import { useQueues } from '../shared/directory';
import { useText } from '../shared/i18n/useText';
import { List } from '../shared/ui/list/List';
import type { Column, View } from '../shared/ui/list/types';
import { AgentCall, AgentPhone, AgentStanding } from './AgentLine';
import { AgentMenu } from './AgentMenu';
import './agents.css';

const states: AgentState[] = ['available', 'ringing', 'on-call', 'wrap-up', 'break', 'offline'];
const AT_WORK = 'available,ringing,on-call,wrap-up,break';
const IN_CALLS = 'ringing,on-call';

/** Who takes calls and what they are doing now, with a menu to set their states; live. */
export function AgentsPage() {
  const { t } = useText();
  const me = useMe();
  const client = useQueryClient();
  const { queueLabel, options } = useQueues();
  const readAnew = () => void client.invalidateQueries({ queryKey: ['list', 'agents'] });
  const live = useEventStream('/api/v1/agents/supervised/live', {
    heard: (data) => {
      setServerTime((JSON.parse(data) as { at: string }).at);
      readAnew();
    },
    lost: readAnew,
  });
  const menu = (a: SupervisedAgent) => <AgentMenu agent={ofList(a)} />;
  const columns: Column<SupervisedAgent>[] = [
    { key: 'name', title: t('users.name'), width: 'minmax(120px, 1.2fr)', sort: 'name', render: (a) => <span className="clip">{a.name}</span> },
    { key: 'extension', phone: 'aside', title: t('users.extension'), width: '84px', sort: 'extension', wideOnly: true, render: (a) => <span className="tabular">{a.extension}</span> },
    { key: 'state', phone: 'state', title: t('agents.state'), width: 'minmax(200px, 1.6fr)', sort: 'state', render: (a) => <AgentStanding agent={a} /> },
    { key: 'call', phone: 'below', title: t('agents.call'), width: 'minmax(130px, 1.4fr)', wideOnly: true, render: (a) => <AgentCall agent={a} /> },
    { key: 'phone', phone: 'aside', renderPhone: (a) => (a.state.phoneReachable ? null : <AgentPhone agent={a} />), title: t('agents.phone'), width: '120px', wideOnly: true, render: (a) => <AgentPhone agent={a} /> },
    { key: 'queues', title: t('room.queues'), width: 'minmax(100px, 1fr)', wideOnly: true, render: (a) => <span className="soft clip">{a.queues.map(queueLabel).join(t('common.listSeparator')) || '–'}</span> },
    { key: 'team', title: t('users.team'), width: 'minmax(80px, 0.8fr)', wideOnly: true, optional: true, render: (a) => <span className="soft clip">{a.teamName ?? '–'}</span> },
    { key: 'menu', phone: 'aside', title: t('agents.actions'), width: '72px', end: true, render: menu },
  ];
  const views: View[] = [
    ...(me.teamId ? [{ label: t('agents.myTeam'), search: { team: 'mine' } }] : []),
    { label: t('agents.atWork'), search: { state: AT_WORK } },
    { label: t('agents.inCalls'), search: { state: IN_CALLS } },
    { label: t('agents.onBreak'), search: { state: 'break' } },
    { label: t('common.all'), search: {} },
  ];
  return (
    <List<SupervisedAgent>
      name="agents"
      title={t('room.agents')}
      path="/api/v1/agents/supervised"
      columns={columns}
      rowId={(a) => a.userId}
      searchHint={t('agents.searchHint')}
      views={views}
      filters={[
        { kind: 'select', key: 'state', label: t('agents.state'), options: [{ value: AT_WORK, label: t('agents.atWork') }, { value: IN_CALLS, label: t('agents.inCalls') }, ...states.map((s) => ({ value: s, label: t(`agentState.${s}`) }))] },
        { kind: 'select', key: 'queue', label: t('calls.queue'), options },
        { kind: 'select', key: 'phone', label: t('agents.phone'), options: [{ value: 'reachable', label: t('agents.phoneReachable') }, { value: 'unreachable', label: t('agents.phoneUnreachable') }] },
        ...(me.teamId ? [{ kind: 'select' as const, key: 'team', label: t('users.team'), options: [{ value: 'mine', label: t('agents.myTeam') }] }] : []),
      ]}
      toQuery={({ q, state, queue, phone, team }) => ({ q, state, queue, phone, team })}
      action={!live && <span className="agents-stale small" role="status">{t('agents.notLive')}</span>}
      empty={{ icon: Headphones, title: t('agents.empty'), hint: t('agents.emptyHint') }}
    />
  );
}
