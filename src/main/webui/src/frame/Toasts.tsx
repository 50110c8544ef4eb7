import { App } from 'antd';
import { useEffect } from 'react';
import { useNotices } from './notices';
import { useNoticeText } from './useNoticeText';

/** New work is said once, quietly; the bell keeps it. */
export function Toasts() {
  const { message } = App.useApp();
  const say = useNoticeText();
  useEffect(
    () =>
      useNotices.subscribe(({ items }, before) => {
        const newest = items[0];
        if (newest && newest.id !== before.items[0]?.id && /^task\..*\.created$/.test(newest.code)) message.info(say(newest), 4);
      }),
    [message, say],
  );
  return null;
}
