import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useCallback, useEffect, useSyncExternalStore } from 'react';
import { useProblemText } from '../../shared/ui/useProblemText';
import { useDesk } from '../deskStore';
import type { WrapUpDraft } from '../agent';
import { WrapUpDrafts } from './drafts';

const drafts = new WrapUpDrafts();

/** The wrap-up form of a call, one draft wherever it is shown, saved by itself as it is written. */
export function useWrapUp(callId: string | null) {
  const { message } = App.useApp();
  const problemText = useProblemText();
  const client = useQueryClient();
  const stored = useDesk((s) => (s.call && s.call.id === callId ? s.call.wrapUp : null));

  useEffect(() => {
    if (callId) drafts.seed(callId, stored ? { disposition: stored.disposition ?? null, notes: stored.notes ?? '' } : null);
  }, [callId, stored]);
  useEffect(() => {
    addEventListener('online', drafts.retry);
    return () => removeEventListener('online', drafts.retry);
  }, []);

  const draft = useSyncExternalStore(drafts.subscribe, () => drafts.draft(callId));
  const status = useSyncExternalStore(drafts.subscribe, () => drafts.status(callId));

  const change = useCallback(
    (part: Partial<WrapUpDraft>) => {
      if (callId) drafts.change(callId, part);
    },
    [callId],
  );

  const finish = useCallback(() => {
    if (!callId) return;
    drafts
      .finish(callId)
      .then(() => client.invalidateQueries({ queryKey: ['call', callId] }))
      .catch((error: unknown) => void message.error(problemText(error)));
  }, [callId, client, message, problemText]);

  return { draft, status, change, finish, finishing: status === 'finishing' };
}
