import type { FollowUpView } from '../shared/api/types';
import { useNow } from '../shared/clock/clock';
import { FollowUpStatusMark } from '../shared/ui/states';

/** Open, done, cancelled, or open and late. */
export function Status({ followUp, pill }: { followUp: FollowUpView; pill?: boolean }) {
  const now = useNow();
  return <FollowUpStatusMark status={followUp.status} overdue={Date.parse(followUp.dueAt) < now} pill={pill ?? false} />;
}
