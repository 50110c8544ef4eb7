import { Outlet } from '@tanstack/react-router';
import { Button } from 'antd';
import { Plus, Users } from 'lucide-react';
import type { UserView } from '../shared/api/types';
import { useGo } from '../shared/go';
import { useText } from '../shared/i18n/useText';
import { List } from '../shared/ui/list/List';
import type { Column } from '../shared/ui/list/types';
import { Mark } from '../shared/ui/Mark';

export function UsersPage() {
  const { t } = useText();
  const go = useGo();
  const create = (
    <Button type="primary" icon={<Plus size={14} aria-hidden="true" />} onClick={() => go('/admin/users/new')}>
      {t('users.new')}
    </Button>
  );
  const columns: Column<UserView>[] = [
    { key: 'name', title: t('users.name'), width: 'minmax(130px, 1.4fr)', sort: 'name', render: (u) => <span className="clip">{u.name}</span> },
    { key: 'username', title: t('session.username'), width: 'minmax(90px, 1fr)', wideOnly: true, render: (u) => <span className="soft">{u.username}</span> },
    { key: 'roles', phone: 'below', title: t('users.roles'), width: 'minmax(132px, 1.4fr)', render: (u) => <span className="clip">{u.roles.map((r) => t(`role.${r}`)).join(t('common.listSeparator'))}</span> },
    { key: 'team', phone: 'below', renderPhone: (u) => u.teamName ?? null, title: t('users.team'), width: 'minmax(90px, 1fr)', wideOnly: true, render: (u) => u.teamName ?? '–' },
    { key: 'extension', phone: 'aside', renderPhone: (u) => (u.extension ? t('users.extensionShort', { extension: u.extension }) : null), title: t('users.extension'), width: '84px', end: true, render: (u) => u.extension ?? '–' },
    {
      key: 'active',
      title: t('tickets.status'),
      width: '104px',
      wideOnly: true,
      render: (u) => (u.active === false ? <Mark tone="grey" shape="ring" label={t('users.inactive')} /> : <Mark tone="green" shape="disc" label={t('users.active')} />),
    },
  ];
  return (
    <>
      <List<UserView>
        name="users"
        title={t('room.users')}
        path="/api/v1/users"
        base="/admin/users"
        columns={columns}
        rowId={(u) => u.id}
        searchHint={t('users.searchHint')}
        toQuery={({ q }) => ({ q })}
        action={create}
        empty={{ icon: Users, title: t('users.empty'), action: create }}
      />
      <Outlet />
    </>
  );
}
