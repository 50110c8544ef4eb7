import { useEffect } from 'react';
import { altLetter } from '../desk/control/callKeys';

/** The key of each way of taking part and of taking over, together with Alt: letters that mean nothing else on a call. */
export const coachKeys = { listen: 'K', whisper: 'U', barge: 'G', takeOver: 'V' } as const;

type CoachKey = keyof typeof coachKeys;

/** Does what a key stands for while it can be done. */
export function useCoachKeys(can: boolean, act: (key: CoachKey) => void) {
  useEffect(() => {
    if (!can) return;
    const onKey = (event: KeyboardEvent) => {
      const letter = altLetter(event);
      const key = (Object.keys(coachKeys) as CoachKey[]).find((one) => coachKeys[one] === letter);
      if (!key) return;
      event.preventDefault();
      if (!event.repeat) act(key);
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  });
}
