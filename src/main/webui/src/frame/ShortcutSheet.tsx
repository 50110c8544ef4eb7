import { Modal } from 'antd';
import type { Room } from '../session/session';
import { useText } from '../shared/i18n/useText';
import { roomEntries } from './rooms';

export function ShortcutSheet({ open, close, rooms }: { open: boolean; close: () => void; rooms: Set<Room> }) {
  const { t } = useText();
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
        [['1–9'], t('shortcuts.candidate')],
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
