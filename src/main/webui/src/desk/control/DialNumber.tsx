import { Tooltip } from 'antd';
import { Phone } from 'lucide-react';
import { useMe } from '../../session/session';
import { useText } from '../../shared/i18n/useText';
import { useDesk } from '../deskStore';
import { useDial } from './actions';
import './control.css';

interface DialNumberProps {
  number: string | null | undefined;
  customerId?: string | null;
}

/** A number as text, with a click to dial it for those who have a phone. */
export function DialNumber({ number, customerId }: DialNumberProps) {
  const { phone } = useText();
  return (
    <span className="dial-number">
      <span className="tabular">{phone(number)}</span>
      <DialButton number={number} customerId={customerId ?? null} />
    </span>
  );
}

/** The click alone. */
export function DialButton({ number, customerId }: DialNumberProps) {
  const { t, phone } = useText();
  const me = useMe();
  const busy = useDesk((s) => s.agent?.state === 'ringing' || s.agent?.state === 'on-call');
  const dial = useDial();
  if (!number || !me.extension) return null;
  const label = t('control.dial', { number: phone(number) });
  return (
    <Tooltip title={busy ? t('control.dialBusy') : label}>
      <button
        type="button"
        className="icon-button dial-button"
        aria-label={label}
        disabled={busy || dial.isPending}
        onClick={(event) => {
          event.stopPropagation();
          dial.mutate({ to: number, customerId: customerId ?? null });
        }}
      >
        <Phone size={13} aria-hidden="true" />
      </button>
    </Tooltip>
  );
}
