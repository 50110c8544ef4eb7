import { useCallback, useMemo } from 'react';
import { useText } from '../shared/i18n/useText';
import { fieldNames, parts, type FieldName, type Fields } from './fields';

/** The words for a field that nothing is known of. */
export function useGapText() {
  const { t } = useText();
  return useCallback((field: FieldName) => t('scripts.gap', { field: t(`scripts.field.${field}`) }), [t]);
}

/** Each field by its own name, where a script is read and no call goes by it. */
export function useFieldNames(): Fields {
  const { t } = useText();
  return useMemo(() => Object.fromEntries(fieldNames.map((name) => [name, t(`scripts.field.${name}`)])), [t]);
}

/** A line of a script filled in; what is not known is a plainly marked gap. */
export function Filled({ text, fields }: { text: string; fields: Fields }) {
  const gap = useGapText();
  return (
    <>
      {parts(text, fields).map((part, i) =>
        'text' in part ? (
          part.text
        ) : (
          // Pieces have no other identity than their place.
          // oxlint-disable-next-line react/no-array-index-key
          <span key={i} className={part.value === null ? 'script-gap' : 'script-field'}>
            {part.value ?? gap(part.field)}
          </span>
        ),
      )}
    </>
  );
}
