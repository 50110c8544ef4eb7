import { useNow } from '../shared/clock/clock';
import { clockTime } from '../shared/format/duration';
import { useBoard } from './boardStore';
import { elapsed, stoodStillAt } from './figures';

/** The moment to which the board's times run: the present, or that from which on nothing more is heard. */
export function useBoardNow(ofCalls: boolean): number {
  const now = useNow();
  const lostAt = useBoard((s) => s.lostAt);
  const pbx = useBoard((s) => s.pbx);
  return stoodStillAt(lostAt, ofCalls ? pbx : null) ?? now;
}

/** Running time since an instant within a call, which the PBX's clock told; counts by itself. */
export function CallSince({ since }: { since: string }) {
  const aheadMs = useBoard((s) => s.pbx?.aheadMs);
  return <span className="tabular">{clockTime(elapsed(since, useBoardNow(true), aheadMs))}</span>;
}

/** Running time since an instant of the service's; counts by itself. */
export function Since({ since }: { since: string }) {
  return <span className="tabular">{clockTime(elapsed(since, useBoardNow(false)))}</span>;
}
