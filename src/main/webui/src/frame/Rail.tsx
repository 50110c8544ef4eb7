import { Link } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { Tooltip } from 'antd';
import { FlaskConical, PanelLeftClose, PanelLeftOpen } from 'lucide-react';
import { useState } from 'react';
import { useMe, type Room } from '../session/session';
import { usePath } from '../shared/go';
import { useText } from '../shared/i18n/useText';
import { infoQuery } from '../shared/info';
import { Brand } from '../shared/ui/Brand';
import { roomEntries, startOf } from './rooms';

const KEY = 'trunkline.rail';

interface RailProps {
  rooms: Set<Room>;
  /** On narrow screens the rail is a drawer. */
  open: boolean;
  close: () => void;
}

export function Rail({ rooms, open, close }: RailProps) {
  const { t } = useText();
  const me = useMe();
  const path = usePath();
  const info = useQuery(infoQuery).data;
  const [small, setSmall] = useState(() => localStorage.getItem(KEY) === 'small');
  const isSmall = small && !open;
  const entries = roomEntries.filter((e) => rooms.has(e.room));
  const admin = entries.filter((e) => e.admin);

  const item = ({ room, path: to, icon: Icon }: (typeof roomEntries)[number]) => {
    const current = path === to || path.startsWith(`${to}/`);
    return (
      <Tooltip key={room} title={isSmall ? t(`room.${room}`) : ''} placement="right">
        <Link
          to={to as never}
          search={startOf(room, me) as never}
          className={`rail-item${current ? ' rail-item-current' : ''}`}
          aria-current={current ? 'page' : undefined}
          aria-label={t(`room.${room}`)}
          onClick={close}
        >
          <Icon size={16} aria-hidden="true" />
          <span className="rail-word clip">{t(`room.${room}`)}</span>
        </Link>
      </Tooltip>
    );
  };

  return (
    <>
      <aside aria-label={t('frame.sidebar')} className={`rail${isSmall ? ' rail-small' : ''}${open ? ' rail-open' : ''}`}>
        <div className="rail-head">
          <Brand wordless={isSmall} />
        </div>
        <nav aria-label={t('frame.rooms')}>
          {entries.filter((e) => !e.admin).map(item)}
          {admin.length > 0 && <div className="rail-group">{t('frame.admin')}</div>}
          {admin.map(item)}
        </nav>
        <div className="rail-foot">
          {info?.pbxSimulated && (
            <Tooltip title={t('pbx.simulatedLong')} placement="right">
              <div className="rail-badge">
                <FlaskConical size={14} aria-hidden="true" />
                <span className="rail-word">{t('pbx.simulated')}</span>
              </div>
            </Tooltip>
          )}
          <button
            type="button"
            className="rail-item"
            aria-expanded={!isSmall}
            aria-label={isSmall ? t('frame.expand') : t('frame.collapse')}
            onClick={() => {
              if (open) close();
              else {
                localStorage.setItem(KEY, small ? 'wide' : 'small');
                setSmall(!small);
              }
            }}
          >
            {isSmall ? <PanelLeftOpen size={16} aria-hidden="true" /> : <PanelLeftClose size={16} aria-hidden="true" />}
            <span className="rail-word">{t('frame.collapse')}</span>
          </button>
        </div>
      </aside>
      {open && <button type="button" className="rail-veil rail-veil-on" aria-label={t('common.close')} onClick={close} />}
    </>
  );
}
