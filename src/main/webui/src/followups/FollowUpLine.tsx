import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Tooltip } from 'antd';
import { Check } from 'lucide-react';
import { DialButton } from '../desk/control/DialNumber';
import type { FollowUpView } from '../shared/api/types';
import { useNow } from '../shared/clock/clock';
import { useGo } from '../shared/go';
import { useText } from '../shared/i18n/useText';
import { useProblemText } from '../shared/ui/useProblemText';
import { When } from '../shared/ui/When';
import { markDone } from './queries';

/** As long as this it is due; then it is late. */
const DUE_MS = 15 * 60_000;

const sameDay = (iso: string, nowMs: number) => new Date(iso).toDateString() === new Date(nowMs).toDateString();

/** One open follow-up in a narrow column: when, whom, and the two things to do about it. */
export function FollowUpLine({ followUp, withCustomer }: { followUp: FollowUpView; withCustomer?: boolean }) {
  const { t, phone, time } = useText();
  const go = useGo();
  const client = useQueryClient();
  const { message } = App.useApp();
  const problemText = useProblemText();
  const at = useNow();
  const late = at - Date.parse(followUp.dueAt);
  const done = useMutation({
    mutationFn: markDone,
    onSettled: () => client.invalidateQueries({ queryKey: ['list', 'follow-ups'] }),
    onError: (error) => void message.error(problemText(error)),
  });
  if (done.isSuccess) return null;
  const number = phone(followUp.phone);
  const kind = t(`followUpKind.${followUp.kind}`);
  const title = withCustomer ? (followUp.customerName ?? (number || kind)) : followUp.note || kind;
  const more = withCustomer ? followUp.customerName && number : (followUp.assigneeName ?? t('common.nobody'));
  return (
    <li className="follow-up-row">
      <button type="button" className="plain-button ticket-line" onClick={() => go(`/follow-ups/${followUp.id}`, { search: {} })}>
        <span className="grow">
          <span className="ticket-line-subject clip">{title}</span>
          <span className="small clip ticket-line-more">
            <span className={late < 0 ? 'soft' : late < DUE_MS ? 'follow-up-due' : 'follow-up-late'}>
              {late >= 0 && `${t(late < DUE_MS ? 'followUps.dueNow' : 'followUps.overdue')} `}
              {sameDay(followUp.dueAt, at) ? <time dateTime={followUp.dueAt}>{time(followUp.dueAt)}</time> : <When at={followUp.dueAt} />}
            </span>
            {more && <span className="soft tabular"> · {more}</span>}
          </span>
        </span>
        {followUp.attempts > 1 && (
          <span className="follow-up-times tabular" title={t('followUps.times', { count: followUp.attempts })}>
            {followUp.attempts}×
          </span>
        )}
      </button>
      <DialButton number={followUp.phone} customerId={followUp.customerId ?? null} />
      <Tooltip title={t('followUps.markDone')}>
        <button type="button" className="icon-button follow-up-check" aria-label={t('followUps.markDone')} disabled={done.isPending} onClick={() => done.mutate(followUp)}>
          <Check size={14} aria-hidden="true" />
        </button>
      </Tooltip>
    </li>
  );
}
