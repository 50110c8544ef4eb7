import { useState, type KeyboardEvent } from 'react';
import { useText } from '../shared/i18n/useText';

const TONES = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#'];

/** Tones for machines that ask for digits; typed or clicked. */
export function Keypad({ press }: { press: (tone: string) => void }) {
  const { t } = useText();
  const [pressed, setPressed] = useState('');
  const send = (tone: string) => {
    press(tone);
    setPressed((before) => (before + tone).slice(-16));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (TONES.includes(event.key) && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      send(event.key);
    }
  };
  return (
    <div className="phone-keypad" role="group" aria-label={t('phone.keypad')} onKeyDown={onKeyDown}>
      <output className="phone-keypad-pressed tabular">{pressed}</output>
      {TONES.map((tone, i) => (
        <button key={tone} type="button" className="phone-keypad-key" autoFocus={i === 0} onClick={() => send(tone)}>
          {tone}
        </button>
      ))}
    </div>
  );
}
