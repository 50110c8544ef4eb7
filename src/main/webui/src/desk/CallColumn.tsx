import { Button, Tooltip } from 'antd';
import { Headset, PhoneIncoming, PhoneOutgoing } from 'lucide-react';
import { useQueues } from '../shared/directory';
import type { Pop } from '../shared/api/types';
import { useText } from '../shared/i18n/useText';
import { Elapsed, TimeLeft } from '../shared/ui/Elapsed';
import { Empty } from '../shared/ui/Loaded';
import { AgentStateMark } from '../shared/ui/states';
import { useSetState } from './agent';
import { otherNumber } from '../calls/ends';
import { useCallerText } from './caller';
import { waitingSince } from './callbar/CallBar';
import { currentPop } from './deskState';
import { useDesk } from './deskStore';
import { FirstStep } from './FirstStep';
import { LineDown, StaleNote } from './LineDown';
import { RecentCalls } from './RecentCalls';
import { WrapUpForm } from './wrapup/WrapUpForm';

/** The call: who rings, who talks, what came of it. */
export function CallColumn() {
  const { t } = useText();
  const agent = useDesk((s) => s.agent);
  const call = useDesk((s) => s.call);
  const pop = useDesk((s) => currentPop(s));
  const busy = agent && (agent.state === 'ringing' || agent.state === 'on-call' || agent.state === 'wrap-up');
  const callId = pop?.call.id ?? call?.id ?? agent?.callId ?? null;
  return (
    <section className="desk-column desk-call" aria-label={t('desk.call')}>
      {agent && <StaleNote />}
      {!agent ? (
        <LineDown />
      ) : !busy || (!pop && !call) ? (
        <Idle />
      ) : (
        <>
          <CallHead />
          {pop && callId && <FirstStep pop={pop} callId={callId} />}
          {callId && agent.state !== 'ringing' && <WrapUpForm key={callId} callId={callId} wrapping={agent.state === 'wrap-up'} />}
          {pop && <RecentCalls calls={pop.recentCalls} />}
        </>
      )}
    </section>
  );
}

function Idle() {
  const { t } = useText();
  const state = useDesk((s) => s.agent?.state);
  const set = useSetState();
  if (!state) return null;
  const waiting = state === 'available';
  return (
    <div className="desk-idle">
      <Empty
        icon={Headset}
        title={waiting ? t('desk.waiting') : t(`desk.idle-${state === 'break' ? 'break' : 'offline'}`)}
        hint={waiting ? t('desk.waitingHint') : t('desk.idleHint')}
        action={
          waiting ? undefined : (
            <Button type="primary" loading={set.isPending} onClick={() => set.mutate({ state: 'available' })}>
              {t('desk.becomeAvailable')}
            </Button>
          )
        }
      />
    </div>
  );
}

function CallHead() {
  const { t, phone } = useText();
  const { queueLabel, didText } = useQueues();
  const agent = useDesk((s) => s.agent);
  const call = useDesk((s) => s.call);
  const pop = useDesk((s) => currentPop(s));
  const who = useCallerText(pop, call);
  if (!agent) return null;
  const outbound = (pop?.call.direction ?? call?.direction) === 'outbound';
  const Icon = outbound ? PhoneOutgoing : PhoneIncoming;
  const number = pop ? phone(pop.caller.e164 ?? pop.caller.raw) : call ? phone(otherNumber(call)) : '';
  const withheld = pop?.caller.withheld ?? call?.withheld ?? false;
  const presented = pop?.caller.name ?? call?.fromName;
  const queue = queueLabel(pop?.call.queue ?? call?.queue);
  const did = didText(pop?.call.did);
  return (
    <header className={`call-head call-head-${agent.state}`}>
      <div className="row">
        <AgentStateMark state={agent.state} />
        <span className="tabular call-head-time">
          {agent.state === 'wrap-up' && agent.wrapUpUntil ? <TimeLeft until={agent.wrapUpUntil} /> : <Elapsed since={agent.since} />}
        </span>
        <span className="grow" />
        {pop && agent.state === 'ringing' && <Waited call={pop.call} />}
      </div>
      <div className="row call-head-who">
        <Icon size={18} aria-label={outbound ? t('direction.outbound') : t('direction.inbound')} />
        <h2 className="clip" title={who}>
          {who}
        </h2>
      </div>
      <div className="call-head-facts">
        {!withheld && number && number !== who && <span className="tabular">{number}</span>}
        {presented && presented !== who && !withheld && (
          <Tooltip title={presented}>
            <span className="clip call-head-presented">{t('desk.presentedAs', { name: presented })}</span>
          </Tooltip>
        )}
        {queue && <span>{t('desk.forQueue', { queue })}</span>}
        {did && <span className="tabular soft">{t('desk.dialled', { number: did })}</span>}
      </div>
      {agent.state === 'ringing' && <p className="call-head-hint">{t('desk.answerOnPhone')}</p>}
    </header>
  );
}

function Waited({ call }: { call: Pop['call'] }) {
  const { t } = useText();
  return (
    <span className="soft">
      {t('callbar.waited')} <Elapsed since={waitingSince(call)} />
    </span>
  );
}
