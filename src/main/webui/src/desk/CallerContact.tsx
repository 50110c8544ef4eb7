import { useMutation } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { Check, UserPlus } from 'lucide-react';
import { useState } from 'react';
import { newContactEditor } from '../customers/inplace/editors';
import { newContact, type NewContact } from '../customers/inplace/fields';
import { useCustomerSource } from '../customers/inplace/useCustomerSource';
import { mayWriteCustomers, useMe } from '../session/session';
import { ProblemError } from '../shared/api/problem';
import type { CustomerView } from '../shared/api/types';
import { useText } from '../shared/i18n/useText';
import { saveField } from '../shared/ui/inplace/save';
import { useProblemText } from '../shared/ui/useProblemText';
import { contactOnPhone, added } from './callerContacts';
import { ContactPicker } from './ContactPicker';
import { useChooseCustomer } from './useDeskCustomer';
import { useFarEnd } from './useFarEnd';
import './caller.css';

interface CallerContactProps {
  callId: string;
  customer: CustomerView;
  /** Who was said to be on the phone. */
  contactId: string | null;
  /** Whose number it is, as the pop told. */
  popped: string | null;
}

/** Who of the customer's people is on the phone, and how to say that it is somebody else: before, during and after the call. */
export function CallerContact({ callId, customer, contactId, popped }: CallerContactProps) {
  const { t } = useText();
  const [asking, setAsking] = useState(false);
  const who = contactOnPhone(customer, contactId, popped);
  return (
    <div className="caller">
      <div className="row">
        <span className="grow clip">
          <span className="soft">{t('caller.onPhone')}</span> {who ?? <span className="faint">{t('caller.unknown')}</span>}
        </span>
        <button type="button" className="plain-button small caller-change" aria-expanded={asking} onClick={() => setAsking(!asking)}>
          {t(asking ? 'common.cancel' : 'caller.change')}
        </button>
      </div>
      {asking && <Choices callId={callId} customer={customer} contactId={contactId} done={() => setAsking(false)} />}
    </div>
  );
}

function Choices({ callId, customer, contactId, done }: Omit<CallerContactProps, 'popped'> & { done: () => void }) {
  const { t } = useText();
  const may = mayWriteCustomers(useMe());
  const choose = useChooseCustomer();
  const [making, setMaking] = useState(false);
  const pick = (id: string, name: string, contact?: { id: string; name: string | null }) => {
    choose.mutate({ callId, customerId: id, name, ...(contact ? { contact } : {}) });
    done();
  };
  return (
    <div
      className="caller-choices"
      role="group"
      aria-label={t('caller.title')}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.preventDefault();
        done();
      }}
    >
      <ul>
        {customer.contacts.map((contact, at) => (
          <li key={contact.id}>
            {/* The reader has just asked for the choice. */}
            <button type="button" autoFocus={at === 0} className="caller-choice" aria-pressed={contact.id === contactId} onClick={() => pick(customer.id, customer.name, { id: contact.id, name: contact.name ?? null })}>
              <span className="grow clip">{contact.name ?? customer.name}</span>
              {contact.title && <span className="soft small clip">{contact.title}</span>}
              {contact.id === contactId && <Check size={13} aria-hidden="true" />}
            </button>
          </li>
        ))}
      </ul>
      {may &&
        (making ? (
          <NewCaller callId={callId} customer={customer} done={done} />
        ) : (
          <Button size="small" icon={<UserPlus size={13} aria-hidden="true" />} onClick={() => setMaking(true)}>
            {t('caller.newContact')}
          </Button>
        ))}
      <div>
        <label className="small soft" htmlFor="caller-pick">
          {t('caller.elsewhere')}
        </label>
        <ContactPicker id="caller-pick" onPick={(found) => pick(found.customerId, found.customerName, found.contact)} />
      </div>
    </div>
  );
}

/** A contact more, with the number that calls; on the phone as soon as it is kept. */
function NewCaller({ callId, customer, done }: { callId: string; customer: CustomerView; done: () => void }) {
  const { t } = useText();
  const { message } = App.useApp();
  const problemText = useProblemText();
  const { number } = useFarEnd();
  const source = useCustomerSource(customer.id);
  const choose = useChooseCustomer();
  const [value, setValue] = useState<NewContact>({ name: '', phone: number ?? '' });
  const make = useMutation({
    mutationFn: async () => {
      const result = await saveField(customer, newContact, value, source);
      return 'saved' in result ? result.saved : null;
    },
    onSuccess: (saved) => {
      const contact = saved && added(customer, saved, value.name);
      if (contact) choose.mutate({ callId, customerId: customer.id, name: customer.name, contact: { id: contact.id, name: contact.name ?? null } });
      done();
    },
    onError: (error) => void message.error(problemText(error)),
  });
  return (
    <form
      className="stack"
      aria-label={t('caller.newContact')}
      onSubmit={(event) => {
        event.preventDefault();
        if (value.name.trim() && !make.isPending) make.mutate();
      }}
    >
      {newContactEditor({ id: 'caller-new', value, change: setValue, save: () => undefined, disabled: make.isPending, errors: make.error instanceof ProblemError ? make.error.errors : [] })}
      <div className="row">
        <Button size="small" type="primary" htmlType="submit" loading={make.isPending} disabled={!value.name.trim()}>
          {t('caller.add')}
        </Button>
      </div>
    </form>
  );
}
