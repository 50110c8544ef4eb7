import { Modal } from 'antd';
import { CustomerForm } from '../customers/CustomerForm';
import type { CustomerView } from '../shared/api/types';
import { useText } from '../shared/i18n/useText';

interface NewCustomerModalProps {
  open: boolean;
  close: () => void;
  phone: string | null;
  name: string | null;
  onCreated: (customer: CustomerView) => void;
}

/** A new customer without leaving the call, number and presented name filled in. */
export function NewCustomerModal({ open, close, phone, name, onCreated }: NewCustomerModalProps) {
  const { t } = useText();
  return (
    <Modal open={open} onCancel={close} footer={null} title={t('customers.new')} destroyOnHidden width={560}>
      {open && (
        <CustomerForm
          prefill={{ ...(phone ? { phone } : {}), ...(name ? { name } : {}) }}
          onSaved={(customer) => {
            onCreated(customer);
            close();
          }}
          onCancel={close}
        />
      )}
    </Modal>
  );
}
