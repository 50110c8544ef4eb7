import { Segmented, Select } from 'antd';
import { now } from '../shared/clock/clock';
import { useDirectory, useQueues } from '../shared/directory';
import { useGo, useUrlSearch } from '../shared/go';
import { useText } from '../shared/i18n/useText';
import { FilterField } from '../shared/ui/list/Filters';
import { withFilters } from '../shared/ui/list/listState';
import { askedBy, groups, intervals, nameOf } from './asked';

/** Which report, of when, how divided and about whom; all of it stands in the URL. */
export function ReportFilters() {
  const { t } = useText();
  const search = useUrlSearch();
  const go = useGo();
  const { options: queues } = useQueues();
  const { users } = useDirectory();
  const name = nameOf(search);
  const asked = askedBy(search, now());
  const change = (changes: Record<string, string | undefined>) => void go('.', { search: withFilters(search, changes), replace: true });
  const agents = users.flatMap((u) => (u.extension ? [{ value: u.extension, label: u.name }] : []));
  const who = name === 'queues' ? 'queue' : 'agent';
  return (
    <div className="list-filters">
      <Segmented
        aria-label={t('report.name')}
        value={name}
        options={[
          { value: 'queues', label: t('report.queues') },
          { value: 'agents', label: t('report.agents') },
        ]}
        onChange={(value) => change({ report: value === 'agents' ? 'agents' : undefined, group: undefined, queue: undefined, agent: undefined, figure: undefined })}
      />
      <FilterField filter={{ kind: 'dates', key: 'dates', label: t('report.span'), from: 'from', to: 'to' }} search={{ from: 'today', to: 'today', ...search }} change={change} />
      <Select
        className="list-select"
        aria-label={t('report.interval')}
        popupMatchSelectWidth={false}
        value={asked?.query.interval ?? 'day'}
        options={intervals.map((one) => ({ value: one, label: t(`reportInterval.${one}`) }))}
        onChange={(interval: string) => change({ interval })}
      />
      <Select
        className="list-select"
        aria-label={t('report.group')}
        popupMatchSelectWidth={false}
        value={asked?.query.group ?? groups[name][0] ?? 'all'}
        options={groups[name].map((one) => ({ value: one, label: t(`reportGroup.${one}`) }))}
        onChange={(group: string) => change({ group })}
      />
      <Select
        className="list-select report-who"
        mode="multiple"
        maxTagCount="responsive"
        allowClear
        aria-label={name === 'queues' ? t('report.queues') : t('report.agents')}
        placeholder={name === 'queues' ? t('report.chosenQueues') : t('report.chosenAgents')}
        popupMatchSelectWidth={false}
        showSearch={{ optionFilterProp: 'label' }}
        value={search[who]?.split(',') ?? []}
        options={name === 'queues' ? queues : agents}
        onChange={(some: string[]) => change({ [who]: some.join(',') || undefined })}
      />
    </div>
  );
}
