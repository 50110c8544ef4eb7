import { useQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useEffect, useSyncExternalStore } from 'react';
import { callScriptQuery, runService } from '../../scripts/queries';
import { ScriptRuns } from '../../scripts/runs';
import { ScriptPlayer } from '../../scripts/ScriptPlayer';
import { useText } from '../../shared/i18n/useText';
import { useProblemText } from '../../shared/ui/useProblemText';
import { useScriptFields } from './useScriptFields';

const runs = new ScriptRuns(runService);

interface DeskScriptProps {
  callId: string;
  queue: string | null | undefined;
  /** Before that the text is read, and nothing answered. */
  talking: boolean;
}

/** The script of the call on the desk, where the call is in it; nothing for a call that has none. */
export function DeskScript({ callId, queue, talking }: DeskScriptProps) {
  const { t, language } = useText();
  const problemText = useProblemText();
  const fields = useScriptFields();
  // Only a queue's calls have one.
  const query = useQuery({ ...callScriptQuery(callId, language, queue ?? null), enabled: Boolean(queue) });
  const { data, refetch } = query;
  const kept = data?.current ? data.scripts.find((one) => one.script.scriptId === data.current) : undefined;
  const scriptId = kept?.script.scriptId ?? '';
  const run = useSyncExternalStore(runs.subscribe, () => runs.run(callId, scriptId));

  useEffect(() => {
    if (kept) runs.seed(callId, kept);
  }, [callId, kept]);
  // Who gets the call from a colleague sees what was answered until then.
  useEffect(() => {
    if (talking && queue) void refetch();
  }, [talking, queue, refetch]);
  useEffect(() => {
    addEventListener('online', runs.retry);
    return () => removeEventListener('online', runs.retry);
  }, []);

  if (query.error && !data) {
    return (
      <Alert
        type="warning"
        showIcon
        title={t('scripts.failedToLoad')}
        action={<Button size="small" onClick={() => void refetch()}>{t('common.retry')}</Button>}
      />
    );
  }
  if (!run) return null;
  const { script } = run.kept;
  const saving = run.status === 'saving' || run.status === 'writing';
  const status =
    run.status === 'refused' ? (
      <span className="desk-overdue">{t('scripts.tellFailed', { why: problemText(run.error) })}</span>
    ) : run.status === 'failed' ? (
      <span className="desk-overdue">{t('scripts.notSaved')}</span>
    ) : run.mixed ? (
      t('scripts.mixed')
    ) : saving ? (
      t('scripts.saving')
    ) : run.status === 'saved' ? (
      t('scripts.saved')
    ) : null;
  return (
    <ScriptPlayer
      key={`${callId}/${scriptId}`}
      name={script.name}
      language={script.language}
      steps={script.steps}
      passage={run.passage}
      fields={fields}
      disabled={!talking}
      status={status}
      onChange={(passage, atOnce) => runs.change(callId, scriptId, passage, atOnce)}
    />
  );
}
