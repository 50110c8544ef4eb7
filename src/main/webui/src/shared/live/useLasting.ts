import { useEffect, useState } from 'react';

/** Whether something has been so for a while: a blink of a connection is nobody's business. */
export function useLasting(so: boolean, ms = 2000): boolean {
  const [lasting, setLasting] = useState(false);
  useEffect(() => {
    if (!so) {
      setLasting(false);
      return;
    }
    const timer = setTimeout(() => setLasting(true), ms);
    return () => clearTimeout(timer);
  }, [so, ms]);
  return lasting;
}
