import type { ScriptView } from '../shared/api/types';
import { useText } from '../shared/i18n/useText';
import { DeleteRecord } from '../shared/ui/DeleteRecord';
import { deleteScript, scriptQuery } from './queries';

/** Deletes a script after asking. One that calls have answers to stays, and is withdrawn instead: the service sees to that. */
export function DeleteScript({ script: { id, name, status, version }, onDone }: { script: ScriptView; onDone: () => void }) {
  const { t } = useText();
  return (
    <DeleteRecord
      label={t('scripts.delete')}
      title={t('scripts.deleteTitle', { name })}
      content={t(status === 'published' ? 'scripts.deletePublished' : 'scripts.deleteText')}
      deleted={t('scripts.deleted', { name })}
      referred={t('scripts.answered')}
      remove={() => deleteScript(id, version)}
      record={scriptQuery(id).queryKey}
      lists={[['list', 'scripts']]}
      onDone={onDone}
    />
  );
}
