import type { LucideIcon } from 'lucide-react';
import { useState } from 'react';
import './banner.css';

interface BannerProps {
  /** Red for what keeps calls away. */
  tone: 'amber' | 'red';
  icon: LucideIcon;
  text: string;
  /** What can be done about it. */
  children?: React.ReactNode;
}

/** Below the top bar, on every page: what is wrong, and what to do. On a phone it begins short and is whole at a touch. */
export function Banner({ tone, icon: Icon, text, children }: BannerProps) {
  const [whole, setWhole] = useState(false);
  return (
    <div className={`banner banner-${tone}`} role={tone === 'red' ? 'alert' : 'status'}>
      <Icon size={16} aria-hidden="true" />
      {/* For the eye alone: who listens hears all of it. */}
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions */}
      <span className={`banner-text${whole ? ' banner-whole' : ''}`} onClick={() => setWhole(!whole)}>
        {text}
      </span>
      {children}
    </div>
  );
}
