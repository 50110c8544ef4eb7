import './brand.css';

export function Brand({ wordless }: { wordless?: boolean }) {
  return (
    <span className="brand">
      <svg viewBox="0 0 32 32" width="24" height="24" aria-hidden="true">
        <rect width="32" height="32" rx="8" fill="var(--accent)" />
        <path d="M7 12h18M16 12v13" stroke="#fff" strokeWidth="3.2" strokeLinecap="round" fill="none" />
        <circle cx="16" cy="12" r="3.5" fill="#fff" />
      </svg>
      {!wordless && <span className="brand-word">Trunkline</span>}
    </span>
  );
}
