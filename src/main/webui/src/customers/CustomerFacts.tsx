import { useMutation } from '@tanstack/react-query';
import { App } from 'antd';
import { Plus, Star } from 'lucide-react';
import { DialNumber } from '../desk/control/DialNumber';
import { mayWriteCustomers, useMe } from '../session/session';
import type { CustomerView } from '../shared/api/types';
import { useDirectory } from '../shared/directory';
import { useText } from '../shared/i18n/useText';
import { InPlace } from '../shared/ui/inplace/InPlace';
import { saveField } from '../shared/ui/inplace/save';
import { Tags } from '../shared/ui/Tags';
import { useProblemText } from '../shared/ui/useProblemText';
import { Addresses } from './addresses/Addresses';
import { DuplicateHint } from './duplicates/DuplicateHint';
import { lineEditor, newContactEditor, ownerEditor, phonesEditor, tagsEditor, textEditor } from './inplace/editors';
import {
  contactPhones, contactText, newContact, noteField, ownerField, tagsField, vipField,
  type Contact, type CustomerField, type CustomerSource, type PhoneLine,
} from './inplace/fields';
import { useCustomerSource } from './inplace/useCustomerSource';
import { PinnedNotes } from './notes/PinnedNotes';
import './customer.css';

const contactNameEditor = lineEditor(200);
const titleEditor = lineEditor(100);
const emailEditor = lineEditor(200, 'email');

interface CustomerFactsProps {
  customer: CustomerView;
  /** Who of the contacts is on the telephone. */
  onPhone?: string | null;
}

/** Who the customer is and how to reach them; each value is changed where it stands. */
export function CustomerFacts({ customer, onPhone = null }: CustomerFactsProps) {
  const { t } = useText();
  const { personName } = useDirectory();
  const may = mayWriteCustomers(useMe());
  const source = useCustomerSource(customer.id);
  const words = (tags: string[] | undefined) => tags?.join(t('common.listSeparator')) || t('inplace.nothing');
  const owner = (id: string | null | undefined) => (id ? personName(id) || t('audit.somebody') : t('common.nobody'));
  return (
    <section className="customer-facts">
      <PinnedNotes customerId={customer.id} />
      <DuplicateHint key={`alike-${customer.id}`} customerId={customer.id} may={may} />
      {(may || customer.tags.length > 0 || customer.vip || customer.ownerName) && (
        <div className="row tags-wrap customer-marks">
          {(may || customer.vip) && <Vip customer={customer} source={source} may={may} />}
          <InPlace label={t('customers.tags')} record={customer} field={tagsField} empty={[]} source={source} may={may} editor={tagsEditor} say={words} className="customer-tags">
            {customer.tags.length > 0 ? <Tags tags={customer.tags} max={12} /> : may && <span className="faint small">{t('customers.noTags')}</span>}
          </InPlace>
          <InPlace label={t('customers.owner')} record={customer} field={ownerField} empty={null} source={source} may={may} editor={ownerEditor} say={owner} className="customer-owner">
            {customer.ownerName ? <span className="soft small">{t('customers.ownedBy', { name: customer.ownerName })}</span> : may && <span className="faint small">{t('customers.noOwner')}</span>}
          </InPlace>
        </div>
      )}
      {(may || customer.note) && (
        <InPlace label={t('customers.note')} record={customer} field={noteField} empty="" source={source} may={may} editor={textEditor} say={(text) => text || t('inplace.nothing')} className="customer-note-line">
          {customer.note ? <p className="customer-note">{customer.note}</p> : <span className="faint small">{t('customers.noNote')}</span>}
        </InPlace>
      )}
      <ul className="customer-contacts">
        {customer.contacts.map((contact) => (
          <ContactFacts key={contact.id} customer={customer} contact={contact} source={source} may={may} onPhone={contact.id === onPhone} />
        ))}
      </ul>
      {may && (
        <InPlace label={t('customers.addContact')} record={customer} field={newContact} empty={{ name: '', phone: '' }} source={source} may={may} editor={newContactEditor} say={(one) => one?.name} className="customer-new-contact">
          <span className="faint small customer-add">
            <Plus size={11} aria-hidden="true" /> {t('customers.addContact')}
          </span>
        </InPlace>
      )}
      <Addresses key={customer.id} customerId={customer.id} may={may} />
    </section>
  );
}

