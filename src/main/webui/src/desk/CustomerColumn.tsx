import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Contact } from 'lucide-react';
import { useDeferredValue, useEffect } from 'react';
import { CustomerCardBody, CustomerTitle } from '../customers/CustomerCard';
import { lineEditor } from '../customers/inplace/editors';
import { nameField } from '../customers/inplace/fields';
import { useCustomerSource } from '../customers/inplace/useCustomerSource';
import { addressesQuery, customerQuery, pinnedQuery } from '../customers/queries';
import { mayWriteCustomers, useMe } from '../session/session';
import type { CustomerCard as Card, Pop } from '../shared/api/types';
import { useText } from '../shared/i18n/useText';
import { InPlace } from '../shared/ui/inplace/InPlace';
import { Section } from '../shared/ui/DetailDrawer';
import { Empty, Loaded, Skeleton } from '../shared/ui/Loaded';
import { RecordLink } from '../shared/ui/RecordLink';
import { Tags } from '../shared/ui/Tags';
import { TicketLine } from '../tickets/OpenTickets';
import { CallerContact } from './CallerContact';
import { useCustomerKeys } from './customerKeys';
import { useDeskCustomer } from './useDeskCustomer';
import { useLostForAWhile } from './useLost';

const nameEditor = lineEditor(200);

/** The customer on the phone: from the pop at once, the whole card as soon as it is read. */
export function CustomerColumn() {
  const { t } = useText();
  const { pop, callId, customerId, contactId } = useDeskCustomer();
  const lost = useLostForAWhile();
  // The name is painted first; what stands below follows in the next frame.
  const below = useDeferredValue(customerId) === customerId;
  return (
    <aside className="desk-column desk-customer" aria-label={t('calls.customer')}>
      {customerId ? (
        <CustomerPanel key={customerId} id={customerId} pop={pop} callId={callId} contactId={contactId} below={below} />
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

interface CustomerPanelProps {
  id: string;
  pop: Pop | null;
  callId: string | null;
  contactId: string | null;
  below: boolean;
}

function CustomerPanel({ id, pop, callId, contactId, below }: CustomerPanelProps) {
  const { t } = useText();
  const may = mayWriteCustomers(useMe());
  const source = useCustomerSource(id);
  useCustomerKeys();
  const query = useQuery(customerQuery(id));
  const client = useQueryClient();
  // Asked for beside the customer, not after: the whole card comes in one go.
  useEffect(() => {
    void client.prefetchQuery(addressesQuery(id));
    void client.prefetchQuery(pinnedQuery(id));
  }, [client, id]);
  const card = pop?.customers.find((c) => c.id === id);
  const head = query.data ?? card;
  return (
    <>
      {head && (
        <header className="desk-customer-head">
          <h2 className="grow">
            {query.data ? (
              <InPlace label={t('customers.name')} record={query.data} field={nameField} empty="" source={source} may={may} editor={nameEditor} say={(name) => name}>
                <CustomerTitle customer={query.data} />
              </InPlace>
            ) : (
              <CustomerTitle customer={head} />
            )}
          </h2>
          <RecordLink to={`/customers/${id}`}>{t('desk.openCard')}</RecordLink>
        </header>
      )}
      {!below ? null : !query.data && card && pop ? <PoppedCard card={card} pop={pop} /> : <Loaded query={query} lines={8}>{(customer) => (
        <>
          {callId && <CallerContact callId={callId} customer={customer} contactId={contactId} popped={card?.contactName ?? null} />}
          <CustomerCardBody customer={customer} callId={callId} contactId={contactId} />
        </>
      )}</Loaded>}
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
