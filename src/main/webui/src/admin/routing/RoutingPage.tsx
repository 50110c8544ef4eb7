import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Outlet } from '@tanstack/react-router';
import { App, Button } from 'antd';
import { ArrowDown, ArrowUp, FlaskConical, Plus, Split } from 'lucide-react';
import { mayWriteRouting, useMe } from '../../session/session';
import type { RoutingRuleView } from '../../shared/api/types';
import { useGo } from '../../shared/go';
import { useText } from '../../shared/i18n/useText';
import { List } from '../../shared/ui/list/List';
import type { Column } from '../../shared/ui/list/types';
import { Mark } from '../../shared/ui/Mark';
import { useProblemText } from '../../shared/ui/useProblemText';
import { moveRule } from './queries';
import { useRoutingText } from './useRoutingText';

/** Which callers go where: the rules in the order they are tried. */
export function RoutingPage() {
  const { t } = useText();
  const go = useGo();
  const client = useQueryClient();
  const { message } = App.useApp();
  const problemText = useProblemText();
  const { which, what } = useRoutingText();
  const writes = mayWriteRouting(useMe());
  const move = useMutation({
    mutationFn: ({ id, by }: { id: string; by: 1 | -1 }) => moveRule(id, by),
    onError: (error) => void message.error(problemText(error)),
    onSettled: () => client.invalidateQueries({ queryKey: ['list', 'routing-rules'] }),
  });
  const mover = (rule: RoutingRuleView, by: 1 | -1) => (
    <button
      type="button"
      className="icon-button"
      aria-label={t(by < 0 ? 'routing.up' : 'routing.down', { name: rule.name })}
      disabled={move.isPending}
      onClick={() => move.mutate({ id: rule.id, by })}
    >
      {by < 0 ? <ArrowUp size={14} aria-hidden="true" /> : <ArrowDown size={14} aria-hidden="true" />}
    </button>
  );
  const create = writes && (
    <Button type="primary" icon={<Plus size={14} aria-hidden="true" />} onClick={() => go('/admin/routing/new')}>
      {t('routing.new')}
    </Button>
  );
  const columns: Column<RoutingRuleView>[] = [
    {
      key: 'name',
      phone: 'lead',
      title: t('rules.name'),
      width: 'minmax(160px, 1.4fr)',
      render: (x) => (
        <span className="clip" title={x.name}>
          <span className="tabular faint">{x.position}</span> {x.name}
        </span>
      ),
    },
    {
      key: 'which',
      phone: 'below',
      title: t('routing.which'),
      width: 'minmax(160px, 2fr)',
      wideOnly: true,
      render: (x) => <span className="soft clip" title={which(x)}>{which(x)}</span>,
      renderPhone: (x) => <span className="soft clip">{`${which(x)} → ${what(x)}`}</span>,
    },
    { key: 'what', title: t('routing.what'), width: 'minmax(160px, 1.6fr)', wideOnly: true, render: (x) => <span className="clip" title={what(x)}>{what(x)}</span> },
    {
      key: 'enabled',
      phone: 'state',
      title: t('rules.state'),
      width: '96px',
      render: (x) => (x.enabled ? <Mark tone="green" shape="check" label={t('rules.on')} /> : <Mark tone="grey" shape="dash" label={t('rules.off')} />),
    },
    ...(writes
      ? [{ key: 'move', phone: 'aside' as const, title: t('routing.move'), width: '72px', end: true, render: (x: RoutingRuleView) => <span className="row">{mover(x, -1)}{mover(x, 1)}</span> }]
      : []),
  ];
  return (
    <>
      <List<RoutingRuleView>
        name="routing-rules"
        title={t('room.routing')}
        path="/api/v1/routing-rules"
        base="/admin/routing"
        columns={columns}
        rowId={(x) => x.id}
        defaultSort="position"
        searchHint={t('rules.name')}
        action={
          <span className="row">
            <Button icon={<FlaskConical size={14} aria-hidden="true" />} onClick={() => go('/admin/routing/try')}>
              {t('routing.try')}
            </Button>
            {create}
          </span>
        }
        empty={{ icon: Split, title: t('routing.empty'), hint: t('routing.emptyHint'), action: create }}
      />
      <Outlet />
    </>
  );
}
