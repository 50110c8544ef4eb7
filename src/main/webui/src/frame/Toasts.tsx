import { App } from 'antd';
import { useEffect } from 'react';
import { useNotices } from './notices';
import { useNoticeText } from './useNoticeText';

const said = /^(task\..*\.created|forced-.*|desk-taken-over|message|coach-not-placed|not-taken-over)$/;

/** New work, and what others did to one's own place, is said once, quietly; the bell keeps it. */
export function Toasts() {
  const { message } = App.useApp();
  const say = useNoticeText();
  useEffect(
    () =>
      useNotices.subscribe(({ items }, before) => {
        const newest = items[0];
        if (newest && !newest.read && newest.id !== before.items[0]?.id && said.test(newest.code)) message.info(say(newest), newest.code === 'message' ? 10 : 4);
      }),
    [message, say],
  );
  return null;
}
