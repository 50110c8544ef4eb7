import { Outlet } from '@tanstack/react-router';
import { Button } from 'antd';
import { Plus, Workflow } from 'lucide-react';
import type { TicketRuleView } from '../../shared/api/types';
import { useGo } from '../../shared/go';
import { useText } from '../../shared/i18n/useText';
import { List } from '../../shared/ui/list/List';
import type { Column } from '../../shared/ui/list/types';
import { Mark } from '../../shared/ui/Mark';
import { useRuleText } from './useRuleText';

export function RulesPage() {
  const { t } = useText();
  const go = useGo();
  const { which, what } = useRuleText();
  const create = (
    <Button type="primary" icon={<Plus size={14} aria-hidden="true" />} onClick={() => go('/admin/ticket-rules/new')}>
      {t('rules.new')}
    </Button>
  );
  const columns: Column<TicketRuleView>[] = [
    { key: 'position', title: t('rules.position'), width: '88px', sort: 'position', end: true, render: (x) => <span className="tabular">{x.position}</span> },
    { key: 'name', phone: 'lead', title: t('rules.name'), width: 'minmax(140px, 1.2fr)', sort: 'name', render: (x) => <span className="clip" title={x.name}>{x.name}</span> },
    { key: 'which', phone: 'below', title: t('rules.which'), width: 'minmax(160px, 2fr)', wideOnly: true, render: (x) => <span className="soft clip" title={which(x)}>{which(x)}</span> },
    { key: 'what', title: t('rules.what'), width: 'minmax(160px, 2fr)', wideOnly: true, render: (x) => <span className="clip" title={what(x)}>{what(x)}</span> },
    {
      key: 'enabled',
      phone: 'state',
      title: t('rules.state'),
      width: '104px',
      render: (x) => (x.enabled ? <Mark tone="green" shape="check" label={t('rules.on')} /> : <Mark tone="grey" shape="dash" label={t('rules.off')} />),
    },
  ];
  return (
    <>
      <List<TicketRuleView>
        name="ticket-rules"
        title={t('room.ticket-rules')}
        path="/api/v1/ticket-rules"
        base="/admin/ticket-rules"
        columns={columns}
        rowId={(x) => x.id}
        searchHint={t('rules.name')}
        action={create}
        empty={{ icon: Workflow, title: t('rules.empty'), hint: t('rules.emptyHint'), action: create }}
      />
      <Outlet />
    </>
  );
}
