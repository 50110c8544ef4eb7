import { Button, Segmented, Slider } from 'antd';
import { Download, Pause, Play } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { clockTime } from '../../shared/format/duration';
import { useText } from '../../shared/i18n/useText';
import { Waveform } from './Waveform';
import './player.css';

/** Longer recordings are played by range requests alone; drawing them would mean loading them whole. */
const DRAWN_UP_TO_MS = 20 * 60_000;
const SPEEDS = [1, 1.25, 1.5, 2];

interface PlayerProps {
  src: string;
  durationMs: number | null;
  compact: boolean;
}

export function Player({ src, durationMs, compact }: PlayerProps) {
  const { t } = useText();
  const [audio] = useState(() => {
    const element = new Audio();
    element.preload = 'metadata';
    return element;
  });
  const [playing, setPlaying] = useState(false);
  const [at, setAt] = useState(0);
  const [length, setLength] = useState((durationMs ?? 0) / 1000);
  const [speed, setSpeed] = useState(1);
  const [failed, setFailed] = useState(false);
  const drawn = !compact && (durationMs === null || durationMs <= DRAWN_UP_TO_MS);
  const frame = useRef(0);

  useEffect(() => {
    audio.src = src;
    const follow = () => {
      setAt(audio.currentTime);
      if (!audio.paused) frame.current = requestAnimationFrame(follow);
    };
    const handlers: Record<string, () => void> = {
      play: () => {
        setPlaying(true);
        follow();
      },
      pause: () => setPlaying(false),
      ended: () => setPlaying(false),
      seeked: () => setAt(audio.currentTime),
      timeupdate: () => setAt(audio.currentTime),
      loadedmetadata: () => {
        if (Number.isFinite(audio.duration)) setLength(audio.duration);
      },
      error: () => setFailed(true),
    };
    for (const [name, handler] of Object.entries(handlers)) audio.addEventListener(name, handler);
    return () => {
      for (const [name, handler] of Object.entries(handlers)) audio.removeEventListener(name, handler);
      cancelAnimationFrame(frame.current);
      audio.pause();
      audio.removeAttribute('src');
      audio.load();
    };
  }, [audio, src]);

  if (failed) return <p className="soft">{t('recording.failed')}</p>;
  const toggle = () => void (audio.paused ? audio.play().catch(() => setFailed(true)) : audio.pause());
  return (
    <div className={`player${compact ? ' player-compact' : ''}`} role="group" aria-label={t('recording.player')}>
      {drawn && <Waveform audio={audio} src={src} />}
      {drawn && (
        <div className="player-channels small faint" aria-hidden="true">
          <span>{t('recording.caller')}</span>
          <span>{t('recording.agent')}</span>
        </div>
      )}
      <div className="player-controls">
        <Button
          shape="circle"
          type={compact ? 'default' : 'primary'}
          size={compact ? 'small' : 'middle'}
          aria-label={playing ? t('recording.pause') : t('recording.play')}
          icon={playing ? <Pause size={14} aria-hidden="true" /> : <Play size={14} aria-hidden="true" />}
          onClick={toggle}
        />
        <span className="tabular small player-time">
          {clockTime(at * 1000)} <span className="faint">/ {clockTime(length * 1000)}</span>
        </span>
        <Slider
          className="player-seek"
          min={0}
          max={Math.max(length, 0.1)}
          step={0.1}
          value={at}
          tooltip={{ formatter: (v) => clockTime((v ?? 0) * 1000) }}
          ariaLabelForHandle={t('recording.position')}
          onChange={(v: number) => {
            audio.currentTime = v;
            setAt(v);
          }}
        />
        {!compact && (
          <Segmented
            size="small"
            aria-label={t('recording.speed')}
            value={speed}
            options={SPEEDS.map((v) => ({ value: v, label: `${v}×` }))}
            onChange={(v) => {
              audio.playbackRate = v;
              setSpeed(v);
            }}
          />
        )}
        {!compact && (
          <a className="icon-button" href={src} download aria-label={t('recording.download')}>
            <Download size={14} aria-hidden="true" />
          </a>
        )}
      </div>
    </div>
  );
}
