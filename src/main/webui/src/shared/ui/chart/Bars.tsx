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
}

interface BarsProps {
  title: string;
  /** When each bar's span began, in milliseconds, rising. */
  times: readonly number[];
  /** All that came in each span, drawn as a pale bar. */
  whole: BarSeries;
  /** What became of it, stacked within that bar from its foot. */
  parts: readonly BarSeries[];
  tall?: boolean;
}

const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

/** Counts by spans of time. Pointing at a bar tells its figures; else, and without eyes, the sums are told. */
export function Bars({ title, times, whole, parts, tall }: BarsProps) {
  const { t, time, number } = useText();
  const [at, setAt] = useState(-1);
  const pointed = at >= 0 && at < times.length ? at : -1;
  const max = niceMax(whole.values, 5);
  const width = times.length * STEP;
  const all = [whole, ...parts];
  const clock = (i: number) => time(new Date(times[i] ?? 0).toISOString());
  const value = (series: BarSeries) => number(pointed >= 0 ? (series.values[pointed] ?? 0) : total(series.values));
  const bar = (i: number, from: number, to: number) =>
    `M${i * STEP + GAP / 2} ${(HEIGHT * (1 - from / max)).toFixed(1)}V${(HEIGHT * (1 - to / max)).toFixed(1)}h${STEP - GAP}V${(HEIGHT * (1 - from / max)).toFixed(1)}z`;
  const piled = stacked(parts.map((part) => part.values));
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
              <i className={`chart-swatch chart-bar-${i}`} /> {series.label} <b>{value(series)}</b>
            </span>
          ))}
        </span>
      </figcaption>
      <div
        className="chart-field"
        role="img"
        aria-label={`${title}. ${all.map((series) => t('chart.sum', { label: series.label, count: total(series.values) })).join(' ')}`}
        onPointerMove={(e) => {
          const box = e.currentTarget.getBoundingClientRect();
          setAt(nearest(times.map((_, i) => (i + 0.5) / times.length), (e.clientX - box.left) / box.width));
        }}
        onPointerLeave={() => setAt(-1)}
      >
        <svg viewBox={`0 0 ${width} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
          <path className="chart-grid" d={`M0 .5H${width}M0 ${HEIGHT / 2}H${width}`} />
          {pointed >= 0 && <rect className="chart-pointed" x={pointed * STEP} width={STEP} height={HEIGHT} />}
          <path className="chart-bar chart-bar-0" d={whole.values.map((v, i) => (v > 0 ? bar(i, 0, v) : '')).join('')} />
          {piled.map((spans, n) => (
            <path key={parts[n]?.label} className={`chart-bar chart-bar-${n + 1}`} d={spans.map(([from, to], i) => (to > from ? bar(i, from, to) : '')).join('')} />
          ))}
          <path className="chart-base" d={`M0 ${HEIGHT - 0.5}H${width}`} />
        </svg>
        <span className="chart-max" aria-hidden="true">
          {number(max)}
        </span>
      </div>
      <div className="chart-axis tabular" aria-hidden="true">
        <span>{clock(0)}</span>
        <span>{clock(Math.floor(times.length / 2))}</span>
        <span>{t('chart.now')}</span>
      </div>
    </figure>
  );
}
