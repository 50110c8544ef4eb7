import { Button } from 'antd';
import { Plus } from 'lucide-react';
import type { CustomerView } from '../shared/api/types';
import { useText } from '../shared/i18n/useText';
import { useGo } from '../shared/go';
import { roomsOf, useMe } from '../session/session';
import { Section } from '../shared/ui/DetailDrawer';
import { Tags } from '../shared/ui/Tags';
import { OpenTickets } from '../tickets/OpenTickets';
import { KindIcon } from './KindIcon';
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

/** All that is known of a customer, the same in the drawer and on the desk. */
export function CustomerCardBody({ customer }: { customer: CustomerView }) {
  const { t } = useText();
  const go = useGo();
  const rooms = roomsOf(useMe());
  return (
    <div className="customer-card">
      <CustomerFacts customer={customer} />
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
      <Section title={t('customers.timeline')}>
        <Timeline customerId={customer.id} />
      </Section>
    </div>
  );
}

function CustomerFacts({ customer }: { customer: CustomerView }) {
  const { t, phone } = useText();
  return (
    <section className="customer-facts">
      {(customer.tags.length > 0 || customer.vip || customer.ownerName) && (
        <div className="row tags-wrap">
          <Tags tags={customer.tags} vip={customer.vip} max={12} />
          {customer.ownerName && <span className="soft small customer-owner">{t('customers.ownedBy', { name: customer.ownerName })}</span>}
        </div>
      )}
      {customer.note && <p className="customer-note">{customer.note}</p>}
      <ul className="customer-contacts">
        {customer.contacts.map((contact) => (
          <li key={contact.id}>
            {contact.name && (customer.kind === 'company' || customer.contacts.length > 1) && (
              <div className="row">
                <span className="clip" title={contact.name}>
                  {contact.name}
                </span>
                {contact.title && <span className="soft small clip">{contact.title}</span>}
              </div>
            )}
            {contact.phones.map((p) => (
              <div key={p.raw} className="row customer-reach">
                <span className="tabular" title={p.raw}>
                  {phone(p.e164 ?? p.raw)}
                </span>
                {p.label && <span className="faint small clip">{p.label}</span>}
              </div>
            ))}
            {contact.email && <div className="customer-reach clip">{contact.email}</div>}
          </li>
        ))}
      </ul>
    </section>
  );
}
