import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Checkbox, Input } from 'antd';
import { useMemo, useState } from 'react';
import { useMe } from '../../session/session';
import { answer, api } from '../../shared/api/client';
import { useText } from '../../shared/i18n/useText';
import { useProblemText } from '../../shared/ui/useProblemText';
import { NoteDrafts, type NoteDraft } from './drafts';
import { useNotesChanged } from './useNotesChanged';
import './notes.css';

export const LONGEST_NOTE = 10_000;

interface NoteFieldProps {
  customerId: string;
  /** The call at which it is written. */
  callId?: string | null;
}

/** One field for a note about the customer. What is typed and not sent is there again after a reload. */
export function NoteField({ customerId, callId = null }: NoteFieldProps) {
  const { t } = useText();
  const me = useMe();
  const problemText = useProblemText();
  const changed = useNotesChanged(customerId);
  const drafts = useMemo(() => new NoteDrafts(me.id), [me.id]);
  const [draft, setDraft] = useState(() => drafts.of(customerId));
  const change = (next: NoteDraft) => {
    setDraft(next);
    drafts.keep(customerId, next);
  };
  const send = useMutation({
    mutationFn: (note: NoteDraft) => answer(api.POST('/api/v1/customers/{id}/notes', { params: { path: { id: customerId } }, body: { ...note, ...(callId ? { callId } : {}) } })),
    onSuccess: () => {
      change({ body: '', pinned: false });
      return changed();
    },
  });
  const nothing = draft.body.trim() === '';
  const submit = () => {
    if (!nothing && !send.isPending) send.mutate(draft);
  };
  const id = `note-${customerId}`;
  return (
    <div className="note-field">
      {send.error && <Alert type="error" showIcon role="alert" title={problemText(send.error)} />}
      <label className="visually-hidden" htmlFor={id}>
        {t('notes.write')}
      </label>
      <Input.TextArea
        id={id}
        className="note-field-text"
        value={draft.body}
        disabled={send.isPending}
        autoSize={{ minRows: 1, maxRows: 10 }}
        maxLength={LONGEST_NOTE}
        placeholder={t('notes.write')}
        onChange={(e) => change({ ...draft, body: e.target.value })}
        onKeyDown={(e) => {
          if (e.key === 'Enter' && (e.ctrlKey || e.metaKey) && !e.nativeEvent.isComposing) {
            // Nothing but the note: the same key finishes the wrap-up elsewhere on the page.
            e.preventDefault();
            e.stopPropagation();
            submit();
          }
        }}
      />
      {draft.body !== '' && (
        <div className="row note-actions">
          <Checkbox checked={draft.pinned} onChange={(e) => change({ ...draft, pinned: e.target.checked })}>
            {t('notes.pin')}
          </Checkbox>
          <span className="soft small grow clip">{t('notes.hint')}</span>
          <Button size="small" disabled={nothing} loading={send.isPending} onClick={submit}>
            {t('notes.send')}
          </Button>
        </div>
      )}
    </div>
  );
}
