import { Select } from 'antd';
import type { Report } from '../shared/api/types';
import { useGo, useUrlSearch } from '../shared/go';
import { useText } from '../shared/i18n/useText';
import { Bars } from '../shared/ui/chart/Bars';
import { withFilters } from '../shared/ui/list/listState';
import { useFigures, valueOf } from './useFigures';

const piles = { queues: ['answered', 'abandoned'], agents: ['answered', 'missed'] };

/** The span by its intervals: what became of the calls, or any one figure. */
export function ReportChart({ report }: { report: Report }) {
  const { t } = useText();
  const { label, value, when } = useFigures(report);
  const search = useUrlSearch();
  const go = useGo();
  const chosen = report.figures.find((figure) => figure.key === search['figure']);
  const named = (key: string) => report.figures.find((figure) => figure.key === key);
  const values = (key: string) => {
    const figure = named(key);
    return report.intervals.map((row) => (figure ? (valueOf(row, figure) ?? 0) : 0));
  };
  const series = (key: string) => {
    const figure = named(key);
    return { label: figure ? label(figure) : key, values: values(key) };
  };
  const axis = { times: report.intervals.map((row) => Date.parse(row.from)), label: (at: number) => when(new Date(at).toISOString()), end: when(report.intervals.at(-1)?.from ?? report.to), tall: true };
  return (
    <section className="report-chart" aria-label={t('report.figure')}>
      <Select
        className="list-select"
        aria-label={t('report.figure')}
        popupMatchSelectWidth={false}
        value={chosen?.key ?? ''}
        options={[{ value: '', label: t('report.calls') }, ...report.figures.map((figure) => ({ value: figure.key, label: label(figure) }))]}
        onChange={(key: string) => void go('.', { search: withFilters(search, { figure: key || undefined }), replace: true })}
      />
      {chosen ? (
        <Bars
          {...axis}
          title={t(`reportInterval.${report.interval as 'day'}`)}
          parts={[{ label: label(chosen), values: values(chosen.key), total: valueOf({ values: report.total }, chosen) ?? null }]}
          format={(n) => value(chosen, n)}
        />
      ) : (
        <Bars {...axis} title={t(`reportInterval.${report.interval as 'day'}`)} whole={series('offered')} parts={piles[report.name].map(series)} />
      )}
    </section>
  );
}
