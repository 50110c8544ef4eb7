import { useQuery } from '@tanstack/react-query';
import { Button, Tooltip } from 'antd';
import { ArrowLeftRight, Check, CircleParking, Grid3x3, MessageCircleQuestionMark, Mic, MicOff, Pause, PhoneForwarded, PhoneOff, Undo2, Users } from 'lucide-react';
import type { LineView } from '../../shared/api/types';
import { useDirectory } from '../../shared/directory';
import { infoQuery } from '../../shared/info';
import { useText } from '../../shared/i18n/useText';
import { useDesk } from '../deskStore';
import { useAct } from './actions';
import { useAsking } from './asking';
import { asksWhom, callKeys, possible, type Pressed } from './callKeys';
import { usePhone } from '../../phone/phone';
import { WithKeypad } from '../../phone/WithKeypad';
import './control.css';

interface Control {
  action: Pressed;
  icon: React.ReactNode;
  /** Shown whether it is possible or not; the others come and go with the call. */
  always?: boolean;
  danger?: boolean;
}

const SIZE = 15;
const controls: Control[] = [
  { action: 'complete', icon: <Check size={SIZE} aria-hidden="true" /> },
  { action: 'swap', icon: <ArrowLeftRight size={SIZE} aria-hidden="true" /> },
  { action: 'conference', icon: <Users size={SIZE} aria-hidden="true" /> },
  { action: 'cancel', icon: <Undo2 size={SIZE} aria-hidden="true" /> },
  { action: 'transfer', icon: <PhoneForwarded size={SIZE} aria-hidden="true" />, always: true },
  { action: 'consult', icon: <MessageCircleQuestionMark size={SIZE} aria-hidden="true" />, always: true },
  { action: 'park', icon: <CircleParking size={SIZE} aria-hidden="true" />, always: true },
  { action: 'record-pause', icon: <MicOff size={SIZE} aria-hidden="true" /> },
  { action: 'record-resume', icon: <Mic size={SIZE} aria-hidden="true" /> },
  { action: 'reject', icon: <PhoneOff size={SIZE} aria-hidden="true" />, danger: true },
  { action: 'hangup', icon: <PhoneOff size={SIZE} aria-hidden="true" />, danger: true },
];

/** What a telephone does with keys of its own; the browser's stand in the call bar. */
const ofTheDeskPhone = [
  { key: 'hold', icon: <Pause size={SIZE} aria-hidden="true" /> },
  { key: 'mute', icon: <Mic size={SIZE} aria-hidden="true" /> },
] as const;

/** A consultation is told of in words. */
const told = (state: LineView['state']) => (state === 'calling-third' || state === 'consulting' || state === 'between' || state === 'together' ? state : null);

/** What can be done with the call on the desk, and by which key; the keys themselves are {@link CallKeys}'. */
export function CallControls({ callId, line }: { callId: string; line: LineView }) {
  const { t } = useText();
  const { agentName } = useDirectory();
  const act = useAct();
  const ask = useAsking((s) => s.ask);
  const atBrowser = usePhone().mode === 'browser';
  const simulated = useQuery(infoQuery).data?.pbxSimulated ?? false;
  const able = possible(line, simulated, atBrowser);
  const can = (action: string) => able.has(action);
  const consultation = told(line.state);
  const talks = line.state !== 'ringing' && line.state !== 'dialling';
  const shown = controls.filter((c) => can(c.action) || (c.always && !consultation && line.state !== 'ringing'));
  const { mutate } = act;
  const press = (action: Pressed) => (asksWhom(action) ? ask(action) : mutate({ callId, action }));
  const whyNot = t(simulated ? 'control.notSimulated' : 'control.notNow');
  const keypad = (
    <Button size="small" icon={<Grid3x3 size={SIZE} aria-hidden="true" />} disabled={!can('dtmf')}>
      {t('control.keypad')}
    </Button>
  );

  return (
    <div className="call-controls" role="toolbar" aria-label={t('control.title')}>
      {line.third && consultation && (
        <p className="call-controls-third" role="status">
          {t(`control.line-${consultation}`, { who: agentName(line.third) })}
        </p>
      )}
      {shown.map((c) => (
        <Tooltip key={c.action} title={can(c.action) ? `Alt ${callKeys[c.action]}` : whyNot}>
          <Button
            size="small"
            icon={c.icon}
            danger={c.danger ?? false}
            type={c.action === 'complete' ? 'primary' : 'default'}
            disabled={!can(c.action)}
            loading={act.isPending && act.variables?.action === c.action}
            onClick={() => press(c.action)}
          >
            {t(`control.${c.action}`)}
          </Button>
        </Tooltip>
      ))}
      {!atBrowser &&
        talks &&
        ofTheDeskPhone.map(({ key, icon }) => (
          <Tooltip key={key} title={t('control.ofThePhone')}>
            <Button size="small" icon={icon} disabled>
              {t(`phone.${key}`)}
            </Button>
          </Tooltip>
        ))}
      {can('dtmf') ? (
        <WithKeypad press={(tones) => mutate({ callId, action: 'dtmf', tones })}>{keypad}</WithKeypad>
      ) : (
        !atBrowser && talks && <Tooltip title={whyNot}>{keypad}</Tooltip>
      )}
      {line.recording === 'silent' && (
        <span className="call-controls-silent" role="status">
          <MicOff size={13} aria-hidden="true" /> {t('control.notRecorded')}
        </span>
      )}
    </div>
  );
}

/** What is pressed in a hurry. */
const inTheBar = new Set<Pressed>(['transfer', 'record-pause', 'record-resume', 'reject', 'hangup']);

/** The same in short, for the call bar on every other page; a narrow one only leads to the desk. */
export function BarControls({ callId, line }: { callId: string; line: LineView }) {
  const { t } = useText();
  const { mutate, isPending } = useAct();
  const ask = useAsking((s) => s.ask);
  const atBrowser = usePhone().mode === 'browser';
  const able = possible(line, useQuery(infoQuery).data?.pbxSimulated ?? false, atBrowser);
  return (
    <span className="bar-controls" role="toolbar" aria-label={t('control.title')}>
      {controls
        .filter(({ action }) => inTheBar.has(action) && able.has(action))
        .map(({ action, icon, danger }) => (
          <Tooltip key={action} title={`${t(`control.${action}`)} (Alt ${callKeys[action]})`}>
            <button
              type="button"
              className={`icon-button${danger ? ' phone-danger' : ''}${action === 'record-resume' ? ' phone-on' : ''}`}
              aria-label={t(`control.${action}`)}
              disabled={isPending}
              onClick={() => (asksWhom(action) ? ask(action) : mutate({ callId, action }))}
            >
              {icon}
            </button>
          </Tooltip>
        ))}
      {able.has('dtmf') && (
        <WithKeypad press={(tones) => mutate({ callId, action: 'dtmf', tones })}>
          <button type="button" className="icon-button" aria-label={t('control.keypad')} title={t('control.keypad')}>
            <Grid3x3 size={SIZE} aria-hidden="true" />
          </button>
        </WithKeypad>
      )}
    </span>
  );
}

/** The controls of the call on the desk, nothing while no phone is in it. */
export function DeskCallControls() {
  const line = useDesk((s) => s.line);
  const call = useDesk((s) => s.call);
  return line && call ? <CallControls callId={call.id} line={line} /> : null;
}
