import { Plus } from 'lucide-react';
import type { FollowUpView } from '../../shared/api/types';
import { useNow } from '../../shared/clock/clock';
import { useGo, useUrlSearch } from '../../shared/go';
import { useText } from '../../shared/i18n/useText';
import { dateText, type Span } from './calendar';

/** As many of a month's day as have room. */
const IN_CELL = 3;
const LONG = { weekday: 'long', month: 'long', day: 'numeric' } as const;

interface DayProps {
  span: Span;
  /** As the URL names it. */
  id: string;
  date: Date;
  items: FollowUpView[];
  other: boolean;
  today: boolean;
  past: boolean;
  chosen: boolean;
}

/** A day and what is due on it. */
export function Day({ span, id, date, items, other, today, past, chosen }: DayProps) {
  const { t, language } = useText();
  const go = useGo();
  const search = useUrlSearch();
  const long = dateText(language, LONG).format(date);
  const short = dateText(language, { weekday: 'short', month: 'short', day: 'numeric' }).format(date);
  // What is still to do comes first where there is little room.
  const shown = span === 'month' ? items.toSorted((a, b) => Number(a.status !== 'open') - Number(b.status !== 'open')).slice(0, IN_CELL) : items;
  const label = t('followUps.ofDay', { day: long, count: items.length });
  const toWeek = () => go('.', { search: { ...search, as: 'week', day: id } });
  return (
    <div role="group" className={`calendar-day${other ? ' calendar-other' : ''}${today ? ' calendar-today' : ''}${chosen ? ' calendar-chosen' : ''}`} aria-label={label}>
      <header className="calendar-day-head">
        {span === 'week' ? (
          <h3>{short}</h3>
        ) : (
          <>
            <button type="button" className="plain-button calendar-number calendar-wide" aria-label={label} onClick={toWeek}>
              {date.getDate()}
            </button>
            <button type="button" className="plain-button calendar-number calendar-narrow" aria-label={label} aria-pressed={chosen} onClick={() => go('.', { search: { ...search, day: id }, replace: true })}>
              {date.getDate()}
              {items.length > 0 && <span className={`calendar-count${items.some((f) => f.status === 'open') ? '' : ' calendar-count-done'}`}>{items.length}</span>}
            </button>
          </>
        )}
        {!past && (
          <button
            type="button"
            className="icon-button calendar-add"
            aria-label={t('followUps.newOn', { day: long })}
            title={t('followUps.new')}
            onClick={() => go('/follow-ups/new', { search: { ...search, on: id } })}
          >
            <Plus size={14} aria-hidden="true" />
          </button>
        )}
      </header>
      <Items items={shown} />
      {span === 'month' && items.length > IN_CELL && (
        <button type="button" className="plain-button small calendar-rest" onClick={toWeek}>
          {t('followUps.moreOfDay', { count: items.length - IN_CELL })}
        </button>
      )}
    </div>
  );
}

/** Below a month that is too narrow for more than figures: what the chosen day holds. */
export function ChosenDay({ date, items }: { date: Date; items: FollowUpView[] }) {
  const { t, language } = useText();
  return (
    <section className="calendar-narrow calendar-chosen-day">
      <h3>{dateText(language, LONG).format(date)}</h3>
      {items.length === 0 ? <p className="soft">{t('followUps.nothingOn')}</p> : <Items items={items} />}
    </section>
  );
}

function Items({ items }: { items: FollowUpView[] }) {
  const { t, phone, time } = useText();
  const go = useGo();
  const at = useNow();
  return (
    <ul className="calendar-items">
      {items.map((f) => {
        const who = f.customerName ?? (phone(f.phone) || t(`followUpKind.${f.kind}`));
        const state = f.status === 'open' ? (Date.parse(f.dueAt) < at ? 'late' : 'open') : f.status;
        return (
          <li key={f.id}>
            <button
              type="button"
              className={`plain-button calendar-item calendar-item-${state}`}
              title={[time(f.dueAt), who, state === 'late' ? t('followUps.overdue') : t(`followUpStatus.${f.status}`), f.assigneeName, f.note].filter(Boolean).join(' · ')}
              onClick={() => go(`/follow-ups/${f.id}`)}
            >
              <time dateTime={f.dueAt}>{time(f.dueAt)}</time>
              <span className="clip">{who}</span>
              <span className="visually-hidden">{state === 'late' ? t('followUps.overdue') : t(`followUpStatus.${f.status}`)}</span>
              {f.note && <span className="calendar-note soft clip">{f.note}</span>}
            </button>
          </li>
        );
      })}
    </ul>
  );
}
