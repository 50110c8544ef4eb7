import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Pencil } from 'lucide-react';
import { useState } from 'react';
import { chooseCustomer } from '../desk/agent';
import { mayWriteCustomers, useMe } from '../session/session';
import { useGo, useOpenId, useUrlSearch } from '../shared/go';
import { useText } from '../shared/i18n/useText';
import { DetailDrawer } from '../shared/ui/DetailDrawer';
import { Loaded } from '../shared/ui/Loaded';
import { CustomerForm } from './CustomerForm';
import { CustomerCardBody, CustomerTitle } from './CustomerCard';
import { customerQuery } from './queries';

export function CustomerDrawer() {
  const id = useOpenId() ?? '';
  return id === 'new' ? <NewCustomer /> : <ExistingCustomer key={id} id={id} />;
}

function NewCustomer() {
  const { t } = useText();
  const go = useGo();
  const { phone, name, call } = useUrlSearch();
  const close = () => go('/customers', { search: ({ phone: _, name: __, call: ___, ...rest }) => rest });
  const open = (id: string) => go(`/customers/${id}`, { search: ({ phone: _, name: __, call: ___, ...rest }) => rest, replace: true });
  return (
    <DetailDrawer title={t('customers.new')} label={t('customers.new')} onClose={close} wide>
      <CustomerForm
        prefill={{ ...(phone ? { phone } : {}), ...(name ? { name } : {}) }}
        {...(call
          ? {
              callId: call,
              onExisting: ({ id }: { id: string }) => void chooseCustomer(call, id).then(() => open(id), () => open(id)),
            }
          : {})}
        onSaved={(customer) => open(customer.id)}
        onCancel={close}
      />
    </DetailDrawer>
  );
}

function ExistingCustomer({ id }: { id: string }) {
  const { t } = useText();
  const go = useGo();
  const query = useQuery(customerQuery(id));
  const mayWrite = mayWriteCustomers(useMe());
  const [editing, setEditing] = useState(false);
  const customer = query.data;
  return (
    <DetailDrawer
      wide
      title={customer ? <CustomerTitle customer={customer} /> : t('room.customers')}
      label={customer?.name ?? t('room.customers')}
      onClose={() => go('/customers')}
      actions={
        customer &&
        mayWrite &&
        !editing && (
          <Button icon={<Pencil size={14} aria-hidden="true" />} onClick={() => setEditing(true)}>
            {t('common.edit')}
          </Button>
        )
      }
    >
      <Loaded query={query} lines={8}>
        {(found) =>
          editing ? (
            <CustomerForm customer={found} onSaved={() => setEditing(false)} onCancel={() => setEditing(false)} />
          ) : (
            <CustomerCardBody customer={found} />
          )
        }
      </Loaded>
    </DetailDrawer>
  );
}
