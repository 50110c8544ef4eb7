import { useDesk } from '../deskStore';
import { currentPop } from '../deskState';
import { useCallerText } from '../caller';
import { useText } from '../../shared/i18n/useText';
import { useQueues } from '../../shared/directory';
import { useGo, usePath } from '../../shared/go';
import { Elapsed } from '../../shared/ui/Elapsed';
import { Button } from 'antd';
import { PhoneIncoming } from 'lucide-react';
import { BarControls } from '../control/CallControls';
import { CallKeys } from '../control/CallKeys';
import { MakeCall } from '../control/MakeCall';
import { PhoneStrip } from '../../phone/PhoneStrip';
import { StateMenu } from './StateMenu';
import { WrapUpShortcut } from './WrapUpShortcut';
import './callbar.css';

/** The agent's state and call, on every page, always at the same place. */
export function CallBar() {
  const { t } = useText();
  const { queueLabel } = useQueues();
  const agent = useDesk((s) => s.agent);
  const call = useDesk((s) => s.call);
  const line = useDesk((s) => s.line);
  const pop = useDesk((s) => currentPop(s));
  const own = useDesk((s) => s.coaching.own);
  const caller = useCallerText(pop, call);
  // What one takes part in is nobody's call: the phone is busy with an agent's.
  const who = caller || (own ? t('coaching.inCallOf', { name: own.agentName ?? '' }) : '');
  const go = useGo();
  const atDesk = usePath() === '/desk';
  const queue = queueLabel(pop?.call.queue ?? call?.queue);
  const state = agent?.state;

  return (
    <section className={`callbar callbar-${state ?? 'unknown'}`} aria-label={t('callbar.title')}>
      <StateMenu agent={agent} />
      <div className="callbar-details">
        {state === 'ringing' && (
          <>
            <PhoneIncoming size={15} aria-hidden="true" className="callbar-ring" />
            <strong className="clip callbar-who" title={who}>
              {who}
            </strong>
            <span className="callbar-more clip">
              {queue && <span className="callbar-queue">{queue} · </span>}
              {pop?.call.ringingAt && (
                <>
                  {t('callbar.waited')} <Elapsed since={waitingSince(pop.call)} />
                </>
              )}
            </span>
          </>
        )}
        {state === 'on-call' && (
          <>
            <strong className="clip callbar-who" title={who}>
              {who}
            </strong>
            <span className="callbar-more clip">{queue}</span>
          </>
        )}
        {(state === 'available' || state === 'break' || state === 'offline') && <MakeCall />}
        {state === 'wrap-up' && agent && <WrapUpShortcut agent={agent} who={who} />}
        {!atDesk && (state === 'ringing' || state === 'on-call') && (
          <>
            <Button size="small" onClick={() => go('/desk', { search: {} })}>
              {t('callbar.show')}
            </Button>
            {call && line && <BarControls callId={call.id} line={line} />}
          </>
        )}
      </div>
      <PhoneStrip />
      <CallKeys />
    </section>
  );
}

/** When the caller began to wait: the ring began `waitedMs` later. */
export const waitingSince = (call: { ringingAt: string; waitedMs?: number | null | undefined }) =>
  new Date(Date.parse(call.ringingAt) - (call.waitedMs ?? 0)).toISOString();
