import { useQuery } from '@tanstack/react-query';
import { api, ifMatch } from '../../shared/api/client';
import type { RoutingRuleView } from '../../shared/api/types';
import { useGo, useOpenId } from '../../shared/go';
import { useText } from '../../shared/i18n/useText';
import { mayWriteRouting, useMe } from '../../session/session';
import { DeleteRecord } from '../../shared/ui/DeleteRecord';
import { DetailDrawer, Facts } from '../../shared/ui/DetailDrawer';
import { Loaded } from '../../shared/ui/Loaded';
import { routingRuleQuery } from './queries';
import { RoutingForm } from './RoutingForm';
import { Trial } from './Trial';
import { useRoutingText } from './useRoutingText';

export function RoutingDrawer() {
  const id = useOpenId() ?? '';
  const { t } = useText();
  const go = useGo();
  const close = () => go('/admin/routing');
  if (id === 'try') {
    return (
      <DetailDrawer title={t('routing.try')} label={t('routing.try')} onClose={close}>
        <Trial />
      </DetailDrawer>
    );
  }
  if (id === 'new') {
    return (
      <DetailDrawer title={t('routing.new')} label={t('routing.new')} onClose={close}>
        <RoutingForm onSaved={close} onCancel={close} />
      </DetailDrawer>
    );
  }
  return <ExistingRule key={id} id={id} onDone={close} />;
}

function ExistingRule({ id, onDone }: { id: string; onDone: () => void }) {
  const { t } = useText();
  const query = useQuery(routingRuleQuery(id));
  const writes = mayWriteRouting(useMe());
  const rule = query.data;
  const title = rule?.name ?? t('room.routing');
  return (
    <DetailDrawer
      title={title}
      label={title}
      above={t('routing.rule')}
      actions={
        rule && writes && (
          <DeleteRecord
            label={t('routing.delete')}
            title={t('routing.deleteAsk')}
            content={t('routing.deleteText')}
            deleted={t('routing.deleted')}
            remove={() => api.DELETE('/api/v1/routing-rules/{id}', { params: { path: { id }, header: ifMatch(rule.version) } })}
            record={routingRuleQuery(id).queryKey}
            lists={[['list', 'routing-rules']]}
            onDone={onDone}
          />
        )
      }
      onClose={onDone}
    >
      <Loaded query={query} lines={8}>
        {(found) => (writes ? <RoutingForm rule={found} onSaved={onDone} onCancel={onDone} /> : <RuleFacts rule={found} />)}
      </Loaded>
    </DetailDrawer>
  );
}

/** A rule for who may not change it. */
function RuleFacts({ rule }: { rule: RoutingRuleView }) {
  const { t } = useText();
  const { which, what } = useRoutingText();
  return (
    <Facts
      items={[
        [t('routing.order'), rule.position],
        [t('rules.state'), rule.enabled ? t('rules.on') : t('rules.off')],
        [t('routing.which'), which(rule)],
        [t('routing.what'), what(rule)],
      ]}
    />
  );
}
