import { useEffect } from 'react';
import { useDesk } from '../desk/deskStore';
import { currentPop } from '../desk/deskState';
import { useCallerText } from '../desk/caller';
import { useText } from '../shared/i18n/useText';

/** Says ring and state to screen readers, and the ring in the tab's title: the ring at once, the rest when there is time. */
export function Announcer() {
  const { t } = useText();
  const state = useDesk((s) => s.agent?.state);
  const pop = useDesk((s) => currentPop(s));
  const caller = useCallerText(pop);
  const ringing = state === 'ringing' && caller;
  useEffect(() => {
    document.title = ringing ? `☎ ${caller} · Trunkline` : 'Trunkline';
  }, [ringing, caller]);
  return (
    <>
      <div className="visually-hidden" role="alert">
        {ringing ? t('desk.announceRing', { who: caller }) : ''}
      </div>
      <div className="visually-hidden" role="status">
        {state ? t('desk.announceState', { state: t(`agentState.${state}`) }) : ''}
      </div>
    </>
  );
}
