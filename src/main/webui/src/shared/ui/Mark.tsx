import './mark.css';

export type Tone = 'green' | 'amber' | 'blue' | 'violet' | 'grey' | 'red';
export type Shape =
  | 'disc' | 'ring' | 'target' | 'square' | 'diamond' | 'bars' | 'half' | 'check' | 'cross' | 'dash' | 'in' | 'out' | 'swap'
  | 'level1' | 'level2' | 'level3' | 'alert' | 'ear';

const shapes: Record<Shape, React.ReactNode> = {
  disc: <circle cx="6" cy="6" r="4.5" fill="currentColor" />,
  ring: <circle cx="6" cy="6" r="4" fill="none" stroke="currentColor" strokeWidth="1.6" />,
  target: (
    <>
      <circle cx="6" cy="6" r="4.9" fill="none" stroke="currentColor" strokeWidth="1.4" />
      <circle cx="6" cy="6" r="2.2" fill="currentColor" />
    </>
  ),
  square: <rect x="1.5" y="1.5" width="9" height="9" rx="2" fill="currentColor" />,
  diamond: <rect x="2.4" y="2.4" width="7.2" height="7.2" rx="1" transform="rotate(45 6 6)" fill="currentColor" />,
  bars: <path d="M3.6 1.8v8.4M8.4 1.8v8.4" stroke="currentColor" strokeWidth="2.4" strokeLinecap="round" />,
  half: (
    <>
      <circle cx="6" cy="6" r="4.4" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="M6 1.6a4.4 4.4 0 0 1 0 8.8z" fill="currentColor" />
    </>
  ),
  check: <path d="M2 6.4 4.8 9.2 10.2 3.2" fill="none" stroke="currentColor" strokeWidth="1.9" strokeLinecap="round" strokeLinejoin="round" />,
  cross: <path d="m2.6 2.6 6.8 6.8M9.4 2.6 2.6 9.4" stroke="currentColor" strokeWidth="1.9" strokeLinecap="round" />,
  dash: <path d="M2 6h8" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />,
  in: <path d="M9.6 2.4 3 9M3 4v5h5" fill="none" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round" strokeLinejoin="round" />,
  out: <path d="M2.4 9.6 9 3M4 3h5v5" fill="none" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round" strokeLinejoin="round" />,
  swap: <path d="M1.5 4h8M7 1.5 9.8 4 7 6.5M10.5 8.5h-8M4.8 6 2 8.5l2.8 2.5" fill="none" stroke="currentColor" strokeWidth="1.3" strokeLinecap="round" strokeLinejoin="round" />,
  ear: <path d="M2 7.4V6a4 4 0 0 1 8 0v1.4M2.2 7.2v2.6M9.8 7.2v2.6" fill="none" stroke="currentColor" strokeWidth="1.7" strokeLinecap="round" />,
  level1: <LevelBars level={1} />,
  level2: <LevelBars level={2} />,
  level3: <LevelBars level={3} />,
  alert: (
    <>
      <rect x="0.8" y="0.8" width="10.4" height="10.4" rx="2.4" fill="currentColor" />
      <path d="M6 3.2v3.2M6 8.7v.2" stroke="var(--surface)" strokeWidth="1.6" strokeLinecap="round" />
    </>
  ),
};

function LevelBars({ level }: { level: number }) {
  return (
    <>
      {[1, 2, 3].map((n) => (
        <rect key={n} x={n * 3.7 - 2.6} y={10.5 - n * 3} width="2.6" height={n * 3} rx="0.8" fill="currentColor" opacity={n <= level ? 1 : 0.28} />
      ))}
    </>
  );
}

interface MarkProps {
  tone: Tone;
  shape: Shape;
  label: string;
  /** A filled pill instead of plain text, for headers. */
  pill?: boolean;
  pulse?: boolean;
  /** Keep the word for screen readers and the tool tip only. */
  iconOnly?: boolean;
}

/** State as colour, word and shape together, the same on every screen. */
export function Mark({ tone, shape, label, pill, pulse, iconOnly }: MarkProps) {
  return (
    <span className={`mark mark-${tone}${pill ? ' mark-pill' : ''}`} title={iconOnly ? label : undefined}>
      <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true" className={pulse ? 'mark-pulse' : undefined}>
        {shapes[shape]}
      </svg>
      <span className={iconOnly ? 'visually-hidden' : 'clip'}>{label}</span>
    </span>
  );
}
