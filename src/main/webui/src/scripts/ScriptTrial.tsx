import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { useMe } from '../session/session';
import type { ScriptView } from '../shared/api/types';
import { useQueues } from '../shared/directory';
import { useText } from '../shared/i18n/useText';
import type { Fields } from './fields';
import { begin, type Passage } from './passage';
import { ScriptPlayer } from './ScriptPlayer';

/** A script as on the desk, with a made-up customer; nothing is kept. */
export function ScriptTrial({ script }: { script: ScriptView }) {
  const { t } = useText();
  const me = useMe();
  const { queueLabel } = useQueues();
  const [passage, setPassage] = useState<Passage>(() => begin(script.steps));
  const fields = useMemo<Fields>(
    () => ({
      'customer.name': t('scripts.sample.name'),
      'customer.contact': t('scripts.sample.contact'),
      'customer.owner': t('scripts.sample.owner'),
      'customer.tags': t('scripts.sample.tags'),
      'agent.name': me.name,
      'agent.extension': me.extension ?? '1001',
      'call.queue': queueLabel(script.queues[0]) || t('scripts.forAll'),
      'call.from': t('scripts.sample.from'),
      'call.to': t('scripts.sample.to'),
    }),
    [t, me, queueLabel, script.queues],
  );
  return (
    <>
      <div className="row script-trial-hint">
        <p className="soft small grow">{t('scripts.tryHint')}</p>
        <Button size="small" onClick={() => setPassage(begin(script.steps))}>{t('scripts.tryAgain')}</Button>
      </div>
      <ScriptPlayer name={script.name} language={script.language} steps={script.steps} passage={passage} fields={fields} onChange={setPassage} />
    </>
  );
}
