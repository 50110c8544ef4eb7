import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { answer, api } from '../shared/api/client';
import { useText } from '../shared/i18n/useText';
import { peopleOf, type ContactFound } from './callerContacts';

/** Finds a person at any customer as one types: by a name, an address, or part of a number. */
export function ContactPicker({ id, onPick }: { id: string; onPick: (found: ContactFound) => void }) {
  const { t } = useText();
  const [typed, setTyped] = useState('');
  const found = useQuery({
    queryKey: ['search', typed],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/customers', { params: { query: { q: typed, limit: 8 } }, signal })),
    enabled: typed.trim().length > 0,
    placeholderData: keepPreviousData,
  });
  const people = typed.trim() ? peopleOf(found.data?.items ?? [], typed) : [];
  return (
    <Select<string>
      id={id}
      size="small"
      value={null}
      className="caller-picker"
      showSearch={{ filterOption: false, onSearch: setTyped }}
      placeholder={t('caller.search')}
      notFoundContent={typed ? t('search.none') : null}
      options={people.map((person, at) => ({
        value: String(at),
        label: person.contact ? t('caller.at', { name: person.contact.name ?? '', customer: person.customerName }) : person.customerName,
      }))}
      onChange={(at) => {
        const picked = people[Number(at)];
        if (picked) onPick(picked);
      }}
    />
  );
}
