import { Button } from 'antd';
import { useState } from 'react';
import type { Report, ReportRow } from '../shared/api/types';
import { useText } from '../shared/i18n/useText';
import { Figure } from './Figure';
import { Meaning } from './Meaning';
import { useFigures } from './useFigures';

const FIRST = 60;
/** A page with more cells than this is slow to use; files have them all. */
const MOST = 1500;

interface ReportTableProps {
  report: Report;
  title: string;
  rows: readonly ReportRow[];
  /** Whether rows say when they were. */
  timed: boolean;
}

/** Rows of figures with a total below; each figure leads to its calls. */
export function ReportTable({ report, title, rows, timed }: ReportTableProps) {
  const { t, number } = useText();
  const { heading, when } = useFigures(report);
  const [all, setAll] = useState(false);
  const grouped = report.group !== 'all';
  const headings = new Map(report.groups.map((one) => [one.key, one]));
  const shown = rows.slice(0, all ? MOST : FIRST);
  const nameOf = (row: ReportRow) => {
    const found = headings.get(row.group);
    return found ? heading(found) : row.group;
  };
  return (
    <section className="report-table">
      <h2>{title}</h2>
      <div className="report-scroll" role="region" aria-label={title}>
        <table className="tabular">
          <thead>
            <tr>
              {timed && <th scope="col">{t('report.from')}</th>}
              {grouped && <th scope="col">{t(`reportGroup.${report.group}`)}</th>}
              {report.figures.map((figure) => (
                <th key={figure.key} scope="col">
                  <Meaning report={report} figure={figure} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <tr key={`${row.from} ${row.group}`}>
                {timed && <th scope="row">{when(row.from)}</th>}
                {grouped && <th scope="row">{nameOf(row)}</th>}
                {report.figures.map((figure) => (
                  <td key={figure.key}>
                    <Figure report={report} figure={figure.unit === 'count' ? figure : { ...figure, counted: null }} row={row} over={headings.get(row.group)?.over ?? report.over} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" colSpan={Number(timed) + Number(grouped)}>
                {t('report.total')}
              </th>
              {report.figures.map((figure) => (
                <td key={figure.key}>
                  <Figure report={report} figure={{ ...figure, counted: null }} row={{ from: report.from, to: report.to, values: report.total }} over={report.over} />
                </td>
              ))}
            </tr>
          </tfoot>
        </table>
      </div>
      {rows.length > shown.length && (
        <p className="report-more">
          {all ? (
            <span className="soft">{t('report.cut', { shown: number(shown.length), count: rows.length })}</span>
          ) : (
            <Button type="text" size="small" onClick={() => setAll(true)}>
              {t('report.more', { count: rows.length })}
            </Button>
          )}
        </p>
      )}
    </section>
  );
}
