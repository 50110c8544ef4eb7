import { useEffect, useRef } from 'react';
import { paletteOf, useTheme } from '../../shared/theme/theme';

/** Both sides of the conversation, one channel each; clicking seeks. Loads wavesurfer only when it is shown. */
export function Waveform({ audio, src }: { audio: HTMLAudioElement; src: string }) {
  const box = useRef<HTMLDivElement>(null);
  const dark = useTheme((s) => s.dark);
  useEffect(() => {
    let gone = false;
    let destroy = () => {};
    void import('wavesurfer.js').then(({ default: WaveSurfer }) => {
      if (gone || !box.current) return;
      const p = paletteOf(dark);
      const channel = (played: string) => ({ height: 34, waveColor: p.lineStrong, progressColor: played, barWidth: 2, barGap: 1, barRadius: 1 });
      const wave = WaveSurfer.create({
        container: box.current,
        media: audio,
        // Absolute, as the audio element has it: another spelling would make wavesurfer load the sound anew and stop it.
        url: new URL(src, location.href).href,
        cursorColor: p.textSoft,
        cursorWidth: 1,
        normalize: true,
        sampleRate: 8000,
        splitChannels: [channel(p.link), channel(p.violet)],
      });
      // The picture is an extra: playing works without it.
      wave.on('error', () => undefined);
      destroy = () => wave.destroy();
    });
    return () => {
      gone = true;
      destroy();
    };
  }, [audio, src, dark]);
  return <div ref={box} className="player-wave" aria-hidden="true" />;
}
