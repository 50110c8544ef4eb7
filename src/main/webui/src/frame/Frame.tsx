import { Outlet } from '@tanstack/react-router';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { CoachingBar } from '../coaching/CoachingBar';
import { readyRingOnGesture } from '../desk/ring';
import { useDesk } from '../desk/deskStore';
import { startDeskFeed } from '../desk/feed';
import { PresenceBanner } from '../desk/PresenceBanner';
import { PhoneBanner } from '../phone/PhoneBanner';
import { useBeingThePhone, usePhoneStore } from '../phone/phone';
import { roomsOf, useMe } from '../session/session';
import { useText } from '../shared/i18n/useText';
import { Announcer } from './Announcer';
import { PbxBanner } from './PbxBanner';
import { Rail } from './Rail';
import { Reminders } from './Reminders';
import { SearchDialog } from './SearchDialog';
import { ShortcutSheet } from './ShortcutSheet';
import { Toasts } from './Toasts';
import { TopBar } from './TopBar';
import { useShortcuts } from './shortcuts';
import './frame.css';

/** What stands around every room: rail, top bar with the call bar, banners, search and shortcuts. */
export function Frame() {
  const { t } = useText();
  const client = useQueryClient();
  const me = useMe();
  const rooms = roomsOf(me);
  const hasDesk = rooms.has('desk');
  const [searching, setSearching] = useState(false);
  const [sheet, setSheet] = useState(false);
  const [railOpen, setRailOpen] = useState(false);
  useShortcuts({ search: () => setSearching(true), sheet: () => setSheet(true), rooms });

  useEffect(() => {
    if (!hasDesk) return;
    readyRingOnGesture();
    return startDeskFeed(client);
  }, [client, hasDesk, me.id]);

  // The phone goes with the desk, but a call is never cut off for it.
  const elsewhere = useDesk((s) => s.connection === 'elsewhere');
  const inCall = usePhoneStore((s) => s.call !== null);
  useBeingThePhone(hasDesk && (!elsewhere || inCall));

  return (
    <div className="frame">
      <a className="skip" href="#content">
        {t('frame.skip')}
      </a>
      <Rail rooms={rooms} open={railOpen} close={() => setRailOpen(false)} />
      <div className="frame-main">
        <TopBar search={() => setSearching(true)} shortcuts={() => setSheet(true)} menu={() => setRailOpen(true)} />
        <PbxBanner />
        {hasDesk && <PresenceBanner />}
        {hasDesk && <PhoneBanner />}
        {hasDesk && <CoachingBar />}
        <main id="content" className="frame-content" tabIndex={-1}>
          <Outlet />
        </main>
      </div>
      {hasDesk && <Announcer />}
      <Toasts />
      {hasDesk && <Reminders />}
      <SearchDialog open={searching} close={() => setSearching(false)} />
      <ShortcutSheet open={sheet} close={() => setSheet(false)} rooms={rooms} />
    </div>
  );
}
