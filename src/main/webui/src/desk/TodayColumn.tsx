import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Tooltip } from 'antd';
import { Check } from 'lucide-react';
import { markDone } from '../followups/queries';
import { answer, api } from '../shared/api/client';
import type { FollowUpView } from '../shared/api/types';
import { now, useNow } from '../shared/clock/clock';
import { useGo } from '../shared/go';
import { useText } from '../shared/i18n/useText';
import { Section } from '../shared/ui/DetailDrawer';
import { Loaded } from '../shared/ui/Loaded';
import { RecordLink } from '../shared/ui/RecordLink';
import { useProblemText } from '../shared/ui/useProblemText';
import { When } from '../shared/ui/When';
import { TicketLine } from '../tickets/OpenTickets';

/** As many as leave room for the tickets below; the rest is one click away. */
const CALLBACKS = 8;
const TICKETS = 20;

function endOfToday(): string {
  const midnight = new Date(now());
  midnight.setHours(24, 0, 0, 0);
  return midnight.toISOString();
}

/** What is waiting for this agent: calls to return today, tickets in hand. */
export function TodayColumn() {
  const { t } = useText();
  const followUps = useQuery({
    queryKey: ['list', 'follow-ups', 'desk'],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/v1/follow-ups', { params: { query: { status: 'open', assignee: 'me,none', dueBefore: endOfToday(), sort: 'dueAt', limit: CALLBACKS } }, signal })),
  });
  const tickets = useQuery({
    queryKey: ['list', 'tickets', 'desk'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/tickets', { params: { query: { status: 'open', assignee: 'me', limit: TICKETS } }, signal })),
  });
  return (
    <aside className="desk-column desk-today" aria-label={t('desk.today')}>
      <Section
        title={t('desk.followUps')}
        extra={followUps.data && followUps.data.total > 0 && <Total path="/follow-ups" query="assignee=me,none&status=open" total={followUps.data.total} />}
      >
        <Loaded query={followUps} lines={4}>
          {({ items }) =>
            items.length === 0 ? (
              <p className="soft">{t('desk.noFollowUps')}</p>
            ) : (
              <ul className="ticket-lines">
                {items.map((f) => (
                  <FollowUpLine key={f.id} followUp={f} />
                ))}
              </ul>
            )
          }
        </Loaded>
      </Section>
      <Section title={t('desk.myTickets')} extra={tickets.data && tickets.data.total > 0 && <Total path="/tickets" query="assignee=me&status=open" total={tickets.data.total} />}>
        <Loaded query={tickets} lines={4}>
          {({ items }) =>
            items.length === 0 ? (
              <p className="soft">{t('desk.noTickets')}</p>
            ) : (
              <ul className="ticket-lines">
                {items.map((ticket) => (
                  <TicketLine key={ticket.id} ticket={ticket} withCustomer />
                ))}
              </ul>
            )
          }
        </Loaded>
      </Section>
    </aside>
  );
}

function Total({ path, query, total }: { path: string; query: string; total: number }) {
  const { t, number } = useText();
  return (
    <span className="small tabular">
      <RecordLink to={`${path}?${query}`}>{t('desk.all', { total: number(total) })}</RecordLink>
    </span>
  );
}

const sameDay = (iso: string, nowMs: number) => new Date(iso).toDateString() === new Date(nowMs).toDateString();

function FollowUpLine({ followUp }: { followUp: FollowUpView }) {
  const { t, phone, time } = useText();
  const go = useGo();
  const client = useQueryClient();
  const { message } = App.useApp();
  const problemText = useProblemText();
  const at = useNow();
  const overdue = Date.parse(followUp.dueAt) < at;
  const done = useMutation({
    mutationFn: markDone,
    onSettled: () => client.invalidateQueries({ queryKey: ['list', 'follow-ups'] }),
    onError: (error) => void message.error(problemText(error)),
  });
  if (done.isSuccess) return null;
  const number = phone(followUp.phone);
  return (
    <li className="desk-followup">
      <button type="button" className="plain-button ticket-line" onClick={() => go(`/follow-ups/${followUp.id}`, { search: {} })}>
        <span className="grow">
          <span className="ticket-line-subject clip">{followUp.customerName ?? (number || t(`followUpKind.${followUp.kind}`))}</span>
          <span className="small clip ticket-line-more">
            <span className={overdue ? 'desk-overdue' : 'soft'}>
              {overdue && `${t('followUps.overdue')} `}
              {sameDay(followUp.dueAt, at) ? <time dateTime={followUp.dueAt}>{time(followUp.dueAt)}</time> : <When at={followUp.dueAt} />}
            </span>
            {followUp.customerName && number && <span className="soft tabular"> · {number}</span>}
          </span>
        </span>
        {followUp.attempts > 1 && (
          <span className="desk-times tabular" title={t('followUps.times', { count: followUp.attempts })}>
            {followUp.attempts}×
          </span>
        )}
      </button>
      <Tooltip title={t('followUps.markDone')}>
        <button type="button" className="icon-button desk-done" aria-label={t('followUps.markDone')} disabled={done.isPending} onClick={() => done.mutate(followUp)}>
          <Check size={14} aria-hidden="true" />
        </button>
      </Tooltip>
    </li>
  );
}
