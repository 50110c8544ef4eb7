import { Check, Pencil, X } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import { ProblemError } from '../../api/problem';
import type { FieldError } from '../../api/types';
import { useText } from '../../i18n/useText';
import { fieldErrorText, useProblemText } from '../useProblemText';
import { ConflictChoice } from './ConflictChoice';
import { same, saveField, type Conflict, type Field, type Source } from './save';
import './inplace.css';

export interface EditorProps<T> {
  id: string;
  value: T;
  change: (value: T) => void;
  /** Saves this value, or the one there is; for editors in which Enter does something else. */
  save: (value?: T) => void;
  disabled: boolean;
  errors: FieldError[];
}

interface InPlaceProps<R extends { version: number }, T, P> {
  /** What it is, such as "Name". */
  label: string;
  record: R;
  field: Field<R, T, P>;
  /** To begin with where the record has no such value. */
  empty: T;
  source: Source<R, P>;
  may: boolean;
  editor: (props: EditorProps<T>) => React.ReactNode;
  /** The value in words, for when two of them are to be compared. */
  say: (value: T | undefined) => React.ReactNode;
  children: React.ReactNode;
  className?: string;
}

/**
 * A value that is changed where it stands: a click or its edit button opens it, Enter saves, Escape gives up. What was typed
 * is there until the service has taken it: a refusal is said below the field, a change by somebody else shown beside one's own.
 */
export function InPlace<R extends { version: number }, T, P>(props: InPlaceProps<R, T, P>) {
  const { t } = useText();
  const { label, record, field, empty, may, children, className = '' } = props;
  const [base, setBase] = useState<R | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const opened = useRef(false);

  useEffect(() => {
    // The focus returns to where editing began, unless the reader has gone on.
    if (base === null && opened.current && (document.activeElement === document.body || !document.activeElement)) button.current?.focus({ preventScroll: true });
    opened.current = base !== null;
  }, [base]);

  if (!may) return <div className={`inplace ${className}`}>{children}</div>;
  if (base) return <Editing {...props} base={base} initial={field.read(base) ?? empty} close={() => setBase(null)} />;
  const open = (event: React.MouseEvent) => {
    const target = event.target as HTMLElement;
    if (target.closest('a, button, input') || getSelection()?.toString()) return;
    setBase(record);
  };
  return (
    <div className={`inplace inplace-may ${className}`}>
      {/* For the mouse alone; the button beside does the same. */}
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions */}
      <div className="inplace-value" onClick={open}>
        {children}
      </div>
      <button ref={button} type="button" className="icon-button inplace-edit" aria-label={t('inplace.edit', { what: label })} title={t('inplace.edit', { what: label })} onClick={() => setBase(record)}>
        <Pencil size={12} aria-hidden="true" />
      </button>
    </div>
  );
}

type EditingProps<R extends { version: number }, T, P> = InPlaceProps<R, T, P> & { base: R; initial: T; close: () => void };

function Editing<R extends { version: number }, T, P>({ label, field, source, editor, say, base, initial, close, className = '' }: EditingProps<R, T, P>) {
  const { t } = useText();
  const problemText = useProblemText();
  const id = useId();
  const [value, setValue] = useState(initial);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const [conflict, setConflict] = useState<Conflict<R, T> | null>(null);
  const errors = failure instanceof ProblemError ? failure.errors : [];

  const save = async (on: R, mine: T) => {
    if (busy) return;
    if (on === base && same(mine, initial)) {
      close();
      return;
    }
    setBusy(true);
    setFailure(null);
    setConflict(null);
    try {
      const result = await saveField(on, field, mine, source);
      if ('saved' in result) {
        close();
        return;
      }
      setConflict(result.conflict);
    } catch (error) {
      setFailure(error);
    }
    setBusy(false);
  };

  return (
    <form
      className={`inplace-form ${className}`}
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault();
        void save(conflict?.newest ?? base, value);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.nativeEvent.isComposing || event.defaultPrevented) return;
        // Gives up this value alone, not the drawer it stands in.
        event.preventDefault();
        event.stopPropagation();
        close();
      }}
    >
      <div className="inplace-line">
        <label className="visually-hidden" htmlFor={id}>
          {label}
        </label>
        <div className="grow">
          {editor({ id, value, change: setValue, save: (chosen) => void save(conflict?.newest ?? base, chosen ?? value), disabled: busy, errors })}
        </div>
        <button type="submit" className="icon-button" aria-label={t('common.save')} title={t('common.save')} disabled={busy}>
          <Check size={14} aria-hidden="true" />
        </button>
        <button type="button" className="icon-button" aria-label={t('common.cancel')} title={t('common.cancel')} onClick={close}>
          <X size={14} aria-hidden="true" />
        </button>
      </div>
      {failure !== null && (
        <p className="inplace-failure small" role="alert">
          {errors.length > 0 ? [...new Set(errors.map(fieldErrorText))].join(' ') : problemText(failure)}
        </p>
      )}
      {conflict && <ConflictChoice theirs={say(conflict.theirs)} mine={say(value)} takeTheirs={close} keepMine={() => void save(conflict.newest, value)} />}
    </form>
  );
}
