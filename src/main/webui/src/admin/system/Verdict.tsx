import { CircleAlert, CircleCheck, TriangleAlert } from 'lucide-react';
import type { Finding, SystemView } from '../../shared/api/types';
import { useText } from '../../shared/i18n/useText';
import { isTime } from './findings';

const icons = { ok: CircleCheck, attention: TriangleAlert, wrong: CircleAlert } as const;

/** In one line whether all is right; else what is not, and what to do about each. */
export function Verdict({ system }: { system: SystemView }) {
  const { t } = useText();
  const Icon = icons[system.state];
  return (
    <section className={`verdict verdict-${system.state}`} aria-live="polite">
      <Icon size={20} aria-hidden="true" />
      <div className="grow">
        <h2>{t(`system.${system.state}`)}</h2>
        {system.findings.length === 0 ? (
          <p>{t('system.okHint')}</p>
        ) : (
          <ul className="verdict-findings">
            {system.findings.map((finding) => (
              <li key={finding.code}>
                <FindingText finding={finding} now={system.at} />
              </li>
            ))}
          </ul>
        )}
      </div>
    </section>
  );
}

function FindingText({ finding, now }: { finding: Finding; now: string }) {
  const { t, full, number, span } = useText();
  const amount = finding.figure ?? 0;
  const figure = isTime(finding) ? span(Math.abs(amount)) : number(amount);
  return (
    <>
      <p>
        <span className={`verdict-mark verdict-mark-${finding.gravity}`} aria-hidden="true" />
        <b>{t(`finding.${finding.code}.title`, { figure })}</b>
        {finding.since && (
          <span className="verdict-since" title={full(finding.since)}>
            {t('system.lasting', { time: span(Date.parse(now) - Date.parse(finding.since)) })}
          </span>
        )}
      </p>
      <p>{t(`finding.${finding.code}.hint`)}</p>
      {finding.detail && <p className="verdict-said">{t('system.said', { detail: finding.detail })}</p>}
    </>
  );
}
