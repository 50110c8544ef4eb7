import { Modal } from 'antd';
import { CustomerForm } from '../customers/CustomerForm';
import { useText } from '../shared/i18n/useText';
import { useDialogGuard } from '../shared/ui/form/RecordForm';

interface NewCustomerModalProps {
  open: boolean;
  close: () => void;
  phone: string | null;
  name: string | null;
  /** With the new one, or one that was there already. */
  onCreated: (customer: { id: string; name: string }) => void;
}

/** A new customer without leaving the call, number and presented name filled in. */
export function NewCustomerModal({ open, close, phone, name, onCreated }: NewCustomerModalProps) {
  const { t } = useText();
  const { onDirty, leave } = useDialogGuard(close);
  const taken = (customer: { id: string; name: string }) => {
    onCreated(customer);
    close();
  };
  return (
    <Modal open={open} onCancel={leave} footer={null} title={t('customers.new')} destroyOnHidden width={560}>
      {open && (
        <CustomerForm
          prefill={{ ...(phone ? { phone } : {}), ...(name ? { name } : {}) }}
          onExisting={taken}
          onSaved={taken}
          onCancel={leave}
          onDirty={onDirty}
        />
      )}
    </Modal>
  );
}
