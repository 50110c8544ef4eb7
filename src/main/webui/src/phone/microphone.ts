import type { Microphone } from './phoneState';

const KEYS = { microphone: 'trunkline.phone.microphone', speaker: 'trunkline.phone.speaker' };

export type DeviceKind = keyof typeof KEYS;

/** The device chosen on this machine; empty for the system's own. */
export const chosenDevice = (kind: DeviceKind) => localStorage.getItem(KEYS[kind]) ?? '';

export const chooseDevice = (kind: DeviceKind, id: string) => localStorage.setItem(KEYS[kind], id);

/** Why there is no microphone. */
export class NoMicrophone extends Error {
  constructor(readonly why: Exclude<Microphone, 'ok' | 'unknown'>) {
    super(why);
  }
}

/** Opens the chosen microphone, or any other when that one is gone. */
export async function openMicrophone(): Promise<MediaStream> {
  // Browsers hide the devices from pages without TLS.
  if (!navigator.mediaDevices?.getUserMedia) throw new NoMicrophone('insecure');
  const id = chosenDevice('microphone');
  try {
    return await open(id ? { deviceId: { exact: id } } : true);
  } catch (error) {
    if (id && nameOf(error) === 'OverconstrainedError') {
      return open(true).catch((again: unknown) => {
        throw new NoMicrophone(reason(again));
      });
    }
    throw new NoMicrophone(reason(error));
  }
}

const open = (audio: boolean | MediaTrackConstraints) => navigator.mediaDevices.getUserMedia({ audio, video: false });

const nameOf = (error: unknown) => (error instanceof DOMException || error instanceof Error ? error.name : '');

function reason(error: unknown): Exclude<Microphone, 'ok' | 'unknown'> {
  switch (nameOf(error)) {
    case 'NotAllowedError':
    case 'SecurityError':
      return 'refused';
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'missing';
    default:
      return 'busy';
  }
}

/** Whoever has opened a microphone ends with this, or it stays open. */
export function letGo(microphone: MediaStream | null) {
  for (const track of microphone?.getTracks() ?? []) track.stop();
}

/** Opens the microphone and lets it go again: asks for the permission at a moment when nobody waits. */
export async function tryMicrophone(): Promise<Microphone> {
  try {
    letGo(await openMicrophone());
    return 'ok';
  } catch (error) {
    return error instanceof NoMicrophone ? error.why : 'busy';
  }
}

/** What is plugged in; names only once the microphone has been allowed. */
export async function devices(): Promise<Record<DeviceKind, { id: string; name: string }[]>> {
  const all = (await navigator.mediaDevices?.enumerateDevices()) ?? [];
  const of = (kind: MediaDeviceKind) =>
    all.filter((d) => d.kind === kind && d.deviceId && d.deviceId !== 'default').map((d) => ({ id: d.deviceId, name: d.label || d.deviceId.slice(0, 6) }));
  return { microphone: of('audioinput'), speaker: of('audiooutput') };
}
