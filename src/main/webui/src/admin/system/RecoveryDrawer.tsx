import { useQuery } from '@tanstack/react-query';
import dayjs from 'dayjs';
import { answer, api } from '../../shared/api/client';
import type { RecoveryView } from '../../shared/api/types';
import { useGo, useOpenId } from '../../shared/go';
import { useText } from '../../shared/i18n/useText';
import { DetailDrawer, Facts, Section } from '../../shared/ui/DetailDrawer';
import { Loaded } from '../../shared/ui/Loaded';
import { RecordLink } from '../../shared/ui/RecordLink';
import { BadLines } from './Cards';
import { ResultMark } from './Recoveries';

export function RecoveryDrawer() {
  const id = useOpenId() ?? '';
  const { t, full } = useText();
  const go = useGo();
  const query = useQuery({
    queryKey: ['recovery', id],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/recoveries/{id}', { params: { path: { id } }, signal })),
  });
  const title = query.data ? t(`recoveryReason.${query.data.reason}`) : t('system.recovery');
  return (
    <DetailDrawer key={id} title={title} label={title} above={query.data && full(query.data.at)} onClose={() => go('/admin/system')}>
      <Loaded query={query} lines={8}>
        {(recovery) => <RecoveryBody recovery={recovery} />}
      </Loaded>
    </DetailDrawer>
  );
}

const day = (iso: string) => dayjs(iso).format('YYYY-MM-DD');

function RecoveryBody({ recovery }: { recovery: RecoveryView }) {
  const { t, full, number, span } = useText();
  const calls = recovery.added + recovery.mended > 0;
  return (
    <>
      <Section title={t('room.calls')}>
        <Facts
          items={[
            [t('system.result'), <ResultMark key="r" recovery={recovery} />],
            [t('system.added'), number(recovery.added)],
            [t('system.mended'), number(recovery.mended)],
            [
              t('system.list'),
              calls && (
                <RecordLink key="c" to={`/calls?recovered=true&from=${day(recovery.since)}&to=${day(recovery.until ?? recovery.at)}`}>{t('system.openCallsOf')}</RecordLink>
              ),
            ],
          ]}
        />
      </Section>
      <Section title={t('system.details')}>
        <Facts
          items={[
            [t('system.pbxName'), recovery.pbx],
            [t('system.spanFrom'), full(recovery.since)],
            [t('system.spanTo'), recovery.until ? full(recovery.until) : '–'],
            [t('system.lines'), number(recovery.lines)],
            [t('system.took'), span(recovery.durationMs)],
            [t('system.badLines'), number(recovery.badLines)],
          ]}
        />
        {recovery.bad.length > 0 && <BadLines bad={recovery.bad} />}
      </Section>
    </>
  );
}
