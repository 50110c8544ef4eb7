import { Popover } from 'antd';
import { CircleQuestionMark } from 'lucide-react';
import type { Report, ReportFigure } from '../shared/api/types';
import { useText } from '../shared/i18n/useText';
import { useFigures } from './useFigures';

interface MeaningProps {
  report: Report;
  figure: ReportFigure;
}

/** A figure's name, and behind its question mark what it means. */
export function Meaning({ report, figure }: MeaningProps) {
  const { t } = useText();
  const { label, meaning } = useFigures(report);
  return (
    <span className="report-name">
      {label(figure)}
      <Popover trigger="click" title={label(figure)} content={<p className="report-meaning">{meaning(figure)}</p>}>
        <button type="button" className="report-why" aria-label={t('report.definition', { figure: label(figure) })}>
          <CircleQuestionMark size={13} aria-hidden="true" />
        </button>
      </Popover>
    </span>
  );
}
