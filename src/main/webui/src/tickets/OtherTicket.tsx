import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { answer, api } from '../shared/api/client';
import type { TicketView } from '../shared/api/types';
import { useText } from '../shared/i18n/useText';
import { useSubject } from './subject';

interface OtherTicketProps {
  id: string;
  ticket: TicketView;
  value: string | null;
  onChange: (id: string) => void;
  /** Those that are of no use here. */
  without?: ReadonlySet<string>;
}

const NONE: ReadonlySet<string> = new Set();

/** A ticket beside this one: of the same customer at first, then whatever is typed for, by number or subject. */
export function OtherTicket({ id, ticket, value, onChange, without = NONE }: OtherTicketProps) {
  const { t } = useText();
  const subject = useSubject();
  const [typed, setTyped] = useState('');
  const q = typed.trim();
  const query = q ? { q, limit: 8 } : { customer: ticket.customerId, limit: 8 };
  const found = useQuery({
    queryKey: ['list', 'tickets', 'other', query],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/tickets', { params: { query: query as { q?: string; customer?: string; limit: number } }, signal })),
    enabled: q !== '' || Boolean(ticket.customerId),
    placeholderData: (before) => before,
  });
  const others = (found.data?.items ?? []).filter((other) => other.id !== ticket.id && !other.mergedInto && !without.has(other.id));
  return (
    <Select
      id={id}
      style={{ width: '100%' }}
      value={value}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      placeholder={t('tickets.searchHint')}
      options={others.map((other) => ({ value: other.id, label: `#${other.number} ${subject(other)}` }))}
      notFoundContent={q ? t('search.none') : null}
      onChange={onChange}
    />
  );
}
