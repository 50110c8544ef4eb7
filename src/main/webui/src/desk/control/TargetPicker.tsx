import { Input, type InputRef, Modal } from 'antd';
import { useRef, useState } from 'react';
import type { PickableCall } from '../../shared/api/types';
import { useText } from '../../shared/i18n/useText';
import { useTargets, type Target } from './targets';

interface TargetPickerProps {
  open: boolean;
  title: string;
  close: () => void;
  onPick: (to: string) => void;
  /** Calls that wait for whoever takes them, offered beside the targets. */
  waiting?: PickableCall[];
  onTake?: (call: PickableCall) => void;
  /** Whoever is chosen gets a caller: what would meet nobody cannot be chosen then. */
  handsOver?: boolean;
  /** A number that somebody else gave, with a word on where it comes from: then a key pressed by chance picks nothing. */
  given?: { number: string; note: string };
}

const NONE: PickableCall[] = [];

/** To whom: a colleague by name or extension, each with the live state beside, a queue, or any number. */
export function TargetPicker({ open, title, close, ...rest }: TargetPickerProps) {
  return (
    <Modal open={open} onCancel={close} footer={null} title={title} width={440} destroyOnHidden>
      {open && <Targets key={rest.given?.number ?? ''} {...rest} />}
    </Modal>
  );
}

function Targets({ onPick, waiting = NONE, onTake, handsOver = false, given }: Omit<TargetPickerProps, 'open' | 'title' | 'close'>) {
  const { t } = useText();
  const [typed, setTyped] = useState(given?.number ?? '');
  const [at, setAt] = useState(0);
  const input = useRef<InputRef>(null);
  const found = useTargets(typed.trim(), waiting, handsOver);
  const choose = (target: Target) => {
    if (target.blocked) return;
    if (target.call) onTake?.(target.call);
    else onPick(target.to);
  };
  const chosen = found[Math.min(at, found.length - 1)];

  const onKey = (event: React.KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step) {
      setAt((now) => Math.max(0, Math.min(found.length - 1, now + step)));
      event.preventDefault();
    } else if (event.key === 'Enter' && chosen) {
      event.preventDefault();
      choose(chosen);
    }
  };

  return (
    <div>
      {given && <p className="soft dial-link-note">{given.note}</p>}
      <Input
        ref={input}
        autoFocus={!given}
        value={typed}
        maxLength={64}
        placeholder={t('control.targetHint')}
        aria-label={t('control.targetHint')}
        role="combobox"
        aria-expanded={found.length > 0}
        aria-controls="call-targets"
        aria-activedescendant={chosen ? `call-target-${chosen.key}` : undefined}
        onKeyDown={onKey}
        onChange={(e) => {
          setTyped(e.target.value);
          setAt(0);
        }}
      />
      <div className="targets" id="call-targets" role="listbox" aria-label={t('control.targets')} hidden={found.length === 0}>
        {found.map((target) => (
          // Keys are handled by the field above, as a combobox does.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
          <div
            key={target.key}
            id={`call-target-${target.key}`}
            role="option"
            tabIndex={-1}
            aria-selected={target === chosen}
            aria-disabled={target.blocked}
            className={`target${target === chosen ? ' target-chosen' : ''}${target.blocked ? ' target-blocked' : ''}`}
            onClick={() => choose(target)}
          >
            <span className="clip target-name">{target.name}</span>
            <span className="soft tabular">{target.more}</span>
            <span className="target-mark">{target.mark}</span>
          </div>
        ))}
      </div>
      {typed.trim() && found.length === 0 && <p className="soft">{t('control.noTarget')}</p>}
    </div>
  );
}