function Vip({ customer, source, may }: { customer: CustomerView; source: CustomerSource; may: boolean }) {
  const { t } = useText();
  const { message } = App.useApp();
  const problemText = useProblemText();
  const set = useMutation({
    mutationFn: (vip: boolean) => saveField(customer, vipField, vip, source),
    onError: (error) => void message.error(problemText(error)),
  });
  if (!may) return <Tags tags={[]} vip />;
  const vip = set.isPending ? set.variables : customer.vip;
  return (
    <button type="button" className={`tag customer-vip${vip ? ' tag-vip' : ''}`} aria-pressed={vip} disabled={set.isPending} onClick={() => set.mutate(!customer.vip)}>
      <Star size={10} aria-hidden="true" {...(vip ? { fill: 'currentColor' } : {})} /> {t('customers.vip')}
    </button>
  );
}

interface ContactFactsProps {
  customer: CustomerView;
  contact: Contact;
  source: CustomerSource;
  may: boolean;
  onPhone: boolean;
}

function ContactFacts({ customer, contact, source, may, onPhone }: ContactFactsProps) {
  const { t, phone } = useText();
  const named = contact.name && (customer.kind === 'company' || customer.contacts.length > 1);
  const whose = contact.name ?? customer.name;
  const inPlace = { record: customer, source, may };
  const text = (value: string | undefined) => value || t('inplace.nothing');
  const lines = (phones: PhoneLine[] | undefined) => phones?.map(({ raw, label }) => [phone(raw), label].filter(Boolean).join(' ')).join('\n') || t('inplace.nothing');
  const label = (what: string) => t('inplace.of', { what, whose });
  const line = (key: 'name' | 'title' | 'email'): CustomerField<string> => contactText(contact, key);
  return (
    <li className={onPhone ? 'customer-on-phone' : ''}>
      {(named || (may && customer.kind === 'company')) && (
        <div className="row customer-contact-head">
          <InPlace {...inPlace} label={label(t('customers.contactName'))} field={line('name')} empty="" editor={contactNameEditor} say={text}>
            <span className="clip" title={whose}>
              {contact.name ?? t('customers.contact')}
            </span>
          </InPlace>
          {(contact.title || may) && (
            <InPlace {...inPlace} label={label(t('customers.contactTitle'))} field={line('title')} empty="" editor={titleEditor} say={text}>
              <span className={`${contact.title ? 'soft' : 'faint'} small clip`}>{contact.title ?? t('customers.contactTitle')}</span>
            </InPlace>
          )}
        </div>
      )}
      {onPhone && <span className="tag customer-on-phone-mark">{t('caller.onPhone')}</span>}
      {(contact.phones.length > 0 || may) && (
        <InPlace {...inPlace} label={label(t('customers.phone'))} field={contactPhones(contact)} empty={[]} editor={phonesEditor} say={lines}>
          {contact.phones.length === 0 && <span className="faint small customer-reach">{t('customers.noPhone')}</span>}
          {contact.phones.map((p) => (
            <div key={p.raw} className="row customer-reach">
              <DialNumber number={p.e164 ?? p.raw} customerId={customer.id} />
              {p.label && <span className="faint small clip">{p.label}</span>}
            </div>
          ))}
        </InPlace>
      )}
      {(contact.email || may) && (
        <InPlace {...inPlace} label={label(t('customers.email'))} field={line('email')} empty="" editor={emailEditor} say={text}>
          <div className={`customer-reach clip${contact.email ? '' : ' faint small'}`}>{contact.email ?? t('customers.noEmail')}</div>
        </InPlace>
      )}
    </li>
  );
}
