import { useEffect } from 'react';
import { useMe, type Room } from '../session/session';
import { useGo } from '../shared/go';
import { roomEntries, startOf } from './rooms';

interface Shortcuts {
  search: () => void;
  sheet: () => void;
  rooms: Set<Room>;
}

/** Keys belong to the field that is being typed in. */
export const typing = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** Keys that work everywhere: Ctrl-K, `/`, `?`, and `g` followed by a room's letter. */
export function useShortcuts({ search, sheet, rooms }: Shortcuts) {
  const go = useGo();
  const me = useMe();
  useEffect(() => {
    let pendingUntil = 0;
    const onKey = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        search();
        return;
      }
      if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
      const second = pendingUntil > event.timeStamp;
      pendingUntil = 0;
      if (second) {
        const entry = roomEntries.find((e) => e.key === event.key && rooms.has(e.room));
        if (entry) {
          event.preventDefault();
          go(entry.path, { search: startOf(entry.room, me) });
        }
      } else if (event.key === 'g') pendingUntil = event.timeStamp + 1500;
      else if (event.key === '?') {
        event.preventDefault();
        sheet();
      } else if (event.key === '/') {
        event.preventDefault();
        search();
      }
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [go, me, search, sheet, rooms]);
}
