import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { usePhone } from '../../phone/phone';
import { useMe } from '../../session/session';
import { infoQuery } from '../../shared/info';
import { useText } from '../../shared/i18n/useText';
import { useDesk } from '../deskStore';
import { useAct, useDial, usePickable, useTake } from './actions';
import { useAsking } from './asking';
import { altLetterAnywhere, asksWhom, callKeys, dialogOpen, phoneKeys, possible, type Pressed } from './callKeys';
import { TargetPicker } from './TargetPicker';

/**
 * The keys for the call at hand, on every page and while notes are written too, and the question to whom it goes. A dialog
 * keeps nobody from answering or hanging up; it only is not covered by another one.
 */
export function CallKeys() {
  const { t } = useText();
  const me = useMe();
  const line = useDesk((s) => s.line);
  const callId = useDesk((s) => s.call?.id);
  const phone = usePhone();
  const simulated = useQuery(infoQuery).data?.pbxSimulated ?? false;
  const act = useAct();
  const dial = useDial();
  const take = useTake();
  const { what, ask } = useAsking();
  const pickable = usePickable(what === 'dial');
  const { mutate } = act;

  useEffect(() => {
    const atCall = (letter: string): (() => void) | undefined => {
      if (!line || !callId) return undefined;
      const able = possible(line, simulated, phone.mode === 'browser');
      const action = (Object.keys(callKeys) as Pressed[]).find((one) => callKeys[one] === letter && able.has(one));
      if (!action || (asksWhom(action) && dialogOpen())) return undefined;
      return () => (asksWhom(action) ? ask(action) : mutate({ callId, action }));
    };
    const onKey = (event: KeyboardEvent) => {
      const letter = altLetterAnywhere(event);
      const dials = letter === phoneKeys.dial && !line && me.extension && !dialogOpen();
      const does = letter && (atPhone(letter, phone, line?.third != null) ?? atCall(letter) ?? (dials ? () => ask('dial') : undefined));
      if (!does) return;
      event.preventDefault();
      does();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [line, callId, simulated, phone, me.extension, ask, mutate]);

  const over = what !== null && what !== 'dial' && !line;
  useEffect(() => {
    if (over) ask(null);
  }, [over, ask]);

  return (
    <TargetPicker
      open={what !== null}
      title={what ? t(`control.${what}-whom`) : ''}
      close={() => ask(null)}
      handsOver={what !== null && what !== 'dial'}
      waiting={pickable}
      onTake={(waiting) => {
        take.mutate(waiting);
        ask(null);
      }}
      onPick={(to) => {
        if (what === 'dial') dial.mutate({ to });
        else if (what && callId) mutate({ callId, action: what, to });
        ask(null);
      }}
    />
  );
}

/** What a key does at the browser's own phone. */
function atPhone(letter: string, { call, controls }: ReturnType<typeof usePhone>, consulting: boolean): (() => void) | undefined {
  if (!call) return undefined;
  if (call.stage === 'ringing') {
    return { [phoneKeys.answer]: controls.answer, [phoneKeys.hangup]: controls.reject }[letter];
  }
  if (call.stage !== 'talking') return undefined;
  return {
    [phoneKeys.hold]: call.held ? controls.resume : controls.hold,
    [phoneKeys.mute]: call.muted ? controls.unmute : controls.mute,
    // Who hangs up in a consultation hands over, which has a key of its own.
    ...(consulting ? {} : { [phoneKeys.hangup]: controls.hangUp }),
  }[letter];
}
