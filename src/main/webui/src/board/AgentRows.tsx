import { AgentMenu } from '../agents/AgentMenu';
import { ofBoard } from '../coaching/steerable';
import { mayCoach, useMe } from '../session/session';
import { useQueues } from '../shared/directory';
import { useText } from '../shared/i18n/useText';
import '../shared/ui/list/list.css';
import { Rows } from '../shared/ui/list/Rows';
import type { Column } from '../shared/ui/list/types';
import { Mark } from '../shared/ui/Mark';
import { AgentStateMark, DirectionMark } from '../shared/ui/states';
import { CallWith } from './CallWith';
import type { BoardAgent } from './messages';
import { CallSince, Since } from './Since';

/** Agents with their state, its time and reason, and the call they are in. */
export function AgentRows({ agents, label, inQueue = false }: { agents: BoardAgent[]; label: string; inQueue?: boolean }) {
  const { t } = useText();
  const { queueLabel } = useQueues();
  const me = useMe();
  const columns: Column<BoardAgent>[] = [
    { key: 'name', title: t('users.name'), width: 'minmax(140px, 1fr)', render: (a) => <span className="clip">{a.name} <span className="faint tabular">{a.extension}</span></span> },
    { key: 'state', phone: 'state', title: t('agents.state'), width: inQueue ? 'minmax(160px, 1.1fr)' : 'minmax(190px, 1.1fr)', render: (a) => <Standing agent={a} /> },
    { key: 'call', phone: 'below', title: t('agents.call'), width: inQueue ? 'minmax(170px, 1.8fr)' : 'minmax(190px, 1.8fr)', wideOnly: !inQueue, render: (a) => <InHand agent={a} /> },
  ];
  const queues: Column<BoardAgent> = {
    key: 'queues', title: t('board.queues'), width: 'minmax(120px, 1fr)', wideOnly: true,
    render: (a) => <span className="clip soft">{a.queues.map(queueLabel).join(t('common.listSeparator'))}</span>,
  };
  const menu: Column<BoardAgent> = { key: 'menu', phone: 'aside', title: t('agents.actions'), width: '72px', end: true, render: (a) => <AgentMenu agent={ofBoard(a, me)} /> };
  const shown = [...columns, ...(inQueue ? [] : [queues]), ...(mayCoach(me) ? [menu] : [])];
  return (
    <div className="list board-rows" style={{ '--rows': agents.length } as React.CSSProperties}>
      <Rows columns={shown} rows={agents} total={agents.length} rowId={(a) => a.userId} label={label} sort={undefined} more={() => {}} />
    </div>
  );
}

function Standing({ agent }: { agent: BoardAgent }) {
  const { t, word } = useText();
  return (
    <>
      <AgentStateMark state={agent.state} />
      <span className="board-since soft">
        <Since since={agent.since} />
      </span>
      {agent.reason && <span className="soft clip">{word('breakReason', agent.reason)}</span>}
      {/* The PBX tells of the phones in its queues alone. */}
      {!agent.phoneReachable && agent.state !== 'offline' && <Mark tone="red" shape="alert" label={t('agents.phoneUnreachable')} iconOnly />}
    </>
  );
}

function InHand({ agent }: { agent: BoardAgent }) {
  const { t } = useText();
  if (!agent.call) return null;
  const { call, since } = agent.call;
  return (
    <>
      <DirectionMark direction={call.direction} iconOnly />
      <span className="soft">
        <CallSince since={since} />
      </span>
      <CallWith call={call} extension={agent.extension} />
      {agent.coaches?.map(({ name, mode }) => (
        <Mark key={name} tone="blue" shape="ear" label={t(`coaching.with.${mode ?? 'listen'}`, { name })} />
      ))}
    </>
  );
}
