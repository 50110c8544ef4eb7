import { useQuery } from '@tanstack/react-query';
import { FollowUpLine } from '../followups/FollowUpLine';
import { ParkedCalls } from './control/ParkedCalls';
import { answer, api } from '../shared/api/client';
import { now } from '../shared/clock/clock';
import { useText } from '../shared/i18n/useText';
import { Section } from '../shared/ui/DetailDrawer';
import { Loaded } from '../shared/ui/Loaded';
import { RecordLink } from '../shared/ui/RecordLink';
import { TicketLine } from '../tickets/OpenTickets';
import '../followups/followup.css';

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
      <ParkedCalls />
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
                  <FollowUpLine key={f.id} followUp={f} withCustomer />
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
