import { useQuery } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { ChartColumn, Download } from 'lucide-react';
import { useState } from 'react';
import { now } from '../shared/clock/clock';
import { fieldErrorText, useProblemText } from '../shared/ui/useProblemText';
import { ProblemError } from '../shared/api/problem';
import type { Report } from '../shared/api/types';
import { useUrlSearch } from '../shared/go';
import { useText } from '../shared/i18n/useText';
import { Empty, Failure, Loaded } from '../shared/ui/Loaded';
import { useSavedViews } from '../shared/ui/list/savedViews';
import { viewSearch } from '../shared/ui/list/listState';
import type { View } from '../shared/ui/list/types';
import { Views } from '../shared/ui/list/Views';
import '../shared/ui/list/list.css';
import { askedBy, reportKeys, type Asked } from './asked';
import { Headline } from './Headline';
import { reportQuery, saveReport, type FileType } from './queries';
import { ReportChart } from './ReportChart';
import { ReportFilters } from './ReportFilters';
import { ReportTable } from './ReportTable';
import './report.css';

/** What queues and agents have done over any span. The URL holds the whole question, so that it can be kept and shared. */
export function ReportsPage() {
  const { t } = useText();
  const search = useUrlSearch();
  const saved = useSavedViews('reports');
  const asked = askedBy(search, now());
  const views: View[] = [
    { label: t('report.viewToday'), search: {} },
    { label: t('report.viewYesterday'), search: { from: 'today-1', to: 'today-1' } },
    { label: t('report.viewWeek'), search: { from: 'today-6', to: 'today' } },
    { label: t('report.viewMonth'), search: { from: 'today-29', to: 'today' } },
    { label: t('report.viewAgents'), search: { report: 'agents' } },
  ];
  return (
    <div className="report-page">
      <header className="list-toolbar report-head">
        <div className="list-headline">
          <h1>{t('room.reports')}</h1>
          <span className="grow" />
          {asked && <Files asked={asked} />}
        </div>
        <Views
          list="reports"
          presets={views}
          saved={saved}
          picked={saved.find((view) => view.id === search['view'])}
          now={{ search: viewSearch(search, reportKeys), columns: null }}
          filterKeys={reportKeys.filter((key) => key !== 'figure')}
        />
        <ReportFilters />
      </header>
      {asked ? <Asking asked={asked} /> : <Empty icon={ChartColumn} title={t('report.noDates')} />}
    </div>
  );
}

function Asking({ asked }: { asked: Asked }) {
  const query = useQuery(reportQuery(asked));
  const wrong = query.error instanceof ProblemError ? query.error.errors[0] : undefined;
  if (wrong) return <Empty icon={ChartColumn} title={fieldErrorText(wrong)} />;
  if (query.error && !query.data) return <Failure error={query.error} retry={() => void query.refetch()} />;
  return (
    <Loaded query={query} lines={10}>
      {(report) => <Shown report={report} />}
    </Loaded>
  );
}

function Shown({ report }: { report: Report }) {
  const { t, full } = useText();
  if (report.rows.length === 0) return <Empty icon={ChartColumn} title={t('report.empty')} hint={t('report.emptyHint')} />;
  return (
    <div className="report-body">
      <Headline report={report} />
      <ReportChart report={report} />
      {report.groups.length > 1 && <ReportTable report={report} title={t('report.totals', { group: t(`reportGroup.${report.group}`) })} rows={report.totals} timed={false} />}
      <ReportTable key={`${report.from} ${report.interval}`} report={report} title={t('report.byInterval')} rows={report.rows} timed />
      <p className="soft report-as-of">{t('report.asOf', { time: full(report.at), zone: report.timeZone })}</p>
    </div>
  );
}

function Files({ asked }: { asked: Asked }) {
  const { t } = useText();
  const { message } = App.useApp();
  const problemText = useProblemText();
  const [busy, setBusy] = useState<FileType | null>(null);
  const save = async (type: FileType) => {
    setBusy(type);
    try {
      await saveReport(asked, type);
    } catch (error) {
      void message.error(problemText(error));
    } finally {
      setBusy(null);
    }
  };
  return (
    <>
      {(['csv', 'xlsx'] as const).map((type) => (
        <Button key={type} type="text" loading={busy === type} icon={<Download size={14} aria-hidden="true" />} onClick={() => void save(type)}>
          {t(`report.${type}`)}
        </Button>
      ))}
    </>
  );
}
