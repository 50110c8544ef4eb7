import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Popconfirm } from 'antd';
import { Trash2 } from 'lucide-react';
import { answer, api, ifMatch } from '../../shared/api/client';
import type { TicketRuleView } from '../../shared/api/types';
import { useGo, useOpenId } from '../../shared/go';
import { useText } from '../../shared/i18n/useText';
import { DetailDrawer } from '../../shared/ui/DetailDrawer';
import { Loaded } from '../../shared/ui/Loaded';
import { useProblemText } from '../../shared/ui/useProblemText';
import { ruleQuery } from './queries';
import { RuleForm } from './RuleForm';

export function RuleDrawer() {
  const id = useOpenId() ?? '';
  return id === 'new' ? <NewRule /> : <ExistingRule key={id} id={id} />;
}

function NewRule() {
  const { t } = useText();
  const go = useGo();
  const close = () => go('/admin/ticket-rules');
  return (
    <DetailDrawer title={t('rules.new')} label={t('rules.new')} onClose={close}>
      <RuleForm onSaved={close} onCancel={close} />
    </DetailDrawer>
  );
}

function ExistingRule({ id }: { id: string }) {
  const { t } = useText();
  const go = useGo();
  const query = useQuery(ruleQuery(id));
  const title = query.data?.name ?? t('room.ticket-rules');
  const close = () => go('/admin/ticket-rules');
  return (
    <DetailDrawer title={title} label={title} above={t('rules.rule')} actions={query.data && <DeleteRule rule={query.data} onDone={close} />} onClose={close}>
      <Loaded query={query} lines={8}>
        {(rule) => <RuleForm rule={rule} onSaved={close} onCancel={close} />}
      </Loaded>
    </DetailDrawer>
  );
}

function DeleteRule({ rule, onDone }: { rule: TicketRuleView; onDone: () => void }) {
  const { t } = useText();
  const client = useQueryClient();
  const { message } = App.useApp();
  const problemText = useProblemText();
  const remove = useMutation({
    mutationFn: () => answer(api.DELETE('/api/v1/ticket-rules/{id}', { params: { path: { id: rule.id }, header: ifMatch(rule.version) } })),
    onSuccess: onDone,
    onError: (error) => void message.error(problemText(error)),
    onSettled: () => void client.invalidateQueries({ queryKey: ['list', 'ticket-rules'] }),
  });
  return (
    <Popconfirm title={t('rules.deleteAsk')} okText={t('rules.delete')} cancelText={t('common.cancel')} okButtonProps={{ danger: true }} onConfirm={() => remove.mutate()}>
      <Button size="small" danger icon={<Trash2 size={14} aria-hidden="true" />} loading={remove.isPending}>
        {t('rules.delete')}
      </Button>
    </Popconfirm>
  );
}
