import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import dayjs from 'dayjs';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { answer, api } from '../../shared/api/client';
import type { FollowUpView } from '../../shared/api/types';
import { useNow } from '../../shared/clock/clock';
import { useGo, useUrlSearch } from '../../shared/go';
import { useText } from '../../shared/i18n/useText';
import { FilterField } from '../../shared/ui/list/Filters';
import { withFilters } from '../../shared/ui/list/listState';
import type { Filter } from '../../shared/ui/list/types';
import { Failure } from '../../shared/ui/Loaded';
import { byDay, dateText, dayKey, daysOf, step, type Span } from './calendar';
import { ChosenDay, Day } from './Day';
import './calendar.css';

const PAGE = 200;
/** As many pages of a span as are read; who has more narrows them down. */
const PAGES = 5;

interface FollowUpCalendarProps {
  span: Span;
  title: string;
  filters: Filter[];
  action: React.ReactNode;
}

/** Follow-ups on the days they are due: a month to see where there is room, a week to see what there is to do. */
export function FollowUpCalendar({ span, title, filters, action }: FollowUpCalendarProps) {
  const { t, language } = useText();
  const search = useUrlSearch();
  const go = useGo();
  const today = dayjs(useNow()).startOf('day');
  const asked = dayjs(search['day'] ?? '');
  const day = asked.isValid() ? asked.startOf('day') : today;
  const days = daysOf(span, day);
  const query = useFollowUpsOf(days, search);
  const found = byDay(query.data?.items ?? [], dayjs);
  const change = (changes: Record<string, string | undefined>) => go('.', { search: withFilters(search, changes), replace: true });
  const first = days[0] ?? day;
  const last = days.at(-1) ?? day;
  const name = span === 'month' ? dateText(language, { year: 'numeric', month: 'long' }).format(day.toDate()) : dateText(language, { year: 'numeric', month: 'long', day: 'numeric' }).formatRange(first.toDate(), last.toDate());

  return (
    <div className="list calendar">
      <header className="list-toolbar">
        <div className="list-headline">
          <h1>{title}</h1>
          <span className="grow" />
          {action}
        </div>
        <div className="row calendar-span">
          <button type="button" className="icon-button" aria-label={t('followUps.before')} onClick={() => change({ day: dayKey(step(span, day, -1)) })}>
            <ChevronLeft size={16} aria-hidden="true" />
          </button>
          <h2 aria-live="polite">{name}</h2>
          <button type="button" className="icon-button" aria-label={t('followUps.after')} onClick={() => change({ day: dayKey(step(span, day, 1)) })}>
            <ChevronRight size={16} aria-hidden="true" />
          </button>
          <Button size="small" onClick={() => change({ day: undefined })}>
            {t('followUps.toToday')}
          </Button>
        </div>
        <div className="list-filters">{filters.map((filter) => <FilterField key={filter.key} filter={filter} search={search} change={change} />)}</div>
      </header>
      {query.error && !query.data ? (
        <Failure error={query.error} retry={() => void query.refetch()} />
      ) : (
        <div className={`calendar-days calendar-${span}`} aria-busy={query.isFetching}>
          {span === 'month' &&
            days.slice(0, 7).map((d) => (
              <span key={d.day()} className="calendar-weekday small soft" aria-hidden="true">
                {dateText(language, { weekday: 'short' }).format(d.toDate())}
              </span>
            ))}
          {days.map((d) => (
            <Day key={dayKey(d)} span={span} date={d.toDate()} id={dayKey(d)} items={found.get(dayKey(d)) ?? []} other={span === 'month' && !d.isSame(day, 'month')} today={d.isSame(today)} past={d.isBefore(today)} chosen={d.isSame(day)} />
          ))}
          {span === 'month' && <ChosenDay date={day.toDate()} items={found.get(dayKey(day)) ?? []} />}
          {query.data?.more && <p className="calendar-more soft small">{t('followUps.tooMany')}</p>}
        </div>
      )}
    </div>
  );
}

function useFollowUpsOf(days: dayjs.Dayjs[], search: Record<string, string>) {
  const { status, kind, assignee } = search;
  const dueAfter = days[0]?.toISOString() ?? '';
  const dueBefore = days.at(-1)?.add(1, 'day').toISOString() ?? '';
  return useQuery({
    queryKey: ['list', 'follow-ups', 'calendar', dueAfter, dueBefore, status, kind, assignee],
    queryFn: async ({ signal }) => {
      const items: FollowUpView[] = [];
      let cursor = '';
      for (let page = 0; page < PAGES; page++) {
        // Each page begins where the one before ended.
        // oxlint-disable-next-line no-await-in-loop
        const found = await answer(
          api.GET('/api/v1/follow-ups', {
            params: { query: { dueAfter, dueBefore, sort: 'dueAt', limit: PAGE, cursor, ...(status ? { status } : {}), ...(kind ? { kind } : {}), ...(assignee ? { assignee } : {}) } },
            signal,
          }),
        );
        items.push(...found.items);
        if (!found.next) return { items, more: false };
        cursor = found.next;
      }
      return { items, more: true };
    },
    placeholderData: (before) => before,
  });
}
