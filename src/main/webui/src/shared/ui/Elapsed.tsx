import { useNow } from '../clock/clock';
import { clockTime } from '../format/duration';
import { useText } from '../i18n/useText';

/** Running time since a server moment, in tabular figures of steady width. */
export function Elapsed({ since }: { since: string }) {
  const now = useNow();
  return <span className="tabular">{clockTime(now - Date.parse(since))}</span>;
}

/** Time left until a server moment; stands at 0:00 afterwards. */
export function TimeLeft({ until }: { until: string }) {
  const { t } = useText();
  const now = useNow();
  return <span className="tabular">{t('callbar.left', { time: clockTime(Date.parse(until) - now + 999) })}</span>;
}
