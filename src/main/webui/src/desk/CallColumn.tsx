import { Button, Tooltip } from 'antd';
import { Headset, PhoneIncoming, PhoneOutgoing } from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import { Suggestions } from '../knowledge/Suggestions';
import { useQueues } from '../shared/directory';
import type { Pop } from '../shared/api/types';
import { useText } from '../shared/i18n/useText';
import { Elapsed, TimeLeft } from '../shared/ui/Elapsed';
import { Empty } from '../shared/ui/Loaded';
import { AgentStateMark } from '../shared/ui/states';
import { asideFor, useSetState } from './agent';
import { otherNumber } from '../calls/ends';
import { usePhoneStore } from '../phone/phone';
import { useCallerText } from './caller';
import { waitingSince } from './callbar/CallBar';
import { CallTicketButton } from './CallTicketButton';
import { currentPop, shownState } from './deskState';
import { useDesk } from './deskStore';
import { FirstStep } from './FirstStep';
import { DeskCallControls } from './control/CallControls';
import { DialButton, DialNumber } from './control/DialNumber';
import { LineDown, StaleNote } from './LineDown';
import { NewCustomerModal, type CallCustomerDraft } from './NewCustomerModal';
import { NewTicketModal, type CallTicketDraft } from './NewTicketModal';
import { RecentCalls } from './RecentCalls';
import { DeskScript } from './script/DeskScript';
import { useFarEnd } from './useFarEnd';
import { WrapUpForm } from './wrapup/WrapUpForm';

/** The call: who rings, who talks, what came of it. */
export function CallColumn() {
  const { t } = useText();
  const agent = useDesk((s) => s.agent);
  const call = useDesk((s) => s.call);
  const pop = useDesk((s) => currentPop(s));
  const state = useDesk(shownState);
  const farEnd = useFarEnd();
  const busy = state === 'ringing' || state === 'on-call' || state === 'wrap-up';
  const callId = pop?.call.id ?? call?.id ?? agent?.callId ?? null;
  // Who is calling is painted first; what stands below follows in the next frame.
  const below = useDeferredValue(callId) === callId ? callId : null;
  const [ticket, setTicket] = useState<CallTicketDraft | null>(null);
  const [customer, setCustomer] = useState<CallCustomerDraft | null>(null);
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
          {pop && callId && <FirstStep pop={pop} callId={callId} create={setCustomer} />}
          {below && <DeskScript callId={below} queue={pop?.call.queue ?? call?.queue} talking={state !== 'ringing'} />}
          {below && state !== 'ringing' && <WrapUpForm key={below} callId={below} wrapping={state === 'wrap-up'} farEnd={farEnd} />}
          {below && state !== 'ringing' && <CallTicketButton key={`ticket-${below}`} callId={below} begin={setTicket} />}
          {below && <Suggestions queue={pop?.call.queue ?? call?.queue} />}
          {below && pop && <RecentCalls calls={pop.recentCalls} number={farEnd.number} customerId={farEnd.customerId} />}
        </>
      )}
      {/* Outside of the call: what is typed stays when the call has gone. */}
      <NewTicketModal draft={ticket} close={() => setTicket(null)} />
      <NewCustomerModal draft={customer} close={() => setCustomer(null)} />
    </section>
  );
}

function Idle() {
  const { t } = useText();
  const agent = useDesk((s) => s.agent);
  const set = useSetState();
  if (!agent) return null;
  const { state } = agent;
  const waiting = state === 'available';
  // Who was set aside is told so above, and has the button there.
  const asked = !waiting && !asideFor(agent);
  return (
    <div className="desk-idle">
      <Empty
        icon={Headset}
        title={waiting ? t('desk.waiting') : t(`desk.idle-${state === 'break' ? 'break' : 'offline'}`)}
        hint={waiting ? t('desk.waitingHint') : t('desk.idleHint')}
        action={
          asked && (
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
  const state = useDesk(shownState);
  const who = useCallerText(pop, call);
  const mode = usePhoneStore((s) => s.mode);
  const farEnd = useFarEnd();
  if (!agent || !state) return null;
  const outbound = (pop?.call.direction ?? call?.direction) === 'outbound';
  const Icon = outbound ? PhoneOutgoing : PhoneIncoming;
  const number = pop ? phone(pop.caller.e164 ?? pop.caller.raw) : call ? phone(otherNumber(call)) : '';
  // While it goes on there is nobody to call.
  const dialled = state === 'wrap-up' ? farEnd.number : null;
  const withheld = pop?.caller.withheld ?? call?.withheld ?? false;
  const presented = pop?.caller.name ?? call?.fromName;
  const queue = queueLabel(pop?.call.queue ?? call?.queue);
  const did = didText(pop?.call.did);
  return (
    <header className={`call-head call-head-${state}`}>
      <div className="row">
        <AgentStateMark state={state} />
        <span className="tabular call-head-time">
          {state === 'wrap-up' && agent.wrapUpUntil ? <TimeLeft until={agent.wrapUpUntil} /> : state === agent.state && <Elapsed since={agent.since} />}
        </span>
        <span className="grow" />
        {pop && state === 'ringing' && <Waited call={pop.call} />}
      </div>
      <div className="row call-head-who">
        <Icon size={18} aria-label={outbound ? t('direction.outbound') : t('direction.inbound')} />
        <h2 className="clip" title={who}>
          {who}
        </h2>
        {number === who && <DialButton number={dialled} customerId={farEnd.customerId} />}
      </div>
      <div className="call-head-facts">
        {!withheld && number && number !== who && (dialled ? <DialNumber number={dialled} customerId={farEnd.customerId} /> : <span className="tabular">{number}</span>)}
        {presented && presented !== who && !withheld && (
          <Tooltip title={presented}>
            <span className="clip call-head-presented">{t('desk.presentedAs', { name: presented })}</span>
          </Tooltip>
        )}
        {queue && <span>{t('desk.forQueue', { queue })}</span>}
        {did && <span className="tabular soft">{t('desk.dialled', { number: did })}</span>}
      </div>
      {state === 'ringing' && <p className="call-head-hint">{t(mode === 'browser' ? 'phone.answerHere' : 'desk.answerOnPhone')}</p>}
      <DeskCallControls />
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
