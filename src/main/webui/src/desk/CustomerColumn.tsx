import { useQuery } from '@tanstack/react-query';
import { Contact } from 'lucide-react';
import { CustomerCardBody, CustomerTitle } from '../customers/CustomerCard';
import { customerQuery } from '../customers/queries';
import type { CustomerCard as Card, Pop } from '../shared/api/types';
import { useText } from '../shared/i18n/useText';
import { Section } from '../shared/ui/DetailDrawer';
import { Empty, Loaded, Skeleton } from '../shared/ui/Loaded';
import { RecordLink } from '../shared/ui/RecordLink';
import { Tags } from '../shared/ui/Tags';
import { TicketLine } from '../tickets/OpenTickets';
import { useDeskCustomer } from './useDeskCustomer';
import { useLostForAWhile } from './useLost';

/** The customer on the phone: from the pop at once, the whole card as soon as it is read. */
export function CustomerColumn() {
  const { t } = useText();
  const { pop, customerId } = useDeskCustomer();
  const lost = useLostForAWhile();
  return (
    <aside className="desk-column desk-customer" aria-label={t('calls.customer')}>
      {customerId ? (
        <CustomerPanel key={customerId} id={customerId} pop={pop} />
      ) : pop && !pop.complete ? (
        <Skeleton lines={6} />
      ) : (
        <div className="desk-idle">
          <Empty icon={Contact} title={pop ? t('desk.noCustomerYet') : t('desk.noCustomer')} hint={pop ? t('desk.noCustomerYetHint') : lost ? t('desk.noPop') : t('desk.noCustomerHint')} />
        </div>
      )}
    </aside>
  );
}

function CustomerPanel({ id, pop }: { id: string; pop: Pop | null }) {
  const { t } = useText();
  const query = useQuery(customerQuery(id));
  const card = pop?.customers.find((c) => c.id === id);
  const head = query.data ?? card;
  return (
    <>
      {head && (
        <header className="desk-customer-head">
          <h2 className="grow">
            <CustomerTitle customer={head} />
          </h2>
          <RecordLink to={`/customers/${id}`}>{t('desk.openCard')}</RecordLink>
        </header>
      )}
      {!query.data && card && pop ? <PoppedCard card={card} pop={pop} /> : <Loaded query={query} lines={8}>{(customer) => <CustomerCardBody customer={customer} />}</Loaded>}
    </>
  );
}

function PoppedCard({ card, pop }: { card: Card; pop: Pop }) {
  const { t, phone } = useText();
  return (
    <>
      <div className="customer-facts">
        <Tags tags={card.tags} vip={card.vip} max={8} />
        {card.phones.map((number) => (
          <span key={number} className="tabular soft">
            {phone(number)}
          </span>
        ))}
      </div>
      {pop.tickets.length > 0 && (
        <Section title={t('customers.openTickets')}>
          <ul className="ticket-lines">
            {pop.tickets.map((ticket) => (
              <TicketLine key={ticket.id} ticket={ticket} />
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}
