import type { CallAction, LineView } from '../../shared/api/types';

/** What can be pressed for a call; the other actions are keys of the keypad, or the telephone's own. */
export type Pressed = Extract<
  CallAction,
  'reject' | 'hangup' | 'transfer' | 'consult' | 'swap' | 'complete' | 'cancel' | 'conference' | 'park' | 'record-pause' | 'record-resume'
>;

/** What has to be asked first: to whom? */
export type Asked = Extract<Pressed, 'transfer' | 'consult'>;

export const asksWhom = (action: Pressed): action is Asked => action === 'transfer' || action === 'consult';

/** The key of each, together with Alt. */
export const callKeys: Record<Pressed, string> = {
  complete: 'E',
  swap: 'S',
  conference: 'J',
  cancel: 'B',
  transfer: 'T',
  consult: 'C',
  park: 'P',
  'record-pause': 'R',
  'record-resume': 'R',
  reject: 'X',
  hangup: 'X',
};

/** Those of the phone itself when it is the browser, and dialling. */
export const phoneKeys = { answer: 'A', hold: 'H', mute: 'M', hangup: 'X', dial: 'D' } as const;

/** What the simulated PBX can do, beside dialling. */
const SIMULATED = new Set<string>(['hangup', 'reject']);

/** What the browser phone has keys for in the call bar. */
const OWN_KEYS = new Set<string>(['hangup', 'reject', 'dtmf']);

/** What can be done with the call now by asking the service. */
export const possible = (line: LineView, simulated: boolean, atBrowser: boolean): Set<string> =>
  new Set(line.controls.filter((action) => (!simulated || SIMULATED.has(action)) && !(atBrowser && OWN_KEYS.has(action))));

/** Whether a dialog is open, whose keys those of the page below it are not. */
export const dialogOpen = () => document.querySelector('[role=dialog]') !== null;

/** The pressed key's letter when it is pressed with Alt alone and means no character of a text, else null. */
export function altLetterAnywhere(event: KeyboardEvent): string | null {
  if (!event.altKey || event.ctrlKey || event.metaKey) return null;
  // With the option key of a Mac letters of other alphabets are typed.
  const types = /Mac/.test(navigator.platform) && event.target instanceof HTMLElement && /^(INPUT|TEXTAREA)$/.test(event.target.tagName);
  return types ? null : letterOf(event);
}

/** The same on the page itself: none while a dialog is open. */
export const altLetter = (event: KeyboardEvent): string | null => (dialogOpen() ? null : altLetterAnywhere(event));

/** What stands on the key, wherever the keyboard's country has put it; the key's place where it is no Latin letter. */
function letterOf({ key, code }: KeyboardEvent): string | null {
  if (/^[a-z]$/i.test(key)) return key.toUpperCase();
  return code.startsWith('Key') ? code.slice(3) : null;
}
