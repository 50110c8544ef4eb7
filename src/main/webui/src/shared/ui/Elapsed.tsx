import { useNow } from '../clock/clock';
import { clockTime } from '../format/duration';

/** Running time since a server moment, in tabular figures of steady width. */
export function Elapsed({ since }: { since: string }) {
  const now = useNow();
  return <span className="tabular">{clockTime(now - Date.parse(since))}</span>;
}

/** Time left until a server moment; stands at 0:00 afterwards. */
export function Remaining({ until }: { until: string }) {
  const now = useNow();
  return <span className="tabular">{clockTime(Date.parse(until) - now + 999)}</span>;
}
