/**
 * The ring tone, made by WebAudio. The whole of it is scheduled on the audio clock at once, so that a background
 * tab with throttled timers rings as steadily as one in front.
 */
const RINGS = 12;
const EVERY = 3;
const KEY = 'trunkline.ring';

let context: AudioContext | null = null;
let playing: GainNode | null = null;

/** Browsers let a page sound only after the reader has touched it. */
export function readyRingOnGesture() {
  const ready = () => {
    context ??= new AudioContext();
    void context.resume();
    removeEventListener('pointerdown', ready);
    removeEventListener('keydown', ready);
  };
  addEventListener('pointerdown', ready);
  addEventListener('keydown', ready);
}

export const ringWanted = () => localStorage.getItem(KEY) !== 'off';

export function wantRing(on: boolean) {
  localStorage.setItem(KEY, on ? 'on' : 'off');
  if (!on) stopRing();
}

export function startRing() {
  if (!context || context.state !== 'running' || playing || !ringWanted()) return;
  const out = context.createGain();
  out.gain.value = 0.12;
  out.connect(context.destination);
  for (let i = 0; i < RINGS; i++) {
    const at = context.currentTime + i * EVERY;
    chime(context, out, 587.3, at);
    chime(context, out, 880, at + 0.16);
    chime(context, out, 587.3, at + 0.6);
    chime(context, out, 880, at + 0.76);
  }
  playing = out;
}

function chime(audio: AudioContext, out: AudioNode, pitch: number, at: number) {
  const tone = audio.createOscillator();
  const shape = audio.createGain();
  tone.frequency.value = pitch;
  shape.gain.setValueAtTime(0, at);
  shape.gain.linearRampToValueAtTime(1, at + 0.02);
  shape.gain.exponentialRampToValueAtTime(0.001, at + 0.5);
  tone.connect(shape).connect(out);
  tone.start(at);
  tone.stop(at + 0.55);
}

export function stopRing() {
  playing?.disconnect();
  playing = null;
}
