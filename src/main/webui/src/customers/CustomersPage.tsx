import { Outlet } from '@tanstack/react-router';
import { Button } from 'antd';
import { Contact, Plus } from 'lucide-react';
import { useGo } from '../shared/go';
import type { CustomerView } from '../shared/api/types';
import { mayWriteCustomers, useMe } from '../session/session';
import { useText } from '../shared/i18n/useText';
import { List } from '../shared/ui/list/List';
import type { Column } from '../shared/ui/list/types';
import { Tags } from '../shared/ui/Tags';
import { When } from '../shared/ui/When';
import { DialNumber } from '../desk/control/DialNumber';
import { firstPhone } from './firstPhone';
import { KindIcon } from './KindIcon';

const dial = (c: CustomerView) => {
  const number = firstPhone(c);
  return number && <DialNumber number={number} customerId={c.id} />;
};

export function CustomersPage() {
  const { t, phone } = useText();
  const go = useGo();
  const mayWrite = mayWriteCustomers(useMe());
  const create = mayWrite && (
    <Button type="primary" icon={<Plus size={14} aria-hidden="true" />} onClick={() => go('/customers/new')}>
      {t('customers.new')}
    </Button>
  );
  const columns: Column<CustomerView>[] = [
    {
      key: 'name',
      title: t('customers.name'),
      width: 'minmax(160px, 2.2fr)',
      sort: 'name',
      render: (c) => (
        <>
          <KindIcon kind={c.kind} />
          <span className="clip">{c.name}</span>
        </>
      ),
    },
    {
      key: 'phone',
      phone: 'below',
      renderPhone: (c) => phone(firstPhone(c)) || null,
      title: t('customers.phone'),
      width: 'minmax(176px, 1fr)',
      render: dial,
    },
    {
      key: 'contact',
      phone: 'below',
      renderPhone: (c) => (c.kind === 'company' && c.contacts[0]?.name ? <span className="clip">{c.contacts[0].name}</span> : null),
      title: t('customers.contact'),
      width: 'minmax(90px, 1fr)',
      wideOnly: true,
      render: (c) => <span className="soft">{c.kind === 'company' ? (c.contacts[0]?.name ?? '') : ''}</span>,
    },
    { key: 'tags', phone: 'below', title: t('customers.tags'), width: 'minmax(120px, 1.4fr)', wideOnly: true, render: (c) => <Tags tags={c.tags} vip={c.vip} max={3} /> },
    { key: 'owner', title: t('customers.owner'), width: 'minmax(80px, 0.8fr)', wideOnly: true, render: (c) => <span className="soft">{c.ownerName ?? '–'}</span> },
    { key: 'updated', title: t('common.updated'), width: '128px', wideOnly: true, sort: 'updatedAt', end: true, render: (c) => <span className="soft"><When at={c.updatedAt} /></span> },
    { key: 'created', title: t('common.created'), width: '128px', wideOnly: true, sort: 'createdAt', optional: true, end: true, render: (c) => <span className="soft"><When at={c.createdAt} /></span> },
  ];
  return (
    <>
      <List<CustomerView>
        name="customers"
        title={t('room.customers')}
        path="/api/v1/customers"
        base="/customers"
        columns={columns}
        rowId={(c) => c.id}
        searchHint={t('customers.searchHint')}
        filters={[
          { kind: 'text', key: 'tag', label: t('customers.tag') },
        ]}
        action={create}
        toQuery={({ q, tag }) => ({ q, tag })}
        empty={{ icon: Contact, title: t('customers.empty'), hint: t('customers.emptyHint'), action: create }}
      />
      <Outlet />
    </>
  );
}
