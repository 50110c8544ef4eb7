import { Button } from 'antd';
import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import type { CustomerCard, Pop } from '../shared/api/types';
import { useText } from '../shared/i18n/useText';
import { CustomerPicker } from '../shared/ui/Pickers';
import { Skeleton } from '../shared/ui/Loaded';
import { Tags } from '../shared/ui/Tags';
import { NewCustomerModal } from './NewCustomerModal';
import { useChooseCustomer, useDeskCustomer } from './useDeskCustomer';

/** What to do first when the caller is not simply known: choose among several, make a new one, or nothing at all. */
export function FirstStep({ pop, callId }: { pop: Pop; callId: string }) {
  const { t } = useText();
  const { customerId } = useDeskCustomer();
  if (customerId) return null;
  if (!pop.complete) {
    return (
      <div className="first-step" role="status">
        <p className="soft">{t('desk.looking')}</p>
        <Skeleton lines={2} />
      </div>
    );
  }
  if (pop.customers.length > 1) return <Candidates customers={pop.customers} callId={callId} />;
  return <UnknownCaller pop={pop} callId={callId} />;
}

function Candidates({ customers, callId }: { customers: CustomerCard[]; callId: string }) {
  const { t } = useText();
  const choose = useChooseCustomer();
  return (
    <div className="first-step">
      <h3>{t('desk.whichOne', { count: customers.length })}</h3>
      <ul className="candidates">
        {customers.map((c) => (
          <li key={c.id}>
            <button type="button" className="candidate" disabled={choose.isPending} onClick={() => choose.mutate({ callId, customerId: c.id, name: c.name })}>
              <span className="grow">
                <span className="clip candidate-name">{c.name}</span>
                <span className="small soft clip candidate-more">{[c.contactName !== c.name ? c.contactName : null, c.ownerName].filter(Boolean).join(' · ')}</span>
              </span>
              <Tags tags={c.tags} vip={c.vip} max={2} />
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

function UnknownCaller({ pop, callId }: { pop: Pop; callId: string }) {
  const { t } = useText();
  const choose = useChooseCustomer();
  const [creating, setCreating] = useState(false);
  const withheld = pop.caller.withheld;
  return (
    <div className="first-step">
      <h3>{withheld ? t('desk.withheldStep') : t('desk.unknownStep')}</h3>
      <div className="first-step-actions">
        <Button type={withheld ? 'default' : 'primary'} icon={<UserPlus size={14} aria-hidden="true" />} onClick={() => setCreating(true)}>
          {t('customers.new')}
        </Button>
        <span className="soft small">{t('desk.or')}</span>
        <div className="grow">
          <label className="visually-hidden" htmlFor="desk-pick">
            {t('desk.pickExisting')}
          </label>
          <CustomerPicker id="desk-pick" value={null} onPick={(customerId, name) => choose.mutate({ callId, customerId, name })} placeholder={t('desk.pickExisting')} />
        </div>
      </div>
      <NewCustomerModal
        open={creating}
        close={() => setCreating(false)}
        phone={withheld ? null : (pop.caller.e164 ?? pop.caller.raw ?? null)}
        name={pop.caller.name ?? null}
        onCreated={(customer) => choose.mutate({ callId, customerId: customer.id, name: customer.name })}
      />
    </div>
  );
}
