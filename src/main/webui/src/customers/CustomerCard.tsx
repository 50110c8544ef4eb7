import { Button } from 'antd';
import { Plus } from 'lucide-react';
import type { CustomerView } from '../shared/api/types';
import { useText } from '../shared/i18n/useText';
import { useGo } from '../shared/go';
import { OpenFollowUps } from '../followups/OpenFollowUps';
import { mayWriteCustomers, roomsOf, useMe } from '../session/session';
import { Section } from '../shared/ui/DetailDrawer';
import { OpenTickets } from '../tickets/OpenTickets';
import { CustomerFacts } from './CustomerFacts';
import { firstPhone } from './firstPhone';
import { KindIcon } from './KindIcon';
import { NoteField } from './notes/NoteField';
import { Timeline } from './Timeline';
import './customer.css';

export function CustomerTitle({ customer }: { customer: Pick<CustomerView, 'name' | 'kind' | 'vip' | 'tags'> }) {
  return (
    <span className="customer-title">
      <KindIcon kind={customer.kind} />
      <span className="customer-name" title={customer.name}>
        {customer.name}
      </span>
    </span>
  );
}

interface CustomerCardBodyProps {
  customer: CustomerView;
  /** The call on the desk with this customer, and who of the contacts it is with. */
  callId?: string | null;
  contactId?: string | null;
}

/** All that is known of a customer, the same in the drawer and on the desk. */
export function CustomerCardBody({ customer, callId = null, contactId = null }: CustomerCardBodyProps) {
  const { t } = useText();
  const go = useGo();
  const me = useMe();
  const rooms = roomsOf(me);
  const number = firstPhone(customer);
  return (
    <div className="customer-card">
      <CustomerFacts customer={customer} onPhone={contactId} />
      {rooms.has('tickets') && (
        <Section
          title={t('customers.openTickets')}
          extra={
            <Button
              type="text"
              size="small"
              icon={<Plus size={14} aria-hidden="true" />}
              onClick={() => go('/tickets/new', { search: { customerId: customer.id } })}
            >
              {t('tickets.new')}
            </Button>
          }
        >
          <OpenTickets customerId={customer.id} />
        </Section>
      )}
      {rooms.has('follow-ups') && (
        <Section
          title={t('followUps.openOnes')}
          extra={
            <Button
              type="text"
              size="small"
              icon={<Plus size={14} aria-hidden="true" />}
              onClick={() => go('/follow-ups/new', { search: { customerId: customer.id, customerName: customer.name, ...(number ? { phone: number } : {}) } })}
            >
              {t('followUps.new')}
            </Button>
          }
        >
          <OpenFollowUps customerId={customer.id} />
        </Section>
      )}
      <Section title={t('customers.timeline')}>
        {mayWriteCustomers(me) && <NoteField key={customer.id} customerId={customer.id} callId={callId} />}
        <Timeline customerId={customer.id} />
      </Section>
    </div>
  );
}
