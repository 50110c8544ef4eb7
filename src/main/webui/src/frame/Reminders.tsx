import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Tooltip } from 'antd';
import { AlarmClock, Phone, X } from 'lucide-react';
import { useDial } from '../desk/control/actions';
import { useDesk } from '../desk/deskStore';
import { useReminders, type Due } from '../desk/reminders';
import { remindLater, take } from '../followups/queries';
import { useMe } from '../session/session';
import { useText } from '../shared/i18n/useText';
import { RecordLink } from '../shared/ui/RecordLink';
import { useProblemText } from '../shared/ui/useProblemText';
import './reminders.css';

const SHOWN = 3;

/** Follow-ups that are due now, in the corner until somebody acts on them; never more than a few. */
export function Reminders() {
  const { t } = useText();
  const due = useReminders((s) => s.due);
  return (
    <section className="reminders" aria-label={t('reminder.title')} aria-live="polite">
      {due.length > SHOWN && <p className="reminder reminder-others small soft">{t('reminder.others', { count: due.length - SHOWN })}</p>}
      {due.slice(0, SHOWN).map((one) => (
        <Reminder key={one.id} due={one} />
      ))}
    </section>
  );
}

function Reminder({ due }: { due: Due }) {
  const { t, phone, time } = useText();
  const me = useMe();
  const client = useQueryClient();
  const { message } = App.useApp();
  const problemText = useProblemText();
  const busy = useDesk((s) => s.agent?.state === 'ringing' || s.agent?.state === 'on-call');
  const drop = useReminders((s) => s.drop);
  const dial = useDial();
  const settled = () => client.invalidateQueries({ queryKey: ['list', 'follow-ups'] });
  const later = useMutation({
    mutationFn: () => remindLater(due.id),
    onSuccess: (moved) => {
      drop(due.id);
      void message.info(t('reminder.moved', { time: time(moved.dueAt) }));
    },
    onError: (error) => void message.error(problemText(error)),
    onSettled: settled,
  });
  /** What is nobody's is taken first: of two who press at once, one calls. */
  const call = useMutation({
    mutationFn: async (number: string) => {
      if (!due.assigneeId) await take(due, me.id);
      return number;
    },
    onSuccess: (to) => {
      drop(due.id);
      dial.mutate({ to, customerId: due.customerId ?? null });
    },
    onError: (error) => void message.error(problemText(error)),
    onSettled: settled,
  });
  const number = phone(due.phone);
  const who = due.customerName ?? (number || t(`followUpKind.${due.kind}`));
  return (
    <article className="reminder" aria-label={who}>
      <header className="row">
        <AlarmClock size={14} aria-hidden="true" className="reminder-icon" />
        <span className="grow small reminder-when">{t('reminder.due', { time: time(due.dueAt) })}</span>
        <Tooltip title={t('reminder.dismiss')}>
          <button type="button" className="icon-button" aria-label={t('reminder.dismiss')} onClick={() => drop(due.id)}>
            <X size={14} aria-hidden="true" />
          </button>
        </Tooltip>
      </header>
      <p className="reminder-who">
        <RecordLink to={`/follow-ups/${due.id}`}>{who}</RecordLink>
        {due.customerName && number && <span className="soft tabular">{number}</span>}
      </p>
      {due.note && <p className="reminder-note soft">{due.note}</p>}
      <div className="row reminder-actions">
        {due.phone && me.extension && (
          <Tooltip title={busy ? t('control.dialBusy') : ''}>
            <Button type="primary" size="small" icon={<Phone size={13} aria-hidden="true" />} disabled={busy} loading={call.isPending} onClick={() => call.mutate(due.phone ?? '')}>
              {t('reminder.call')}
            </Button>
          </Tooltip>
        )}
        <Button size="small" loading={later.isPending} onClick={() => later.mutate()}>
          {t('reminder.later')}
        </Button>
      </div>
    </article>
  );
}
