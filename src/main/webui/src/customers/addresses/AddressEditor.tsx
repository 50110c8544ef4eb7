import { Checkbox, Input, Select } from 'antd';
import { useMemo } from 'react';
import { countryOptions } from '../../shared/format/countries';
import { useText } from '../../shared/i18n/useText';
import type { EditorProps } from '../../shared/ui/inplace/InPlace';
import { addressKinds, MOST_LINES, type AddressDraft } from './draft';

type Part = 'label' | 'lines' | 'district' | 'city' | 'province' | 'postalCode' | 'country' | 'kind';

const LONGEST: Partial<Record<Part, number>> = { label: 40, lines: MOST_LINES * 201, postalCode: 20 };
const LONGEST_USUAL = 100;

/** One types an address in the order in which one says it. */
const ORDER: Record<'en' | 'zh-CN', Part[]> = {
  'zh-CN': ['kind', 'label', 'country', 'postalCode', 'province', 'city', 'district', 'lines'],
  en: ['kind', 'label', 'lines', 'district', 'city', 'province', 'postalCode', 'country'],
};

export const addressEditor = (props: EditorProps<AddressDraft>) => <AddressForm {...props} />;

function AddressForm(props: EditorProps<AddressDraft>) {
  const { t, language } = useText();
  const { id, value, change, disabled } = props;
  return (
    <div className="address-form">
      {ORDER[language].map((part) => (
        // The first field has the id by which the editor is labelled as a whole.
        <div key={part} className={`address-part address-part-${part}`}>
          <label className="small soft" htmlFor={partId(id, part)}>
            {t(`addresses.${part}`)}
          </label>
          <PartField {...props} part={part} />
        </div>
      ))}
      <Checkbox className="address-part-primary" checked={value.primary} disabled={disabled} onChange={(e) => change({ ...value, primary: e.target.checked })}>
        {t('addresses.makePrimary')}
      </Checkbox>
    </div>
  );
}

const partId = (id: string, part: Part) => (part === 'lines' ? id : `${id}-${part}`);

function PartField({ id, value, change, disabled, errors, part }: EditorProps<AddressDraft> & { part: Part }) {
  const { t, language } = useText();
  const choices = useMemo(() => countryOptions(language), [language]);
  const wrong = errors.some(({ field }) => field === part || field.startsWith(`${part}[`)) ? { status: 'error' as const } : {};
  const common = { id: partId(id, part), size: 'small' as const, disabled, ...wrong };
  const typed = (text: string) => change({ ...value, [part]: text });
  if (part === 'kind') return <Select {...common} value={value.kind} options={addressKinds.map((kind) => ({ value: kind, label: t(`addressKind.${kind}`) }))} onChange={(kind) => change({ ...value, kind })} />;
  if (part === 'country') return <Select {...common} value={value.country} showSearch={{ optionFilterProp: 'label' }} options={choices} onChange={typed} />;
  const text = { ...common, value: value[part], maxLength: LONGEST[part] ?? LONGEST_USUAL };
  if (part === 'lines') return <Input.TextArea {...text} autoFocus autoSize={{ minRows: 2, maxRows: MOST_LINES }} onChange={(e) => typed(e.target.value)} />;
  return <Input {...text} onChange={(e) => typed(e.target.value)} />;
}
