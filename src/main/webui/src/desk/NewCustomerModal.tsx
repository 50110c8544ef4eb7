import { Modal } from 'antd';
import { CustomerForm } from '../customers/CustomerForm';
import { useText } from '../shared/i18n/useText';
import { useDialogGuard } from '../shared/ui/form/RecordForm';
import { useChooseCustomer } from './useDeskCustomer';

/** What is known at the call of the customer to be. */
export interface CallCustomerDraft {
  callId: string;
  phone: string | null;
  name: string | null;
}

/** The call's customer, new or found to be there already, without leaving the desk. */
export function NewCustomerModal({ draft, close }: { draft: CallCustomerDraft | null; close: () => void }) {
  const { t } = useText();
  const choose = useChooseCustomer();
  const { onDirty, leave } = useDialogGuard(close);
  const taken = (customer: { id: string; name: string }) => {
    if (draft) choose.mutate({ callId: draft.callId, customerId: customer.id, name: customer.name });
    close();
  };
  return (
    <Modal open={draft !== null} onCancel={leave} footer={null} title={t('customers.new')} destroyOnHidden width={560}>
      {draft && (
        <CustomerForm
          prefill={{ ...(draft.phone ? { phone: draft.phone } : {}), ...(draft.name ? { name: draft.name } : {}) }}
          onExisting={taken}
          onSaved={taken}
          onCancel={leave}
          onDirty={onDirty}
        />
      )}
    </Modal>
  );
}
