import { Modal } from 'antd';
import { coachKeys } from '../coaching/coachKeys';
import { coachModes } from '../coaching/types';
import { callKeys, phoneKeys } from '../desk/control/callKeys';
import { customerKeys } from '../desk/customerKeys';
import { usePhone } from '../phone/phone';
import { mayCoach, useMe, type Room } from '../session/session';
import { useText } from '../shared/i18n/useText';
import { roomEntries } from './rooms';

const atCall = ['transfer', 'consult', 'complete', 'swap', 'conference', 'cancel', 'park', 'hangup'] as const;

export function ShortcutSheet({ open, close, rooms }: { open: boolean; close: () => void; rooms: Set<Room> }) {
  const { t } = useText();
  const atBrowser = usePhone().mode === 'browser';
  const me = useMe();
  const general: [keys: string[], label: string][] = [
    [['Ctrl', 'K'], t('shortcuts.search')],
    [['?'], t('shortcuts.sheet')],
    [['Esc'], t('shortcuts.close')],
    [['J', 'K'], t('shortcuts.rows')],
    [['Enter'], t('shortcuts.open')],
  ];
  const desk: [keys: string[], label: string][] = rooms.has('desk')
    ? [
        [['Ctrl', 'Enter'], t('shortcuts.wrapUp')],
        [['Alt', 'N'], t('shortcuts.notes')],
        [['Alt', 'L'], t('shortcuts.callBack')],
        [['1–9'], t('shortcuts.candidate')],
        [['Alt', customerKeys.note], t('shortcuts.customerNote')],
        [['Alt', customerKeys.edit], t('shortcuts.customerEdit')],
        [['Alt', customerKeys.caller], t('shortcuts.customerCaller')],
        [['Alt', '← →'], t('shortcuts.script')],
        ...atCall.map((action): [string[], string] => [['Alt', callKeys[action]], t(`control.${action}`)]),
        [['Alt', callKeys['record-pause']], t('shortcuts.record')],
        ...(atBrowser
          ? ([
              [['Alt', phoneKeys.answer], t('phone.answer')],
              [['Alt', phoneKeys.hold], `${t('phone.hold')} / ${t('phone.resume')}`],
              [['Alt', phoneKeys.mute], `${t('phone.mute')} / ${t('phone.unmute')}`],
            ] as [string[], string][])
          : []),
        [['Alt', phoneKeys.dial], t('control.dialOther')],
        [['Ctrl', 'K', '…', 'Ctrl', 'Enter'], t('shortcuts.callFound')],
        ...(mayCoach(me)
          ? [
              ...coachModes.map((mode): [string[], string] => [['Alt', coachKeys[mode]], t(`coaching.mode.${mode}`)]),
              [['Alt', coachKeys.takeOver], t('coaching.takeOver')] as [string[], string],
            ]
          : []),
      ]
    : [];
  return (
    <Modal open={open} onCancel={close} footer={null} title={t('shortcuts.title')} width={560} destroyOnHidden>
      <div className="sheet">
        <Group title={t('shortcuts.general')} items={[...general, ...desk]} />
        <Group
          title={t('shortcuts.goTo')}
          items={roomEntries.filter((e) => rooms.has(e.room)).map((e) => [['G', e.key.toUpperCase()], t(`room.${e.room}`)])}
        />
      </div>
    </Modal>
  );
}

function Group({ title, items }: { title: string; items: [keys: string[], label: string][] }) {
  return (
    <section>
      <h2>{title}</h2>
      <ul>
        {items.map(([keys, label]) => (
          <li key={label}>
            <span>{label}</span>
            <span className="sheet-keys">
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
