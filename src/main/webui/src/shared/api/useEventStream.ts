import { useEffect, useRef, useState } from 'react';

/** An event stream that was refused is closed for good by the browser: this much later it is asked for again. */
const AGAIN_MS = 10_000;

interface Ears {
  heard: (data: string) => void;
  /** The stream stays away; it is asked for again, and what was missed meanwhile nobody tells. */
  lost: () => void;
}

/** Listens to one of the service's event streams for as long as it is shown; gives false while it stays away. */
export function useEventStream(path: string, ears: Ears): boolean {
  const [live, setLive] = useState(true);
  const latest = useRef(ears);
  useEffect(() => {
    latest.current = ears;
  });

  useEffect(() => {
    let stream: EventSource;
    let again: ReturnType<typeof setTimeout> | undefined;
    const open = () => {
      stream = new EventSource(path);
      stream.onopen = () => setLive(true);
      stream.onmessage = (event: MessageEvent<string>) => latest.current.heard(event.data);
      stream.onerror = () => {
        // The stream ends now and then and comes back by itself; only one that stays away is worth a word.
        if (stream.readyState !== EventSource.CLOSED) return;
        setLive(false);
        latest.current.lost();
        again = setTimeout(open, AGAIN_MS);
      };
    };
    open();
    return () => {
      clearTimeout(again);
      stream.close();
    };
  }, [path]);

  return live;
}
