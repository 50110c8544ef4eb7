import { DatePicker, Input, Select } from 'antd';
import dayjs from 'dayjs';
import { Search } from 'lucide-react';
import { useEffect, useState } from 'react';
import { now } from '../../clock/clock';
import { useText } from '../../i18n/useText';
import { dayAt } from './listState';
import type { Filter } from './types';

/** The URL's keys that a list is narrowed by. */
export const filterKeys = (filters: Filter[] | undefined) =>
  (filters ?? []).flatMap((f) => (f.kind === 'dates' ? [f.from, f.to] : [f.key]));

interface SearchFieldProps {
  hint: string;
  value: string;
  change: (q: string | undefined) => void;
  className?: string;
}

export function SearchField({ hint, value, change, className }: SearchFieldProps) {
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  useEffect(() => {
    if (typed === value) return;
    const timer = setTimeout(() => change(typed || undefined), 200);
    return () => clearTimeout(timer);
    // Only what is typed starts the wait; a new URL must not restart it.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [typed]);
  return (
    <Input
      className={className ?? 'list-search'}
      prefix={className ? undefined : <Search size={14} aria-hidden="true" />}
      placeholder={hint}
      aria-label={hint}
      value={typed}
      allowClear
      maxLength={120}
      onChange={(e) => setTyped(e.target.value)}
    />
  );
}

interface FilterFieldProps {
  filter: Filter;
  search: Record<string, string>;
  change: (changes: Record<string, string | undefined>) => void;
}

export function FilterField({ filter, search, change }: FilterFieldProps) {
  const { t } = useText();
  if (filter.kind === 'text') {
    return <SearchField className="list-select" hint={filter.label} value={search[filter.key] ?? ''} change={(text) => change({ [filter.key]: text })} />;
  }
  if (filter.kind === 'dates') return <DatesField filter={filter} search={search} change={change} />;
  const asked = search[filter.key] ?? null;
  // Links may ask for several at once; the field says which instead of showing codes.
  const labelOf = (one: string) => filter.options.find((o) => o.value === one)?.label ?? one;
  const several = asked?.includes(',') && !filter.options.some((o) => o.value === asked) ? [{ value: asked, label: asked.split(',').map(labelOf).join(t('common.listSeparator')) }] : [];
  return (
    <Select
      className="list-select"
      aria-label={filter.label}
      placeholder={filter.label}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      popupMatchSelectWidth={false}
      value={asked}
      options={[...filter.options, ...several]}
      onChange={(value: string | null | undefined) => change({ [filter.key]: value ?? undefined })}
    />
  );
}

/** Spans of days that move with the calendar, so that a view kept with one stays true. */
const SPANS = [
  ['today', 'today', 'list.spanToday'],
  ['today-1', 'today-1', 'list.spanYesterday'],
  ['today-6', 'today', 'list.spanWeek'],
  ['today-29', 'today', 'list.spanMonth'],
] as const;

function DatesField({ filter, search, change }: Omit<FilterFieldProps, 'filter'> & { filter: Extract<Filter, { kind: 'dates' }> }) {
  const { t } = useText();
  const day = (text: string | undefined) => {
    const at = dayAt(text, now());
    return at && dayjs(at);
  };
  const presets = SPANS.map(([from, to, label]) => ({ label: t(label), value: [day(from), day(to)] as [dayjs.Dayjs, dayjs.Dayjs], from, to }));
  return (
    <DatePicker.RangePicker
      className="list-dates"
      aria-label={filter.label}
      allowEmpty={[true, true]}
      presets={presets}
      value={[day(search[filter.from]), day(search[filter.to])]}
      onChange={(range) => {
        const span = presets.find((p) => range?.[0]?.isSame(p.value[0], 'day') && range[1]?.isSame(p.value[1], 'day'));
        change({
          [filter.from]: span?.from ?? range?.[0]?.format('YYYY-MM-DD'),
          [filter.to]: span?.to ?? range?.[1]?.format('YYYY-MM-DD'),
        });
      }}
    />
  );
}
