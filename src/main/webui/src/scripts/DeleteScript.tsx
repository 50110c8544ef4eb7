import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Tooltip } from 'antd';
import { Trash2 } from 'lucide-react';
import { ProblemError } from '../shared/api/problem';
import type { ScriptView } from '../shared/api/types';
import { useText } from '../shared/i18n/useText';
import { useProblemText } from '../shared/ui/useProblemText';
import { deleteScript, scriptQuery } from './queries';
import { useConfirm } from '../shared/ui/useConfirm';

/** Deletes a script after asking. One that calls have answers to stays, and is withdrawn instead: the service sees to that. */
export function DeleteScript({ script, onDone }: { script: ScriptView; onDone: () => void }) {
  const { t } = useText();
  const client = useQueryClient();
  const { message } = App.useApp();
  const confirm = useConfirm();
  const problemText = useProblemText();
  const remove = useMutation({
    mutationFn: () => deleteScript(script.id, script.version),
    onSuccess: () => {
      client.removeQueries({ queryKey: scriptQuery(script.id).queryKey });
      void message.success(t('scripts.deleted', { name: script.name }));
      onDone();
    },
    onError: (error) => {
      const answered = error instanceof ProblemError && error.code === 'reference';
      void message.error(answered ? t('scripts.answered') : problemText(error));
      void client.invalidateQueries({ queryKey: scriptQuery(script.id).queryKey });
    },
    onSettled: () => void client.invalidateQueries({ queryKey: ['list', 'scripts'] }),
  });
  const ask = async () => {
    const sure = await confirm({
      title: t('scripts.deleteTitle', { name: script.name }),
      content: t(script.status === 'published' ? 'scripts.deletePublished' : 'scripts.deleteText'),
      doIt: t('scripts.delete'),
      danger: true,
    });
    if (sure) remove.mutate();
  };
  return (
    <Tooltip title={t('scripts.delete')}>
      <button type="button" className="icon-button" aria-label={t('scripts.delete')} disabled={remove.isPending} onClick={() => void ask()}>
        <Trash2 size={16} aria-hidden="true" />
      </button>
    </Tooltip>
  );
}
