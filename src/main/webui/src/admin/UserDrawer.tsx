import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Form, Input, Select, Switch } from 'antd';
import { answer, api, ifMatch } from '../shared/api/client';
import type { Role, UserView } from '../shared/api/types';
import { usersQuery, useTeams } from '../shared/directory';
import { useGo, useOpenId } from '../shared/go';
import { useText } from '../shared/i18n/useText';
import { DetailDrawer } from '../shared/ui/DetailDrawer';
import { RecordForm } from '../shared/ui/form/RecordForm';
import { Loaded } from '../shared/ui/Loaded';

const roles: Role[] = ['agent', 'supervisor', 'administrator', 'campaign-manager', 'sales'];

interface UserFields {
  username: string;
  name: string;
  password: string;
  roles: Role[];
  teamId: string | null;
  extension: string | null;
  active: boolean;
}

const fieldsOf = (user: UserView): UserFields => ({
  username: user.username,
  name: user.name,
  password: '',
  roles: user.roles,
  teamId: user.teamId ?? null,
  extension: user.extension ?? null,
  active: user.active,
});

const emptyFields: UserFields = { username: '', name: '', password: '', roles: ['agent'], teamId: null, extension: null, active: true };

const userQuery = (id: string) => ({
  queryKey: ['user', id],
  queryFn: ({ signal }: { signal: AbortSignal }) => answer(api.GET('/api/v1/users/{id}', { params: { path: { id } }, signal })),
});

export function UserDrawer() {
  const id = useOpenId() ?? '';
  const { t } = useText();
  const go = useGo();
  const query = useQuery({ ...userQuery(id), enabled: id !== 'new' });
  const title = id === 'new' ? t('users.new') : (query.data?.name ?? t('room.users'));
  const close = () => go('/admin/users');
  return (
    <DetailDrawer key={id} title={title} label={title} above={query.data?.username} onClose={close}>
      {id === 'new' ? (
        <UserForm onSaved={close} onCancel={close} />
      ) : (
        <Loaded query={query} lines={6}>
          {(user) => <UserForm user={user} onSaved={close} onCancel={close} />}
        </Loaded>
      )}
    </DetailDrawer>
  );
}

function UserForm({ user, onSaved, onCancel }: { user?: UserView; onSaved: () => void; onCancel: () => void }) {
  const { t } = useText();
  const client = useQueryClient();
  const teams = useTeams();

  const save = ({ password, username, ...values }: UserFields, version: number | null) => {
    const body = { ...values, extension: values.extension?.trim() || null, ...(password ? { password } : {}) };
    return user
      ? answer(api.PATCH('/api/v1/users/{id}', { params: { path: { id: user.id }, header: ifMatch(version ?? user.version) }, body }))
      : answer(api.POST('/api/v1/users', { body: { ...body, username: username.trim() } }));
  };

  return (
    <RecordForm<UserFields, UserView>
      initial={user ? fieldsOf(user) : emptyFields}
      version={user?.version ?? null}
      save={save}
      {...(user
        ? {
            reload: async () => {
              const newest = await client.fetchQuery({ ...userQuery(user.id), staleTime: 0 });
              return { values: fieldsOf(newest), version: newest.version };
            },
          }
        : {})}
      onSaved={() => {
        void client.invalidateQueries({ queryKey: ['list', 'users'] });
        void client.invalidateQueries({ queryKey: usersQuery.queryKey });
        if (user) void client.invalidateQueries({ queryKey: ['user', user.id] });
        onSaved();
      }}
      onCancel={onCancel}
      submitLabel={user ? t('common.save') : t('users.create')}
    >
      <Form.Item name="name" label={t('users.name')} rules={[{ required: true, whitespace: true }]}>
        <Input maxLength={80} autoFocus={!user} />
      </Form.Item>
      {!user && (
        <Form.Item name="username" label={t('session.username')} rules={[{ required: true, whitespace: true }]}>
          <Input maxLength={64} autoComplete="off" />
        </Form.Item>
      )}
      <Form.Item name="password" label={user ? t('users.newPassword') : t('session.password')} {...(user ? { extra: t('users.passwordKept') } : { rules: [{ required: true }, { min: 10, message: t('users.passwordLength') }] })}>
        <Input.Password maxLength={200} autoComplete="new-password" />
      </Form.Item>
      <Form.Item name="roles" label={t('users.roles')} rules={[{ required: true }]}>
        <Select mode="multiple" options={roles.map((r) => ({ value: r, label: t(`role.${r}`) }))} />
      </Form.Item>
      <div className="form-pair">
        <Form.Item name="teamId" label={t('users.team')}>
          <Select allowClear options={teams.map((team) => ({ value: team.id, label: team.name }))} />
        </Form.Item>
        <Form.Item name="extension" label={t('users.extension')} tooltip={t('users.extensionHint')}>
          <Input maxLength={20} inputMode="numeric" />
        </Form.Item>
      </div>
      {user && (
        <Form.Item name="active" label={t('users.active')} valuePropName="checked">
          <Switch aria-label={t('users.active')} />
        </Form.Item>
      )}
    </RecordForm>
  );
}
