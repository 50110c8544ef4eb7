import { ChevronRight } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { typing } from '../frame/shortcuts';
import type { CustomerCard } from '../shared/api/types';
import { useText } from '../shared/i18n/useText';
import { Tags } from '../shared/ui/Tags';
import { useChooseCustomer } from './useDeskCustomer';

/** Keys there are for; the rest is chosen by mouse or Tab. */
const KEYS = 9;

/** Several customers share the caller's number: one press of a digit, a click, or arrows and Enter say which it is. */
export function Candidates({ customers, callId }: { customers: CustomerCard[]; callId: string }) {
  const { t } = useText();
  const { mutate, isPending } = useChooseCustomer();
  const list = useRef<HTMLUListElement>(null);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isPending || typing(event.target)) return;
      if (document.querySelector('[role=dialog]')) return;
      const chosen = /^[1-9]$/.test(event.key) ? customers[Number(event.key) - 1] : undefined;
      if (!chosen) return;
      event.preventDefault();
      mutate({ callId, customerId: chosen.id, name: chosen.name });
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [customers, callId, mutate, isPending]);

  const move = (event: React.KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (!step) return;
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
    buttons[buttons.indexOf(event.target as HTMLButtonElement) + step]?.focus();
    event.preventDefault();
  };

  return (
    <div>
      <h2 className="candidates-title">{t('desk.whichOne', { count: customers.length })}</h2>
      {/* The buttons inside are what can be reached; the list only listens for arrows between them. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <ul className="candidates" ref={list} onKeyDown={move}>
        {customers.map((c, i) => (
          <li key={c.id}>
            <button type="button" className="candidate" disabled={isPending} onClick={() => mutate({ callId, customerId: c.id, name: c.name })}>
              {i < KEYS && <kbd title={t('desk.chooseByKey', { key: i + 1 })}>{i + 1}</kbd>}
              <span className="grow">
                <span className="clip candidate-name">{c.name}</span>
                <span className="small soft clip candidate-more">{[c.contactName !== c.name ? c.contactName : null, c.ownerName].filter(Boolean).join(' · ')}</span>
              </span>
              <Tags tags={c.tags} vip={c.vip} max={2} />
              <ChevronRight size={16} aria-hidden="true" />
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
