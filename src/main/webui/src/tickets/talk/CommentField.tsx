import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Checkbox, Input } from 'antd';
import { useMemo, useState } from 'react';
import { useMe } from '../../session/session';
import { answer, api } from '../../shared/api/client';
import { useText } from '../../shared/i18n/useText';
import { useProblemText } from '../../shared/ui/useProblemText';
import { commentsQuery } from '../queries';
import { CommentDrafts, type CommentDraft } from './drafts';

const LONGEST = 20_000;

/** Says something of a ticket. What is typed and not sent is there again after a reload. */
export function CommentField({ ticketId }: { ticketId: string }) {
  const { t } = useText();
  const me = useMe();
  const client = useQueryClient();
  const problemText = useProblemText();
  const drafts = useMemo(() => new CommentDrafts(me.id), [me.id]);
  const [draft, setDraft] = useState(() => drafts.of(ticketId));
  const change = (part: Partial<CommentDraft>) => {
    const next = { ...draft, ...part };
    setDraft(next);
    drafts.keep(ticketId, next);
  };
  const send = useMutation({
    mutationFn: (comment: CommentDraft) => answer(api.POST('/api/v1/tickets/{id}/comments', { params: { path: { id: ticketId } }, body: comment })),
    onSuccess: () => {
      change({ body: '' });
      return client.invalidateQueries({ queryKey: commentsQuery(ticketId).queryKey });
    },
  });
  const nothing = draft.body.trim() === '';
  const submit = () => {
    if (!nothing && !send.isPending) send.mutate(draft);
  };
  const id = `comment-${ticketId}`;
  return (
    <div className={`talk-field${draft.internal ? ' talk-internal' : ''}`}>
      {send.error && <Alert type="error" showIcon role="alert" title={problemText(send.error)} />}
      <label className="visually-hidden" htmlFor={id}>
        {t('talk.write')}
      </label>
      <Input.TextArea
        id={id}
        value={draft.body}
        disabled={send.isPending}
        autoSize={{ minRows: 2, maxRows: 12 }}
        maxLength={LONGEST}
        placeholder={t('talk.write')}
        onChange={(e) => change({ body: e.target.value })}
        onKeyDown={(e) => {
          if (e.key === 'Enter' && (e.ctrlKey || e.metaKey) && !e.nativeEvent.isComposing) {
            e.preventDefault();
            submit();
          }
        }}
      />
      <div className="row talk-actions">
        <Checkbox checked={draft.internal} onChange={(e) => change({ internal: e.target.checked })}>
          {t('talk.internal')}
        </Checkbox>
        <span className="soft small grow clip">{draft.internal ? t('talk.internalHint') : t('talk.hint')}</span>
        <Button disabled={nothing} loading={send.isPending} onClick={submit}>
          {t(draft.internal ? 'talk.sendInternal' : 'talk.send')}
        </Button>
      </div>
    </div>
  );
}
