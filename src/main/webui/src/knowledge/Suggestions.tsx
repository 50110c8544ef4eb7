import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { Input } from 'antd';
import { Search } from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import { useOpenArticle } from '../desk/article';
import { answer, api } from '../shared/api/client';
import type { operations } from '../shared/api/generated/openapi';
import type { TicketType } from '../shared/api/types';
import { useText } from '../shared/i18n/useText';
import { Section } from '../shared/ui/DetailDrawer';
import { Loaded } from '../shared/ui/Loaded';
import { MarkedText } from '../shared/ui/MarkedText';
import './knowledge.css';

type Asked = NonNullable<operations['suggestArticles']['parameters']['query']>;

const suggestedQuery = (asked: Asked) =>
  queryOptions({
    queryKey: ['suggested', asked],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/articles/suggested', { params: { query: asked }, signal })),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });

interface SuggestionsProps {
  queue?: string | null | undefined;
  ticketType?: TicketType | null | undefined;
  /** What it is about, such as a ticket's subject: what speaks of it comes before what only suits. */
  words?: string | null | undefined;
}

/** What is known for a call's queue or a ticket, and a field to ask for more without leaving it. */
export function Suggestions({ queue, ticketType, words }: SuggestionsProps) {
  const { t, language } = useText();
  const open = useOpenArticle();
  const [typed, setTyped] = useState('');
  const q = useDeferredValue(typed.trim());
  const suits = { language, limit: q ? 8 : 3, ...(queue ? { queue } : {}), ...(ticketType ? { ticketType } : {}) };
  const about = q || words?.slice(0, 200);
  const found = useQuery(suggestedQuery(about ? { ...suits, q: about } : suits));
  const nothing = !q && Boolean(about) && found.data?.length === 0;
  const suitable = useQuery({ ...suggestedQuery(suits), enabled: nothing });
  const query = nothing ? suitable : found;
  return (
    <Section title={t('room.knowledge')}>
      <Input
        size="small"
        allowClear
        prefix={<Search size={13} aria-hidden="true" />}
        placeholder={t('knowledge.ask')}
        aria-label={t('knowledge.ask')}
        maxLength={200}
        value={typed}
        onChange={(e) => setTyped(e.target.value)}
      />
      <Loaded query={query} lines={3}>
        {(cards) =>
          cards.length === 0 ? (
            <p className="soft small" style={{ marginTop: 8 }}>{q ? t('search.none') : t('knowledge.noneSuggested')}</p>
          ) : (
            <ul className="known-list" style={{ marginTop: 4 }}>
              {cards.map((card) => (
                <li key={card.id} lang={card.language}>
                  <button type="button" className="plain-button known" onClick={() => void open(card.id)}>
                    <span className="known-title clip"><MarkedText marked={card.title} /></span>
                    <span className="soft small clip" style={{ display: 'block' }}><MarkedText marked={card.excerpt} /></span>
                  </button>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Section>
  );
}
