import { useQuery } from '@tanstack/react-query';
import { Input, Modal, type InputRef } from 'antd';
import { BookOpen, Contact, LayoutGrid, ListTree, Phone, Search, Ticket, UserPlus, UserRound, type LucideIcon } from 'lucide-react';
import { useEffect, useId, useMemo, useRef, useState } from 'react';
import { useOpenArticle } from '../desk/article';
import { mayWriteCustomers, roomsOf, useMe } from '../session/session';
import type { SearchHit, TicketStatus } from '../shared/api/types';
import { useGo } from '../shared/go';
import { useText } from '../shared/i18n/useText';
import { Failure } from '../shared/ui/Loaded';
import { MarkedText } from '../shared/ui/MarkedText';
import { TicketStatusMark } from '../shared/ui/states';
import { Tags } from '../shared/ui/Tags';
import { useSubject } from '../tickets/subject';
import { roomEntries, startOf } from './rooms';
import { rowsOf, searchQuery, type SearchRow } from './search';
import { useCallFound } from './useCallFound';
import './search.css';

const icons: Record<string, LucideIcon> = { customer: Contact, ticket: Ticket, article: BookOpen, person: UserRound, queue: ListTree, page: LayoutGrid };

/** Ctrl-K: anything by name, word, pinyin or number, from anywhere, hands on the keyboard. */
export function SearchDialog({ open, close }: { open: boolean; close: () => void }) {
  const { t } = useText();
  return (
    <Modal open={open} onCancel={close} footer={null} closable={false} width={640} destroyOnHidden title={t('search.title')} className="search-dialog" styles={{ header: { display: 'none' } }}>
      {open && <SearchBody close={close} />}
    </Modal>
  );
}

