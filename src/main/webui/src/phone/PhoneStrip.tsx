import { Button, Tooltip } from 'antd';
import { Check, Grid3x3, Mic, MicOff, Pause, Phone, PhoneOff, Play, SignalLow, Undo2, VolumeX } from 'lucide-react';
import type { ReactNode } from 'react';
import { useAct } from '../desk/control/actions';
import { useDesk } from '../desk/deskStore';
import { useText } from '../shared/i18n/useText';
import { PhoneMenu } from './PhoneMenu';
import { usePhone, usePhoneStore } from './phone';
import { WithKeypad } from './WithKeypad';
import './phone.css';

/** The browser phone's own keys in the call bar, and the choice of phone. */
export function PhoneStrip() {
  const { t } = useText();
  const { call, controls } = usePhone();
  return (
    <div className="phone-strip" role="group" aria-label={t('phone.title')}>
      {call && call.stage !== 'talking' && (
        <>
          <Button size="small" type="primary" icon={<Phone size={14} />} loading={call.stage === 'answering'} onClick={controls.answer}>
            {t('phone.answer')}
          </Button>
          <Key label={t('phone.reject')} danger press={controls.reject} icon={<PhoneOff size={15} />} />
        </>
      )}
      {call?.stage === 'talking' && (
        <>
          <Sound />
          {call.muted ? (
            <Key label={t('phone.unmute')} on press={controls.unmute} icon={<MicOff size={15} />} />
          ) : (
            <Key label={t('phone.mute')} press={controls.mute} icon={<Mic size={15} />} />
          )}
          {call.held ? (
            <Key label={t('phone.resume')} on press={controls.resume} icon={<Play size={15} />} />
          ) : (
            <Key label={t('phone.hold')} press={controls.hold} icon={<Pause size={15} />} />
          )}
          <WithKeypad press={controls.dtmf}>
            <button type="button" className="icon-button" aria-label={t('phone.keypad')}>
              <Grid3x3 size={15} aria-hidden="true" />
            </button>
          </WithKeypad>
          <Ending hangUp={controls.hangUp} />
        </>
      )}
      <PhoneMenu />
    </div>
  );
}

/** To hang up while a colleague is asked hands the caller over, so it says that; and there is a way back. */
function Ending({ hangUp }: { hangUp: () => void }) {
  const { t } = useText();
  const callId = useDesk((s) => s.call?.id);
  const asking = useDesk((s) => s.line?.controls.includes('complete') ?? false);
  const { mutate } = useAct();
  if (!asking || !callId) return <Key label={t('phone.hangUp')} danger press={hangUp} icon={<PhoneOff size={15} />} />;
  return (
    <>
      <Key label={t('control.cancel')} press={() => mutate({ callId, action: 'cancel' })} icon={<Undo2 size={15} />} />
      <Key label={t('control.complete')} press={hangUp} icon={<Check size={15} />} />
    </>
  );
}

interface KeyProps {
  label: string;
  icon: ReactNode;
  press: () => void;
  /** It is so now; pressing ends it. */
  on?: boolean;
  danger?: boolean;
}

function Key({ label, icon, press, on = false, danger = false }: KeyProps) {
  return (
    <Tooltip title={label}>
      <button type="button" className={`icon-button${on ? ' phone-on' : ''}${danger ? ' phone-danger' : ''}`} aria-label={label} onClick={press}>
        {icon}
      </button>
    </Tooltip>
  );
}

/** A word when it sounds bad; nothing to read while it is good. */
function Sound() {
  const { t, number } = useText();
  const quality = usePhoneStore((s) => s.quality);
  if (!quality || quality.verdict === 'good') return null;
  const figures = t('phone.figures', {
    loss: number(Math.round(quality.lossPercent)),
    jitter: number(Math.round(quality.jitterMs)),
    roundTrip: quality.roundTripMs === null ? '–' : number(Math.round(quality.roundTripMs)),
  });
  const Icon = quality.verdict === 'silent' ? VolumeX : SignalLow;
  return (
    <Tooltip title={figures}>
      <span className="phone-sound" role="status">
        <Icon size={15} aria-hidden="true" />
        <span className="phone-words">{t(quality.verdict === 'silent' ? 'phone.silent' : 'phone.bad')}</span>
      </span>
    </Tooltip>
  );
}
