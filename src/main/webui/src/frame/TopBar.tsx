import { Dropdown, Tooltip } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { Keyboard, LogOut, Menu, Search } from 'lucide-react';
import { CallBar } from '../desk/callbar/CallBar';
import { isTalking, leavePhone } from '../phone/phone';
import { roomsOf, signOut, useMe } from '../session/session';
import { useGo } from '../shared/go';
import { useText } from '../shared/i18n/useText';
import { Bell } from './Bell';
import { LanguageSwitch, ThemeSwitch } from './Preferences';
import { useNotices } from './notices';
import { useConfirm } from '../shared/ui/useConfirm';

interface TopBarProps {
  search: () => void;
  shortcuts: () => void;
  menu: () => void;
}

export function TopBar({ search, shortcuts, menu }: TopBarProps) {
  const { t } = useText();
  const me = useMe();
  const go = useGo();
  const client = useQueryClient();

  const confirm = useConfirm();

  const leave = async () => {
    if (isTalking() && !(await confirm({ title: t('phone.signOutTitle'), content: t('phone.signOutText'), doIt: t('phone.signOut'), leaveIt: t('phone.stay'), danger: true }))) return;
    leavePhone();
    await signOut().catch(() => undefined);
    useNotices.getState().clear();
    // What was read for this person goes only once nothing on screen shows it any more.
    await go('/sign-in', { search: {} });
    client.clear();
  };

  return (
    <header className="topbar">
      <button type="button" className="icon-button topbar-menu" aria-label={t('frame.rooms')} onClick={menu}>
        <Menu size={18} aria-hidden="true" />
      </button>
      <button type="button" className="topbar-search" onClick={search}>
        <Search size={14} aria-hidden="true" />
        <span>{t('search.short')}</span>
        <kbd aria-hidden="true">Ctrl K</kbd>
      </button>
      {roomsOf(me).has('desk') && <CallBar />}
      <div className="topbar-icons">
        <Bell />
        <LanguageSwitch />
        <ThemeSwitch />
        <Dropdown
          trigger={['click']}
          placement="bottomRight"
          menu={{
            items: [
              {
                key: 'who',
                type: 'group',
                label: `${me.username}${me.extension ? ` · ${t('users.extensionShort', { extension: me.extension })}` : ''}`,
              },
              { key: 'shortcuts', icon: <Keyboard size={14} />, label: t('shortcuts.title'), onClick: shortcuts },
              { type: 'divider' },
              { key: 'out', icon: <LogOut size={14} />, label: t('session.signOut'), onClick: () => void leave() },
            ],
          }}
        >
          <Tooltip title={me.name}>
            <button type="button" className="topbar-me">
              <span className="avatar" data-initials={initials(me.name)} />
              <span className="clip" style={{ maxWidth: 120 }}>
                {me.name}
              </span>
            </button>
          </Tooltip>
        </Dropdown>
      </div>
    </header>
  );
}

/** `Wei Zhang` → WZ, `王伟` → 伟. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  if (/^\p{Script=Han}+$/u.test(name.trim())) return Array.from(name.trim()).slice(-1).join('');
  return words
    .slice(0, 2)
    .map((w) => Array.from(w)[0] ?? '')
    .join('')
    .toUpperCase();
}
