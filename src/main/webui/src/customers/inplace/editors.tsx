import { Input } from 'antd';
import { Plus, Trash2 } from 'lucide-react';
import { PersonPicker } from '../../shared/ui/Pickers';
import { useText } from '../../shared/i18n/useText';
import type { EditorProps } from '../../shared/ui/inplace/InPlace';
import { fieldPath } from '../../shared/ui/form/RecordForm';
import type { NewContact, PhoneLine } from './fields';
import { useState } from 'react';
import { tagsOf } from './fields';

export const lineEditor =
  (longest: number, inputMode: 'text' | 'email' = 'text') =>
  ({ id, value, change, disabled, errors }: EditorProps<string>) => (
    <Input id={id} size="small" autoFocus value={value} inputMode={inputMode} maxLength={longest} disabled={disabled} {...(errors.length > 0 ? { status: 'error' as const } : {})} onChange={(e) => change(e.target.value)} />
  );

export const textEditor = ({ id, value, change, save, disabled }: EditorProps<string>) => (
  <Input.TextArea
    id={id}
    autoFocus
    value={value}
    autoSize={{ minRows: 2, maxRows: 8 }}
    maxLength={4000}
    disabled={disabled}
    onChange={(e) => change(e.target.value)}
    onKeyDown={(e) => {
      // Shift-Enter begins a new line.
      if (e.key !== 'Enter' || e.shiftKey || e.nativeEvent.isComposing) return;
      e.preventDefault();
      save();
    }}
  />
);

export const tagsEditor = (props: EditorProps<string[]>) => <TagsLine {...props} />;

function TagsLine({ id, value, change, disabled, errors }: EditorProps<string[]>) {
  const { t } = useText();
  const [text, setText] = useState(value.join(', '));
  return (
    <Input
      id={id}
      size="small"
      autoFocus
      value={text}
      disabled={disabled}
      placeholder={t('customers.tagsLineHint')}
      {...(errors.length > 0 ? { status: 'error' as const } : {})}
      onChange={(e) => {
        setText(e.target.value);
        change(tagsOf(e.target.value));
      }}
    />
  );
}

/** Choosing saves. */
export const ownerEditor = ({ id, value, save, disabled }: EditorProps<string | null>) => (
  <div className={disabled ? 'soft' : ''}>
    <PersonPicker
      id={id}
      value={value}
      autoFocus
      onChange={(owner) => {
        if (owner !== value) save(owner);
      }}
    />
  </div>
);

export const phonesEditor = (props: EditorProps<PhoneLine[]>) => <PhoneLines {...props} />;

function PhoneLines({ id, value, change, disabled, errors }: EditorProps<PhoneLine[]>) {
  const { t } = useText();
  const lines = value.length > 0 ? value : [{ raw: '', label: null }];
  const set = (at: number, part: Partial<PhoneLine>) => change(lines.map((line, i) => (i === at ? { ...line, ...part } : line)));
  // The service counts only the lines that are not empty.
  const wrong = new Set(errors.map((error) => fieldPath(error.field)[3]));
  const filled = lines.filter((line) => line.raw.trim());
  return (
    <div className="stack customer-phone-lines">
      {lines.map((line, at) => (
        // Lines have no identity of their own.
        // oxlint-disable-next-line react/no-array-index-key
        <div key={at} className="row">
          <Input
            {...(at === 0 ? { id } : {})}
            size="small"
            autoFocus={at === lines.length - 1}
            inputMode="tel"
            maxLength={40}
            aria-label={t('customers.phone')}
            value={line.raw}
            disabled={disabled}
            {...(wrong.has(filled.indexOf(line)) ? { status: 'error' as const } : {})}
            onChange={(e) => set(at, { raw: e.target.value })}
          />
          <Input size="small" maxLength={40} aria-label={t('customers.phoneLabel')} placeholder={t('customers.phoneLabel')} value={line.label ?? ''} disabled={disabled} onChange={(e) => set(at, { label: e.target.value })} />
          <button type="button" className="icon-button" aria-label={t('customers.removePhone')} disabled={disabled} onClick={() => change(lines.filter((_, i) => i !== at))}>
            <Trash2 size={13} aria-hidden="true" />
          </button>
        </div>
      ))}
      <button type="button" className="plain-button small customer-add" disabled={disabled} onClick={() => change([...lines, { raw: '', label: null }])}>
        <Plus size={11} aria-hidden="true" /> {t('customers.addPhone')}
      </button>
    </div>
  );
}

export const newContactEditor = ({ id, value, change, disabled, errors }: EditorProps<NewContact>) => (
  <NewContactLine id={id} value={value} change={change} disabled={disabled} errors={errors} />
);

function NewContactLine({ id, value, change, disabled, errors }: Omit<EditorProps<NewContact>, 'save'>) {
  const { t } = useText();
  const wrong = errors.some((error) => error.field.includes('phones'));
  return (
    <div className="row">
      <Input id={id} size="small" autoFocus maxLength={200} placeholder={t('customers.contactName')} value={value.name} disabled={disabled} onChange={(e) => change({ ...value, name: e.target.value })} />
      <Input
        size="small"
        inputMode="tel"
        maxLength={40}
        placeholder={t('customers.phone')}
        aria-label={t('customers.phone')}
        value={value.phone}
        disabled={disabled}
        {...(wrong ? { status: 'error' as const } : {})}
        onChange={(e) => change({ ...value, phone: e.target.value })}
      />
    </div>
  );
}
