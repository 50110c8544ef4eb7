import { useEffect, useState } from 'react';
import { useDesk } from './deskStore';

/** A blink of the connection is nobody's business; two seconds are. */
export function useLostForAWhile(): boolean {
  const connection = useDesk((s) => s.connection);
  const away = connection === 'lost' || connection === 'connecting';
  const [shown, setShown] = useState(false);
  useEffect(() => {
    if (!away) {
      setShown(false);
      return;
    }
    const timer = setTimeout(() => setShown(true), 2000);
    return () => clearTimeout(timer);
  }, [away]);
  return shown;
}
