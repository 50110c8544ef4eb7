import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Form } from 'antd';
import { useEffect, useState } from 'react';
import type { DuplicateInput } from '../../shared/api/types';
import { useText } from '../../shared/i18n/useText';
import { RecordLink } from '../../shared/ui/RecordLink';
import { likeDraftQuery, type CustomerInput } from '../queries';
import { likeness } from './draft';
import { useReasons } from './useReasons';
import './duplicates.css';

const PAUSE = 400;

interface AlreadyThereProps {
  /** Takes one that is there instead of making another. */
  onExisting?: ((customer: { id: string; name: string }) => void) | undefined;
}

/** Within the form of a new customer: those who are there already and may be meant. Nothing keeps the reader from making one. */
export function AlreadyThere({ onExisting }: AlreadyThereProps) {
  const { t } = useText();
  const reasons = useReasons();
  const form = Form.useFormInstance<CustomerInput>();
  const asked = JSON.stringify(likeness(Form.useWatch([], form) as CustomerInput | undefined));
  const draft = JSON.parse(useSettled(asked, PAUSE)) as DuplicateInput | null;
  const { data } = useQuery({ ...likeDraftQuery(draft ?? { name: null }), enabled: draft !== null });
  if (!draft || !data || data.length === 0) return null;
  return (
    <Alert
      className="already-there"
      type="warning"
      showIcon
      role="status"
      title={t('duplicates.already')}
      description={
        <ul>
          {data.slice(0, 3).map((one) => (
            <li key={one.id} className="row in-text">
              <span className="grow">
                {/* However long the name is, why it is shown stands below. */}
                <span className="already-name" title={one.name}>
                  <RecordLink to={`/customers/${one.id}`}>{one.name}</RecordLink>
                </span>
                <span className="already-reason soft small">{reasons(one)}</span>
              </span>
              {onExisting && (
                <Button size="small" onClick={() => onExisting(one)}>
                  {t('duplicates.take')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      }
    />
  );
}

/** The value once it has been the same for a while. */
function useSettled(value: string, ms: number): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return settled;
}
