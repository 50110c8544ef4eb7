import { useQuery } from '@tanstack/react-query';
import { Input, Modal, type InputRef } from 'antd';
import { Search, UserPlus } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import { answer, api } from '../shared/api/client';
import type { CustomerView } from '../shared/api/types';
import { firstPhone } from '../customers/firstPhone';
import { useGo } from '../shared/go';
import { useText } from '../shared/i18n/useText';
import { Failure } from '../shared/ui/Loaded';
import { Tags } from '../shared/ui/Tags';
import './search.css';

/** Ctrl-K: customers by name or phone, from anywhere, hands on the keyboard. */
export function SearchDialog({ open, close }: { open: boolean; close: () => void }) {
  const { t } = useText();
  return (
    <Modal open={open} onCancel={close} footer={null} closable={false} width={560} destroyOnHidden title={t('search.title')} styles={{ header: { display: 'none' } }}>
      {open && <SearchBody close={close} />}
    </Modal>
  );
}

function SearchBody({ close }: { close: () => void }) {
  const text = useText();
  const { t } = text;
  const go = useGo();
  const listId = useId();
  const input = useRef<InputRef>(null);
  const [typed, setTyped] = useState('');
  const [asked, setAsked] = useState('');
  const [at, setAt] = useState(0);

  useEffect(() => input.current?.focus(), []);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(typed.trim()), 150);
    return () => clearTimeout(timer);
  }, [typed]);

  const found = useQuery({
    queryKey: ['search', asked],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/customers', { params: { query: { q: asked, limit: 8 } }, signal })),
    enabled: asked.length > 0,
    placeholderData: (before) => before,
  });
  const rows = asked ? (found.data?.items ?? []) : [];
  const open = (customer: CustomerView | undefined) => {
    if (!customer) return;
    close();
    go(`/customers/${customer.id}`, { search: {} });
  };

  return (
    <div
      onKeyDown={(e) => {
        if (e.key === 'ArrowDown' || e.key === 'ArrowUp') {
          e.preventDefault();
          setAt((i) => Math.max(0, Math.min(rows.length - 1, i + (e.key === 'ArrowDown' ? 1 : -1))));
        }
        if (e.key === 'Enter' && !e.nativeEvent.isComposing) open(rows[at]);
      }}
      role="presentation"
    >
      <Input
        ref={input}
        size="large"
        variant="borderless"
        prefix={<Search size={16} aria-hidden="true" />}
        placeholder={t('search.hint')}
        value={typed}
        maxLength={120}
        role="combobox"
        aria-label={t('search.title')}
        aria-expanded={rows.length > 0}
        aria-controls={listId}
        aria-activedescendant={rows[at] ? `${listId}-${at}` : undefined}
        onChange={(e) => {
          setTyped(e.target.value);
          setAt(0);
        }}
      />
      <ul id={listId} role="listbox" aria-label={t('room.customers')} className="search-list">
        {rows.map((customer, i) => (
          // Keys are handled by the field above, as a combobox does.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
          <li
            key={customer.id}
            id={`${listId}-${i}`}
            role="option"
            aria-selected={i === at}
            className={`search-row${i === at ? ' search-row-at' : ''}`}
            onMouseEnter={() => setAt(i)}
            onClick={() => open(customer)}
          >
            <span className="clip" style={{ fontWeight: 500 }}>
              {customer.name}
            </span>
            <Tags tags={customer.tags} vip={customer.vip} max={2} />
            <span className="grow" />
            <span className="soft tabular small">{text.phone(firstPhone(customer))}</span>
          </li>
        ))}
      </ul>
      {found.error && <Failure error={found.error} retry={() => void found.refetch()} />}
      {asked && found.data && rows.length === 0 && !found.isFetching && (
        <div className="search-none">
          <span className="soft">{t('search.none')}</span>
          <button
            type="button"
            className="plain-button search-new"
            onClick={() => {
              close();
              go('/customers/new', { search: /^[+\d\s()-]{4,}$/.test(asked) ? { phone: asked } : { name: asked } });
            }}
          >
            <UserPlus size={14} aria-hidden="true" /> {t('search.create', { text: asked })}
          </button>
        </div>
      )}
    </div>
  );
}
