import { useQuery } from '@tanstack/react-query';
import { useText } from '../../shared/i18n/useText';
import { RecordLink } from '../../shared/ui/RecordLink';
import { When } from '../../shared/ui/When';
import { dismissedQuery } from '../queries';
import { useDismissal } from './useDismissal';
import './duplicates.css';

/** Who looks alike and was said to be another one: out of the way, and there to be taken back. */
export function Dismissed({ customerId, may }: { customerId: string; may: boolean }) {
  const { t } = useText();
  const { data } = useQuery(dismissedQuery(customerId));
  const dismissal = useDismissal(customerId);
  if (!data || data.length === 0) return null;
  return (
    <details className="dismissed small">
      <summary className="faint">{t('duplicates.dismissed', { count: data.length })}</summary>
      <ul>
        {data.map(({ id, name, byName, at }) => (
          <li key={id} className="in-text duplicate">
            <span>
              <RecordLink to={`/customers/${id}`}>{name}</RecordLink>{' '}
              <span className="soft">
                {byName ?? t('audit.somebody')} · <When at={at} />
              </span>
            </span>
            {may && (
              <button type="button" className="plain-button soft duplicate-action" disabled={dismissal.isPending} aria-label={t('duplicates.undoOf', { name })} onClick={() => dismissal.mutate({ other: id, dismissed: false })}>
                {t('duplicates.undo')}
              </button>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
