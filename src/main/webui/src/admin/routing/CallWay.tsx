import { useQuery } from '@tanstack/react-query';
import type { CallView } from '../../shared/api/types';
import { useText } from '../../shared/i18n/useText';
import { Section } from '../../shared/ui/DetailDrawer';
import { callRouteQuery } from './queries';
import { useRoutingText } from './useRoutingText';

/** Why a call went where it did; nothing for one that nobody asked about. */
export function CallWay({ call }: { call: CallView }) {
  const { t } = useText();
  const { cause, refusal, way } = useRoutingText();
  const { data: route } = useQuery({ ...callRouteQuery(call.id), enabled: call.direction === 'inbound' });
  if (!route) return null;
  const undecided = { decided: t('routing.noRule'), late: t('routing.late'), failed: t('routing.failed') }[route.outcome];
  const went = route.refusal ? refusal(route.refusal) : way(route.queue, route.priority || null) || t('routing.asUsual');
  return (
    <Section title={t('routing.why')}>
      {route.reasons.length === 0 ? (
        <p className="soft">{undecided}</p>
      ) : (
        <>
          <p>{went}</p>
          <ul>
            {route.reasons.map((reason) => (
              <li key={reason.rule}>
                {t('routing.byRule', { name: reason.name })} <span className="soft">{reason.because.map(cause).join(' · ') || t('routing.everybody')}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}