function SearchBody({ close }: { close: () => void }) {
  const { t } = useText();
  const me = useMe();
  const go = useGo();
  const listId = useId();
  const input = useRef<InputRef>(null);
  const [typed, setTyped] = useState('');
  const [asked, setAsked] = useState('');
  const [at, setAt] = useState(0);

  useEffect(() => input.current?.focus(), []);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(typed.trim()), 80);
    return () => clearTimeout(timer);
  }, [typed]);

  const callFound = useCallFound();
  const openArticle = useOpenArticle();
  const found = useQuery(searchQuery(asked));
  const rooms = useMemo(() => roomsOf(me), [me]);
  const pages = roomEntries.map(({ room, path }) => ({ room, path, label: t(`room.${room}`) }));
  const groups = asked ? rowsOf(found.data, asked, rooms, pages, callFound !== null) : [];
  const rows = groups.flatMap((group) => group.rows);
  const now = Math.min(at, Math.max(0, rows.length - 1));

  useEffect(() => document.getElementById(`${listId}-${now}`)?.scrollIntoView({ block: 'nearest' }), [listId, now]);

  const open = (row: SearchRow | undefined) => {
    if (!row) return;
    close();
    if (row.kind === 'article' && row.hit) {
      void openArticle(row.hit.id);
      return;
    }
    if (row.path === null) {
      void callFound?.(row, asked);
      return;
    }
    const page = roomEntries.find((entry) => row.kind === 'page' && entry.path === row.path);
    void go(row.path, { search: page ? startOf(page.room, me) : {} });
  };

  let n = -1;
  return (
    <div
      onKeyDown={(e) => {
        const step = { ArrowDown: 1, ArrowUp: -1 }[e.key];
        if (step && rows.length > 0) {
          e.preventDefault();
          setAt((now + step + rows.length) % rows.length);
        }
        if (e.key !== 'Enter' || e.nativeEvent.isComposing) return;
        if (callFound && (e.ctrlKey || e.metaKey)) {
          // What stands below may have a use for the same keys.
          e.stopPropagation();
          e.preventDefault();
          close();
          void callFound(rows[now], asked);
        } else open(rows[now]);
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
        maxLength={200}
        role="combobox"
        aria-label={t('search.title')}
        aria-expanded={rows.length > 0}
        aria-controls={listId}
        aria-activedescendant={rows[now] ? `${listId}-${now}` : undefined}
        onChange={(e) => {
          setTyped(e.target.value);
          setAt(0);
        }}
      />
      <div id={listId} role="listbox" aria-label={t('search.results')} className="search-list" hidden={rows.length === 0}>
        {groups.map((group) => (
          <div key={group.kind} role="group" aria-label={t(`search.group.${group.kind}` as 'search.group.customer')}>
            <div className="search-group" aria-hidden="true">
              <span>{t(`search.group.${group.kind}` as 'search.group.customer')}</span>
              {group.all && <span className="soft">{t('search.more')}</span>}
            </div>
            {group.rows.map((row) => {
              n += 1;
              const i = n;
              return <Row key={row.key} row={row} id={`${listId}-${i}`} current={i === now} point={() => setAt(i)} open={() => open(row)} />;
            })}
          </div>
        ))}
      </div>
      {found.error && !found.isFetching && <Failure error={found.error} retry={() => void found.refetch()} />}
      {asked && found.data && rows.length === 0 && !found.isFetching && !found.error && (
        <div className="search-none" role="status">
          <span className="soft">{t('search.none')}</span>
          {mayWriteCustomers(me) && (
            <button
              type="button"
              className="plain-button search-new"
              onClick={() => {
                close();
                void go('/customers/new', { search: /^[+\d\s()-]{4,}$/.test(asked) ? { phone: asked } : { name: asked } });
              }}
            >
              <UserPlus size={14} aria-hidden="true" /> {t('search.create', { text: asked })}
            </button>
          )}
        </div>
      )}
      {!asked && <p className="search-tips soft small">{t('search.tips')}</p>}
      <div className="search-keys soft small" aria-hidden="true">
        <span><kbd>↑</kbd> <kbd>↓</kbd> {t('search.choose')}</span>
        <span><kbd>Enter</kbd> {t('search.open')}</span>
        {callFound && <span><kbd>Ctrl</kbd> <kbd>Enter</kbd> {t('search.call')}</span>}
        <span><kbd>Esc</kbd> {t('common.close')}</span>
      </div>
    </div>
  );
}

interface RowProps {
  row: SearchRow;
  id: string;
  current: boolean;
  point: () => void;
  open: () => void;
}

function Row({ row, id, current, point, open }: RowProps) {
  const Icon = row.path === null ? Phone : (icons[row.kind] ?? Search);
  return (
    // Keys are handled by the field above, as a combobox does.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div id={id} role="option" aria-selected={current} tabIndex={-1} className={`search-row${current ? ' search-row-at' : ''}`} onMouseMove={point} onClick={open}>
      <Icon size={14} aria-hidden="true" className="search-icon" />
      {row.hit ? <Hit kind={row.kind} hit={row.hit} /> : <span className="clip"><MarkedText marked={row.title} /></span>}
    </div>
  );
}

function Hit({ kind, hit }: { kind: string; hit: SearchHit }) {
  const { t } = useText();
  const subject = useSubject();
  const number = hit.number ?? 0;
  const title = hit.titleKey
    ? { text: subject({ number, subject: null, subjectKey: hit.titleKey, subjectParams: hit.titleParams }), marks: [] }
    : hit.title;
  return (
    <>
      {kind === 'ticket' && <span className="faint tabular">#{number}</span>}
      <span className="clip search-title"><MarkedText marked={title} /></span>
      <Tags tags={hit.tags} vip={hit.vip} max={1} />
      {kind === 'article' && hit.status && hit.status !== 'published' && <span className="tag">{t(`articleStatus.${hit.status as 'draft'}`)}</span>}
      <span className="grow" />
      {hit.detail && <span className="soft small tabular clip search-detail"><MarkedText marked={hit.detail} /></span>}
      {kind === 'ticket' && hit.status && <TicketStatusMark status={hit.status as TicketStatus} iconOnly />}
    </>
  );
}
