import { useMemo, useState } from 'react';
import { useText } from '../../i18n/useText';
import { linePath, nearest, niceMax, places, summary, type Series } from './scale';
import './chart.css';

const WIDTH = 600;
const HEIGHT = 64;

interface ChartProps {
  title: string;
  /** When each value was taken, in milliseconds, rising. */
  times: readonly number[];
  spanMs: number;
  /** One line, or two: what is usual, and the worst. */
  series: readonly Series[];
  /** The value with its unit. */
  format: (value: number) => string;
  /** The scale is never finer than up to this. */
  least: number;
}

/** Lines over the last minutes. Pointing at it tells the values of that moment; without eyes it is told in a sentence. */
export function Chart({ title, times, spanMs, series, format, least }: ChartProps) {
  const { t, timeSeconds } = useText();
  const [at, setAt] = useState(-1);
  const x = useMemo(() => places(times, spanMs), [times, spanMs]);
  const max = niceMax(series.flatMap((s) => s.values), least);
  const pointed = at >= 0 && at < times.length ? at : -1;
  const values = series.map((s) => (pointed >= 0 ? (s.values[pointed] ?? null) : summary(s.values).last));
  const text = (value: number | null) => (value === null ? '–' : format(value));
  const told = series.map((s) => {
    const { last, most } = summary(s.values);
    return t('chart.told', { label: s.label, last: text(last), most: text(most) });
  });
  return (
    <figure className="chart">
      <figcaption className="chart-head">
        <span className="chart-title">{title}</span>
        <span className="chart-legend tabular" aria-hidden="true">
          {pointed >= 0 && <span className="faint">{timeSeconds(new Date(times[pointed] ?? 0).toISOString())}</span>}
          {series.map((s, i) => (
            <span key={s.label}>
              {series.length > 1 && (
                <>
                  <i className={`chart-key chart-series-${i}`} /> {s.label}{' '}
                </>
              )}
              <b>{text(values[i] ?? null)}</b>
            </span>
          ))}
        </span>
      </figcaption>
      <div
        className="chart-field"
        role="img"
        aria-label={`${title}. ${told.join(' ')}`}
        onPointerMove={(e) => {
          const box = e.currentTarget.getBoundingClientRect();
          setAt(nearest(x, (e.clientX - box.left) / box.width));
        }}
        onPointerLeave={() => setAt(-1)}
      >
        <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
          <path className="chart-grid" d={`M0 .5H${WIDTH}M0 ${HEIGHT / 2}H${WIDTH}`} />
          <path className="chart-base" d={`M0 ${HEIGHT - 0.5}H${WIDTH}`} />
          {series.map((s, i) => {
            const { line, dots } = linePath(x, s.values, max, WIDTH, HEIGHT - 1);
            return (
              <g key={s.label} className={`chart-series-${i}`}>
                <path className="chart-line" d={line} />
                <path className="chart-dots" d={dots} />
              </g>
            );
          })}
          {pointed >= 0 && <path className="chart-cursor" d={`M${((x[pointed] ?? 0) * WIDTH).toFixed(1)} 0V${HEIGHT}`} />}
        </svg>
        <span className="chart-max" aria-hidden="true">
          {format(max)}
        </span>
      </div>
      <div className="chart-axis" aria-hidden="true">
        <span>{t('chart.ago', { count: Math.round(spanMs / 60_000) })}</span>
        <span>{t('chart.now')}</span>
      </div>
    </figure>
  );
}
