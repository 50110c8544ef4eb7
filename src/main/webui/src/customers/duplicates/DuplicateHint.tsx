import { useQuery } from '@tanstack/react-query';
import { UsersRound } from 'lucide-react';
import type { DuplicateView } from '../../shared/api/types';
import { useText } from '../../shared/i18n/useText';
import { RecordLink } from '../../shared/ui/RecordLink';
import { duplicatesQuery } from '../queries';
import { Dismissed } from './Dismissed';
import { useDismissal } from './useDismissal';
import { useReasons } from './useReasons';
import './duplicates.css';

const MOST = 3;

interface DuplicateHintProps {
  customerId: string;
  /** Whether the reader may say that they are not the same. */
  may: boolean;
}

/** Says that the customer may have been entered twice, with whom and why, and lets the reader say that it was not. */
export function DuplicateHint({ customerId, may }: DuplicateHintProps) {
  const { t } = useText();
  const { data } = useQuery(duplicatesQuery(customerId));
  return (
    <>
      {data && data.length > 0 && (
        <div className="duplicates small" role="note">
          <UsersRound size={14} aria-hidden="true" />
          <div className="grow">
            {t('duplicates.maybe')}
            <ul>
              {data.slice(0, MOST).map((one) => (
                <Alike key={one.id} customerId={customerId} one={one} may={may} />
              ))}
            </ul>
          </div>
        </div>
      )}
      <Dismissed customerId={customerId} may={may} />
    </>
  );
}

function Alike({ customerId, one, may }: { customerId: string; one: DuplicateView; may: boolean }) {
  const { t } = useText();
  const reasons = useReasons();
  const dismissal = useDismissal(customerId);
  return (
    <li className="in-text duplicate">
      <span>
        <RecordLink to={`/customers/${one.id}`}>{one.name}</RecordLink> <span className="soft">{reasons(one)}</span>
      </span>
      {may && (
        <button type="button" className="plain-button soft duplicate-action" disabled={dismissal.isPending} aria-label={t('duplicates.notSameAs', { name: one.name })} onClick={() => dismissal.mutate({ other: one.id, dismissed: true })}>
          {t('duplicates.notSame')}
        </button>
      )}
    </li>
  );
}
