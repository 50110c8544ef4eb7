import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { answer, api } from '../api/client';
import { useDirectory } from '../directory';
import { useText } from '../i18n/useText';

interface PersonPickerProps {
  id?: string;
  value?: string | null;
  onChange?: (id: string | null) => void;
  autoFocus?: boolean;
}

export function PersonPicker({ id, value, onChange, autoFocus = false }: PersonPickerProps) {
  const { t } = useText();
  const { users } = useDirectory();
  return (
    <Select
      {...(id ? { id } : {})}
      value={value ?? null}
      allowClear
      autoFocus={autoFocus}
      showSearch={{ optionFilterProp: 'label' }}
      placeholder={t('common.nobody')}
      options={users.map((u) => ({ value: u.id, label: u.name }))}
      onChange={(v: string | null | undefined) => onChange?.(v ?? null)}
    />
  );
}

interface CustomerPickerProps extends PersonPickerProps {
  /** Name of the present value, shown before anything is loaded. */
  currentName?: string | null;
  placeholder?: string;
  /** For choosing once, where no value stays in the field. */
  onPick?: (id: string, name: string) => void;
}

export function CustomerPicker({ id, value, onChange, currentName, placeholder, onPick }: CustomerPickerProps) {
  const { t } = useText();
  const [typed, setTyped] = useState('');
  const found = useQuery({
    queryKey: ['search', typed],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/customers', { params: { query: { q: typed, limit: 8 } }, signal })),
    enabled: typed.trim().length > 0,
    placeholderData: (before) => before,
  });
  const options = (found.data?.items ?? []).map((c) => ({ value: c.id, label: c.name }));
  if (value && !options.some((o) => o.value === value)) options.unshift({ value, label: currentName ?? t('calls.customer') });
  return (
    <Select
      {...(id ? { id } : {})}
      value={value ?? null}
      allowClear={!onPick}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      placeholder={placeholder ?? t('search.hint')}
      options={options}
      notFoundContent={typed ? t('search.none') : null}
      onChange={(v: string | null | undefined) => {
        onChange?.(v ?? null);
        const picked = options.find((o) => o.value === v);
        if (picked) onPick?.(picked.value, picked.label);
      }}
    />
  );
}
