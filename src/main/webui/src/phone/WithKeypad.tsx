import { Popover } from 'antd';
import type { ReactElement } from 'react';
import { Keypad } from './Keypad';

/** Opens the keypad at the button in it, be the tones the browser phone's or played by the PBX for a desk phone. */
export function WithKeypad({ press, children }: { press: (tone: string) => void; children: ReactElement }) {
  return (
    <Popover trigger="click" placement="bottomRight" destroyOnHidden content={<Keypad press={press} />}>
      {children}
    </Popover>
  );
}
