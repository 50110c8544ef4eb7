import { RecordLink } from '../shared/ui/RecordLink';
import type { Report, ReportFigure, ReportRow } from '../shared/api/types';
import { useText } from '../shared/i18n/useText';
import { stringifySearch } from '../shared/go';
import { callsBehind } from './asked';
import { useFigures, valueOf } from './useFigures';

interface FigureProps {
  report: Report;
  figure: ReportFigure;
  row: Pick<ReportRow, 'from' | 'to' | 'values'>;
  /** Queues or agents that it was counted over. */
  over: readonly string[];
}

/** A value; where calls are behind it, the way to them. */
export function Figure({ report, figure, row, over }: FigureProps) {
  const { t } = useText();
  const { label, value } = useFigures(report);
  const known = valueOf(row, figure);
  const text = value(figure, known);
  if (!figure.counted || !known) return <>{text}</>;
  const search = stringifySearch(callsBehind(report.name, figure.counted, row.from, row.to, over));
  return (
    <RecordLink to={`/calls${search}`} label={t('report.behind', { figure: label(figure), value: text })}>
      {text}
    </RecordLink>
  );
}
