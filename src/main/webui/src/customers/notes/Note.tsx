import { useMutation } from '@tanstack/react-query';
import { App, Input } from 'antd';
import { Pin, PinOff, Trash2 } from 'lucide-react';
import { useMe } from '../../session/session';
import { answer, api, ifMatch } from '../../shared/api/client';
import type { CustomerNoteView } from '../../shared/api/types';
import { useText } from '../../shared/i18n/useText';
import { InPlace, type EditorProps } from '../../shared/ui/inplace/InPlace';
import type { Field, Source } from '../../shared/ui/inplace/save';
import { useProblemText } from '../../shared/ui/useProblemText';
import { When } from '../../shared/ui/When';
import { mayChangeNote } from './mayChange';
import { LONGEST_NOTE } from './NoteField';
import { useNotesChanged } from './useNotesChanged';
import { useConfirm } from '../../shared/ui/useConfirm';
import './notes.css';

type NotePatch = { body?: string; pinned?: boolean };

const bodyField: Field<CustomerNoteView, string, NotePatch> = { read: (note) => note.body, write: (_, body) => ({ body }) };

/** A note with what its author and administrators can do with it: change it where it stands, pin it, delete it. */
export function Note({ note, head }: { note: CustomerNoteView; head?: boolean }) {
  const { t } = useText();
  const me = useMe();
  const { message } = App.useApp();
  const confirm = useConfirm();
  const problemText = useProblemText();
  const changed = useNotesChanged(note.customerId);
  const may = mayChangeNote(me, note.authorId);
  const path = { id: note.customerId, note: note.id };
  const save = async (patch: NotePatch, version: number) => {
    const saved = await answer(api.PATCH('/api/v1/customers/{id}/notes/{note}', { params: { path, header: ifMatch(version) }, body: patch }));
    await changed();
    return saved;
  };
  const source: Source<CustomerNoteView, NotePatch> = {
    save,
    reload: () => answer(api.GET('/api/v1/customers/{id}/notes/{note}', { params: { path } })),
  };
  const failed = (error: unknown) => {
    void message.error(problemText(error));
    void changed();
  };
  const pin = useMutation({ mutationFn: () => save({ pinned: !note.pinned }, note.version), onError: failed });
  const remove = useMutation({
    mutationFn: () => api.DELETE('/api/v1/customers/{id}/notes/{note}', { params: { path, header: ifMatch(note.version) } }),
    onSuccess: changed,
    onError: failed,
  });
  const askAndRemove = async () => {
    const sure = await confirm({ title: t('notes.deleteTitle'), content: t('notes.deleteText'), doIt: t('notes.delete'), danger: true });
    if (sure) remove.mutate();
  };
  return (
    <article className={`note${note.pinned ? ' note-pinned' : ''}`}>
      <InPlace label={t('notes.note')} record={note} field={bodyField} empty="" source={source} may={may} editor={noteEditor} say={(body) => body ?? t('notes.gone')}>
        <p className="note-body">{note.body}</p>
      </InPlace>
      <footer className="row note-foot small soft">
        {head && (
          <span className="clip">
            {note.authorName ?? t('audit.somebody')} · <When at={note.createdAt} />
          </span>
        )}
        {note.version > 0 && note.updatedAt !== note.createdAt && <span className="faint clip">{t('notes.changed')}</span>}
        <span className="grow" />
        {may && (
          <>
            <button type="button" className="icon-button note-button" disabled={pin.isPending} aria-label={t(note.pinned ? 'notes.unpin' : 'notes.pin')} title={t(note.pinned ? 'notes.unpin' : 'notes.pin')} onClick={() => pin.mutate()}>
              {note.pinned ? <PinOff size={13} aria-hidden="true" /> : <Pin size={13} aria-hidden="true" />}
            </button>
            <button type="button" className="icon-button note-button" disabled={remove.isPending} aria-label={t('notes.delete')} title={t('notes.delete')} onClick={() => void askAndRemove()}>
              <Trash2 size={13} aria-hidden="true" />
            </button>
          </>
        )}
      </footer>
    </article>
  );
}

const noteEditor = ({ id, value, change, save, disabled }: EditorProps<string>) => (
  <Input.TextArea
    id={id}
    autoFocus
    value={value}
    disabled={disabled}
    autoSize={{ minRows: 2, maxRows: 16 }}
    maxLength={LONGEST_NOTE}
    onChange={(e) => change(e.target.value)}
    onKeyDown={(e) => {
      // Notes have lines: Enter begins one.
      if (e.key !== 'Enter' || !(e.ctrlKey || e.metaKey) || e.nativeEvent.isComposing) return;
      e.preventDefault();
      e.stopPropagation();
      save();
    }}
  />
);
