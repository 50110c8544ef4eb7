import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Form, Input, Switch } from 'antd';
import { answer, api, ifMatch } from '../../shared/api/client';
import type { BlockedNumberView } from '../../shared/api/types';
import { useGo, useOpenId } from '../../shared/go';
import { useText } from '../../shared/i18n/useText';
import { mayWriteRouting, useMe } from '../../session/session';
import { DeleteRecord } from '../../shared/ui/DeleteRecord';
import { DetailDrawer, Facts } from '../../shared/ui/DetailDrawer';
import { RecordForm } from '../../shared/ui/form/RecordForm';
import { Loaded } from '../../shared/ui/Loaded';
import { blockedQuery } from './queries';

export function BlockedDrawer() {
  const id = useOpenId() ?? '';
  const { t } = useText();
  const go = useGo();
  const close = () => go('/admin/blocked-numbers');
  if (id !== 'new') return <Blocked key={id} id={id} onDone={close} />;
  return (
    <DetailDrawer title={t('blockedNumbers.new')} label={t('blockedNumbers.new')} onClose={close}>
      <BlockedForm onDone={close} />
    </DetailDrawer>
  );
}

function Blocked({ id, onDone }: { id: string; onDone: () => void }) {
  const { t } = useText();
  const query = useQuery(blockedQuery(id));
  const writes = mayWriteRouting(useMe());
  const blocked = query.data;
  const title = blocked?.number ?? t('room.blocked-numbers');
  return (
    <DetailDrawer
      title={title}
      label={title}
      above={t('blockedNumbers.one')}
      actions={
        blocked && writes && (
          <DeleteRecord
            label={t('blockedNumbers.delete')}
            title={t('blockedNumbers.deleteAsk')}
            content={t('blockedNumbers.deleteText')}
            deleted={t('blockedNumbers.deleted')}
            remove={() => api.DELETE('/api/v1/blocked-numbers/{id}', { params: { path: { id }, header: ifMatch(blocked.version) } })}
            record={blockedQuery(id).queryKey}
            lists={[['list', 'blocked-numbers']]}
            onDone={onDone}
          />
        )
      }
      onClose={onDone}
    >
      <Loaded query={query} lines={4}>
        {(found) =>
          writes ? (
            <BlockedForm blocked={found} onDone={onDone} />
          ) : (
            <Facts
              items={[
                [t('blockedNumbers.kind'), found.prefix ? t('blockedNumbers.prefixShort') : t('blockedNumbers.whole')],
                [t('blockedNumbers.note'), found.note],
              ]}
            />
          )
        }
      </Loaded>
    </DetailDrawer>
  );
}

interface BlockedFields {
  number: string;
  prefix: boolean;
  note: string | null;
}

const fieldsOf = ({ number, prefix, note }: BlockedNumberView): BlockedFields => ({ number, prefix, note: note ?? null });

function BlockedForm({ blocked, onDone }: { blocked?: BlockedNumberView; onDone: () => void }) {
  const { t } = useText();
  const client = useQueryClient();
  return (
    <RecordForm<BlockedFields, BlockedNumberView>
      initial={blocked ? fieldsOf(blocked) : { number: '', prefix: false, note: null }}
      version={blocked?.version ?? null}
      save={(values, version) => {
        const body = { ...values, note: values.note?.trim() || null };
        return blocked
          ? answer(api.PATCH('/api/v1/blocked-numbers/{id}', { params: { path: { id: blocked.id }, header: ifMatch(version ?? blocked.version) }, body }))
          : answer(api.POST('/api/v1/blocked-numbers', { body }));
      }}
      {...(blocked
        ? {
            reload: async () => {
              const newest = await client.fetchQuery({ ...blockedQuery(blocked.id), staleTime: 0 });
              return { values: fieldsOf(newest), version: newest.version };
            },
          }
        : {})}
      onSaved={(saved) => {
        client.setQueryData(blockedQuery(saved.id).queryKey, saved);
        void client.invalidateQueries({ queryKey: ['list', 'blocked-numbers'] });
        onDone();
      }}
      onCancel={onDone}
    >
      <Form.Item name="number" label={t('blockedNumbers.number')} extra={t('blockedNumbers.numberHint')} rules={[{ required: true, whitespace: true }]}>
        <Input maxLength={64} autoFocus={!blocked} inputMode="tel" />
      </Form.Item>
      <Form.Item name="prefix" label={t('blockedNumbers.prefix')} valuePropName="checked" extra={t('blockedNumbers.prefixHint')}>
        <Switch />
      </Form.Item>
      <Form.Item name="note" label={t('blockedNumbers.note')}>
        <Input maxLength={500} />
      </Form.Item>
    </RecordForm>
  );
}
