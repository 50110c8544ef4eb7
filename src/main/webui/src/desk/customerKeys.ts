import { useEffect } from 'react';
import { altLetter } from './control/callKeys';

/** The keys for the customer beside the call, together with Alt. */
export const customerKeys = { note: 'O', edit: 'I', caller: 'W' } as const;

/** Where each key leads: to the note, to the first value that can be changed (Tab leads on), to who is on the phone. */
const places: Record<string, string> = {
  [customerKeys.note]: '.desk-customer .note-field-text',
  [customerKeys.edit]: '.desk-customer .inplace-edit',
  [customerKeys.caller]: '.desk-customer .caller-change',
};

export function useCustomerKeys() {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const letter = altLetter(event);
      const place = letter ? document.querySelector<HTMLElement>(places[letter] ?? ':not(*)') : null;
      if (!place) return;
      event.preventDefault();
      place.scrollIntoView({ block: 'nearest' });
      place.focus();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
}
