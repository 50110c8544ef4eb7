import { Tooltip } from 'antd';
import { X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useText } from '../i18n/useText';
import './drawer.css';

interface DetailDrawerProps {
  title: React.ReactNode;
  /** Name for screen readers when the title is not plain text. */
  label: string;
  above?: React.ReactNode;
  actions?: React.ReactNode;
  onClose: () => void;
  wide?: boolean;
  children: React.ReactNode;
}

/**
 * The one place details open: at the right of the list, which stays usable. Esc closes it, the focus goes in
 * when it opens and back to where it came from when it closes. It never covers the top bar.
 */
export function DetailDrawer({ title, label, above, actions, onClose, wide, children }: DetailDrawerProps) {
  const { t } = useText();
  const panel = useRef<HTMLElement>(null);

  useEffect(() => {
    const before = document.activeElement;
    panel.current?.focus({ preventScroll: true });
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, []);

  return (
    <aside
      ref={panel}
      className={`drawer${wide ? ' drawer-wide' : ''}`}
      aria-label={label}
      tabIndex={-1}
      onKeyDown={(e) => {
        if (e.key === 'Escape' && !e.defaultPrevented && !(e.target as HTMLElement).closest('.ant-select-open,.ant-picker-focused')) onClose();
      }}
    >
      <header className="drawer-head">
        <div className="grow">
          {above && <div className="drawer-above">{above}</div>}
          <h1 className="drawer-title">{title}</h1>
        </div>
        {actions}
        <Tooltip title={t('common.close')}>
          <button type="button" className="icon-button" aria-label={t('common.close')} onClick={onClose}>
            <X size={16} aria-hidden="true" />
          </button>
        </Tooltip>
      </header>
      <div className="drawer-body">{children}</div>
    </aside>
  );
}

export function Section({ title, extra, children }: { title: string; extra?: React.ReactNode; children: React.ReactNode }) {
  return (
    <section className="section">
      <header className="section-head">
        <h2>{title}</h2>
        {extra}
      </header>
      {children}
    </section>
  );
}

/** A quiet table of facts; entries without a value are left out. */
export function Facts({ items }: { items: [label: string, value: React.ReactNode][] }) {
  const shown = items.filter(([, value]) => value !== null && value !== undefined && value !== '' && value !== false);
  return (
    <dl className="facts">
      {shown.map(([label, value]) => (
        <div key={label} className="fact">
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
