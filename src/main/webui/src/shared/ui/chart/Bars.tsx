import { useState } from 'react';
import { useText } from '../../i18n/useText';
import { nearest, niceMax, stacked } from './scale';
import './chart.css';

const HEIGHT = 64;
const STEP = 10;
const GAP = 2;

interface BarSeries {
  label: string;
  values: readonly number[];
  /** What is told of all spans together, where that is no sum. */
  total?: number | null | undefined;
}

interface BarsProps {
  title: string;
  /** When each bar's span began, in milliseconds, rising. */
  times: readonly number[];
  /** All that came in each span, drawn as a pale bar; left out where the parts are all. */
  whole?: BarSeries;
  /** What became of it, stacked within that bar from its foot. */
  parts: readonly BarSeries[];
  tall?: boolean;
  /** What a span is called; by its time of day without. */
  label?: (at: number) => string;
  /** Under the last bar; without, bars go on up to now. */
  end?: string;
  /** A value with its unit. */
  format?: (value: number) => string;
}

const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

/** Figures by spans of time. Pointing at a bar tells its figures; else, and without eyes, the sums are told. */
export function Bars({ title, times, whole, parts, tall, label, end, format }: BarsProps) {
  const { t, time, number } = useText();
  const said = format ?? number;
  const [at, setAt] = useState(-1);
  const pointed = at >= 0 && at < times.length ? at : -1;
  const piled = stacked(parts.map((part) => part.values));
  const max = niceMax(whole ? whole.values : piled.flatMap((spans) => spans.map(([, to]) => to)), 5);
  const width = times.length * STEP;
  const all = whole ? [whole, ...parts] : parts;
  const colour = whole ? 0 : 1;
  const clock = (i: number) => (label ? label(times[i] ?? 0) : time(new Date(times[i] ?? 0).toISOString()));
  const sumOf = (series: BarSeries) => ('total' in series ? (series.total ?? null) : total(series.values));
  const text = (figure: number | null) => (figure === null ? '–' : said(figure));
  const value = (series: BarSeries) => text(pointed >= 0 ? (series.values[pointed] ?? 0) : sumOf(series));
  const bar = (i: number, from: number, to: number) =>
    `M${i * STEP + GAP / 2} ${(HEIGHT * (1 - from / max)).toFixed(1)}V${(HEIGHT * (1 - to / max)).toFixed(1)}h${STEP - GAP}V${(HEIGHT * (1 - from / max)).toFixed(1)}z`;
  return (
    <figure className={`chart${tall ? ' chart-tall' : ''}`}>
      <figcaption className="chart-head">
        <span className="chart-title">
          {title}
          {pointed >= 0 && <span className="faint tabular"> · {clock(pointed)}</span>}
        </span>
        <span className="chart-legend tabular" aria-hidden="true">
          {all.map((series, i) => (
            <span key={series.label}>
              <i className={`chart-swatch chart-bar-${i + colour}`} /> {series.label} <b>{value(series)}</b>
            </span>
          ))}
        </span>
      </figcaption>
      <div
        className="chart-field"
        role="img"
        aria-label={`${title}. ${all.map((series) => t('chart.sum', { label: series.label, count: text(sumOf(series)) as never })).join(' ')}`}
        onPointerMove={(e) => {
          const box = e.currentTarget.getBoundingClientRect();
          setAt(nearest(times.map((_, i) => (i + 0.5) / times.length), (e.clientX - box.left) / box.width));
        }}
        onPointerLeave={() => setAt(-1)}
      >
        <svg viewBox={`0 0 ${width} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
          <path className="chart-grid" d={`M0 .5H${width}M0 ${HEIGHT / 2}H${width}`} />
          {pointed >= 0 && <rect className="chart-pointed" x={pointed * STEP} width={STEP} height={HEIGHT} />}
          {whole && <path className="chart-bar chart-bar-0" d={whole.values.map((v, i) => (v > 0 ? bar(i, 0, v) : '')).join('')} />}
          {piled.map((spans, n) => (
            <path key={parts[n]?.label} className={`chart-bar chart-bar-${n + 1}`} d={spans.map(([from, to], i) => (to > from ? bar(i, from, to) : '')).join('')} />
          ))}
          <path className="chart-base" d={`M0 ${HEIGHT - 0.5}H${width}`} />
        </svg>
        <span className="chart-max" aria-hidden="true">
          {said(max)}
        </span>
      </div>
      <div className="chart-axis tabular" aria-hidden="true">
        <span>{clock(0)}</span>
        <span>{clock(Math.floor(times.length / 2))}</span>
        <span>{end ?? t('chart.now')}</span>
      </div>
    </figure>
  );
}
