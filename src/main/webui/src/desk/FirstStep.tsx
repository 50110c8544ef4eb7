import { Button } from 'antd';
import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import type { Pop } from '../shared/api/types';
import { useText } from '../shared/i18n/useText';
import { CustomerPicker } from '../shared/ui/Pickers';
import { Skeleton } from '../shared/ui/Loaded';
import { Candidates } from './Candidates';
import type { CallCustomerDraft } from './NewCustomerModal';
import { useChooseCustomer, useDeskCustomer } from './useDeskCustomer';

interface StepProps {
  pop: Pop;
  callId: string;
  create: (draft: CallCustomerDraft) => void;
}

/** What to do first when the caller is not simply known: choose among several, or make a new one. Who is known may be wrong. */
export function FirstStep({ pop, callId, create }: StepProps) {
  const { t } = useText();
  const { customerId } = useDeskCustomer();
  const [not, setNot] = useState<string | null>(null);
  if (customerId && pop.call.direction === 'internal') return null;
  if (customerId && not !== customerId) {
    return (
      <button type="button" className="plain-button small first-step-other" onClick={() => setNot(customerId)}>
        {t('desk.notThisOne')}
      </button>
    );
  }
  if (customerId) {
    return (
      <div className="first-step">
        <h3>{t('desk.whoseCall')}</h3>
        <Other pop={pop} callId={callId} create={create} />
        <Button type="text" size="small" onClick={() => setNot(null)}>
          {t('common.cancel')}
        </Button>
      </div>
    );
  }
  if (!pop.complete) {
    return (
      <div className="first-step" role="status">
        <p className="soft">{t('desk.looking')}</p>
        <Skeleton lines={2} />
      </div>
    );
  }
  // A colleague is nobody's customer.
  if (pop.call.direction === 'internal') return null;
  if (pop.customers.length > 1) {
    return (
      <div className="candidate-step">
        <Candidates customers={pop.customers} callId={callId} />
        <div className="candidate-other">
          <h3>{t('desk.noneOfThem')}</h3>
          <Other pop={pop} callId={callId} create={create} />
        </div>
      </div>
    );
  }
  return (
    <div className="first-step">
      <h3>{pop.caller.withheld ? t('desk.withheldStep') : t('desk.unknownStep')}</h3>
      <Other pop={pop} callId={callId} create={create} primary={!pop.caller.withheld} />
    </div>
  );
}

/** Somebody new, or somebody known under another number. */
function Other({ pop, callId, create, primary }: StepProps & { primary?: boolean }) {
  const { t } = useText();
  const choose = useChooseCustomer();
  const { caller } = pop;
  const draft = { callId, phone: caller.withheld ? null : (caller.e164 ?? caller.raw ?? null), name: caller.name ?? null };
  return (
    <div className="first-step-actions">
      <Button type={primary ? 'primary' : 'default'} icon={<UserPlus size={14} aria-hidden="true" />} onClick={() => create(draft)}>
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
  );
}
