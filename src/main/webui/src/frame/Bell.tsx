import { Button, Popover, Switch, Tooltip } from 'antd';
import { Bell as BellIcon } from 'lucide-react';
import { useState } from 'react';
import { ringWanted, wantRing } from '../desk/ring';
import { useGo } from '../shared/go';
import { useText } from '../shared/i18n/useText';
import { When } from '../shared/ui/When';
import { useNotices, type Notice } from './notices';
import { useNoticeText } from './useNoticeText';

export function Bell() {
  const { t } = useText();
  const { items, readAll } = useNotices();
  const [open, setOpen] = useState(false);
  const unread = items.filter((n) => !n.read).length;
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      open={open}
      onOpenChange={(now) => {
        setOpen(now);
        if (!now) readAll();
      }}
      content={<History close={() => setOpen(false)} />}
    >
      <Tooltip title={open ? '' : t('bell.title')}>
        <button type="button" className="icon-button" aria-label={unread > 0 ? t('bell.unread', { count: unread }) : t('bell.title')}>
          <BellIcon size={16} aria-hidden="true" />
          {unread > 0 && <span className="bell-dot" />}
        </button>
      </Tooltip>
    </Popover>
  );
}

function History({ close }: { close: () => void }) {
  const { t } = useText();
  const { items, clear } = useNotices();
  const [ring, setRing] = useState(ringWanted);
  const can = typeof Notification !== 'undefined';
  const [permission, setPermission] = useState(can ? Notification.permission : 'denied');
  return (
    <div className="bell">
      <div className="bell-head">
        <h2>{t('bell.title')}</h2>
        {items.length > 0 && (
          <Button type="text" size="small" onClick={clear}>
            {t('bell.clear')}
          </Button>
        )}
      </div>
      <ul className="bell-list">
        {items.length === 0 && <li className="bell-item soft">{t('bell.empty')}</li>}
        {items.map((notice) => (
          <li key={notice.id}>
            <NoticeLine notice={notice} close={close} />
          </li>
        ))}
      </ul>
      <div className="bell-ask">
        <div className="row">
          <span className="grow">{t('bell.ring')}</span>
          <Switch
            size="small"
            aria-label={t('bell.ring')}
            checked={ring}
            onChange={(on) => {
              wantRing(on);
              setRing(on);
            }}
          />
        </div>
        {permission === 'default' && (
          <Button block onClick={() => void Notification.requestPermission().then(setPermission)}>
            {t('bell.allow')}
          </Button>
        )}
        {permission === 'denied' && can && <p className="small soft">{t('bell.denied')}</p>}
      </div>
    </div>
  );
}

function NoticeLine({ notice, close }: { notice: Notice; close: () => void }) {
  const go = useGo();
  const say = useNoticeText();
  const line = (
    <>
      <span className="grow" style={{ fontWeight: notice.read ? 400 : 600 }}>
        {say(notice)}
      </span>
      <span className="small soft">
        <When at={notice.at} />
      </span>
    </>
  );
  const { path } = notice;
  if (!path) return <div className="bell-item">{line}</div>;
  return (
    <button
      type="button"
      className="bell-item"
      onClick={() => {
        close();
        go(path, { search: {} });
      }}
    >
      {line}
    </button>
  );
}
