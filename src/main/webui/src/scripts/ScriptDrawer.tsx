import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button } from 'antd';
import { ArrowLeft, Pencil, Play } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Markdown } from '../knowledge/Markdown';
import { languageName } from '../knowledge/queries';
import type { ScriptStep, ScriptView } from '../shared/api/types';
import { useQueues } from '../shared/directory';
import { useGo, useOpenId } from '../shared/go';
import { useText } from '../shared/i18n/useText';
import { DetailDrawer, Facts, Section } from '../shared/ui/DetailDrawer';
import { Loaded } from '../shared/ui/Loaded';
import { useProblemText } from '../shared/ui/useProblemText';
import { When } from '../shared/ui/When';
import { DeleteScript } from './DeleteScript';
import { plain, type Fields } from './fields';
import { Filled, useFieldNames, useGapText } from './Filled';
import { fillIn } from './fillIn';
import { FlowPicture } from './FlowPicture';
import { publishScript, scriptQuery, withdrawScript } from './queries';
import { ScriptForm } from './ScriptForm';
import { ScriptStatusMark } from './ScriptStatusMark';
import { ScriptTrial } from './ScriptTrial';
import './script.css';

type Mode = 'read' | 'write' | 'try';

export function ScriptDrawer() {
  const id = useOpenId() ?? '';
  return id === 'new' ? <NewScript /> : <ExistingScript key={id} id={id} />;
}

function NewScript() {
  const { t } = useText();
  const go = useGo();
  const shown = useShown();
  const close = () => go('/scripts');
  return (
    <DetailDrawer wide title={t('scripts.new')} label={t('scripts.new')} onClose={close}>
      <ScriptForm
        onSaved={(script) => {
          shown(script);
          void go(`/scripts/${script.id}`, { replace: true });
        }}
        onCancel={close}
      />
    </DetailDrawer>
  );
}

/** The newest state of a script, for whatever shows it. */
function useShown() {
  const client = useQueryClient();
  return (script: ScriptView) => {
    client.setQueryData(scriptQuery(script.id).queryKey, script);
    void client.invalidateQueries({ queryKey: ['list', 'scripts'] });
  };
}

function ExistingScript({ id }: { id: string }) {
  const { t } = useText();
  const go = useGo();
  const shown = useShown();
  const [mode, setMode] = useState<Mode>('read');
  const query = useQuery(scriptQuery(id));
  const script = query.data;
  const title = script?.name ?? t('room.scripts');
  return (
    <DetailDrawer
      wide
      title={title}
      label={title}
      above={script && <ScriptStatusMark status={script.status} />}
      actions={
        script && mode === 'read' ? (
          <span className="row">
            <Button size="small" icon={<Play size={14} aria-hidden="true" />} onClick={() => setMode('try')}>{t('scripts.tryIt')}</Button>
            <Button size="small" icon={<Pencil size={14} aria-hidden="true" />} onClick={() => setMode('write')}>{t('common.edit')}</Button>
            <Publishing script={script} />
            <DeleteScript script={script} onDone={() => go('/scripts')} />
          </span>
        ) : (
          mode === 'try' && <Button size="small" icon={<ArrowLeft size={14} aria-hidden="true" />} onClick={() => setMode('read')}>{t('scripts.back')}</Button>
        )
      }
      onClose={() => go('/scripts')}
    >
      <Loaded query={query} lines={10}>
        {(found) =>
          mode === 'write' ? (
            <ScriptForm
              script={found}
              onSaved={(saved) => {
                shown(saved);
                setMode('read');
              }}
              onCancel={() => setMode('read')}
            />
          ) : mode === 'try' ? (
            <ScriptTrial script={found} />
          ) : (
            <Reading script={found} />
          )
        }
      </Loaded>
    </DetailDrawer>
  );
}

function Publishing({ script }: { script: ScriptView }) {
  const { t } = useText();
  const { message } = App.useApp();
  const problemText = useProblemText();
  const client = useQueryClient();
  const shown = useShown();
  const current = script.status === 'published' && !script.differs;
  const act = useMutation({
    mutationFn: () => (current ? withdrawScript : publishScript)(script.id, script.version),
    onSuccess: (changed) => {
      shown(changed);
      void message.success(t(current ? 'scripts.withdrawn' : 'scripts.publishHint'));
    },
    onError: (error) => {
      void message.error(problemText(error));
      void client.invalidateQueries({ queryKey: scriptQuery(script.id).queryKey });
    },
  });
  return (
    <Button size="small" type={current ? 'default' : 'primary'} loading={act.isPending} onClick={() => act.mutate()}>
      {t(current ? 'scripts.withdraw' : 'scripts.publish')}
    </Button>
  );
}

function Reading({ script }: { script: ScriptView }) {
  const { t } = useText();
  const { queueLabel } = useQueues();
  const names = useFieldNames();
  return (
    <>
      {script.publishedVersion && script.status === 'published' && script.differs && (
        <Alert type="warning" showIcon className="record-form-alert" title={t('scripts.changed', { version: script.publishedVersion })} />
      )}
      <Facts
        items={[
          [t('scripts.queues'), script.queues.map(queueLabel).join(t('common.listSeparator')) || t('scripts.forAll')],
          [t('frame.language'), languageName(script.language)],
          [t('scripts.version'), script.publishedVersion && <span key="v">{script.publishedVersion}{script.publishedAt && <span className="soft"> · <When at={script.publishedAt} /></span>}</span>],
          [t('scripts.author'), script.authorName],
          [t('common.updated'), <When key="u" at={script.updatedAt} />],
        ]}
      />
      <div className="script-reading">
        <FlowPicture steps={script.steps} />
        <div lang={script.language}>
          {script.steps.map((step, i) => (
            <StepText key={step.key} step={step} n={i + 1} names={names} />
          ))}
        </div>
      </div>
    </>
  );
}

function StepText({ step, n, names }: { step: ScriptStep; n: number; names: Fields }) {
  const { t } = useText();
  const gap = useGapText();
  const plugins = useMemo(() => [fillIn(names, gap)], [names, gap]);
  return (
    <Section title={`${n}. ${plain(step.title, names)}`}>
      <Markdown text={step.text} plugins={plugins} />
      {step.questions.length > 0 && (
        <ul className="script-asked">
          {step.questions.map((q) => (
            <li key={q.key}>
              <Filled text={q.label} fields={names} /> <span className="soft small">{t(`scripts.questionKind.${q.kind}`)}{q.choices.length > 0 && `: ${q.choices.map((c) => c.label).join(t('common.listSeparator'))}`}</span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
