import { useQueryClient } from '@tanstack/react-query';
import { Form, Input, Select } from 'antd';
import { useState } from 'react';
import { articleLanguages } from '../knowledge/queries';
import { answer, api, ifMatch } from '../shared/api/client';
import { ProblemError } from '../shared/api/problem';
import type { FieldError, ScriptStep, ScriptView } from '../shared/api/types';
import { useQueues } from '../shared/directory';
import { useText } from '../shared/i18n/useText';
import { RecordForm } from '../shared/ui/form/RecordForm';
import { firstStep } from './edits';
import { scriptQuery } from './queries';
import { StepsEditor } from './StepsEditor';

interface ScriptFields {
  name: string;
  language: 'en' | 'zh-CN';
  queues: string[];
  steps: ScriptStep[];
}

const fieldsOf = ({ name, language, queues, steps }: ScriptView): ScriptFields => ({ name, language: language as ScriptFields['language'], queues, steps });

interface ScriptFormProps {
  script?: ScriptView;
  onSaved: (script: ScriptView) => void;
  onCancel: () => void;
}

export function ScriptForm({ script, onSaved, onCancel }: ScriptFormProps) {
  const { t, language } = useText();
  const client = useQueryClient();
  const { options } = useQueues();
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const save = async (body: ScriptFields, version: number | null) => {
    setErrors([]);
    try {
      return await (script
        ? answer(api.PATCH('/api/v1/scripts/{id}', { params: { path: { id: script.id }, header: ifMatch(version ?? script.version) }, body }))
        : answer(api.POST('/api/v1/scripts', { body })));
    } catch (error) {
      if (error instanceof ProblemError) setErrors(error.errors.filter((e) => e.field.startsWith('steps[')));
      throw error;
    }
  };
  return (
    <RecordForm<ScriptFields, ScriptView>
      initial={script ? fieldsOf(script) : { name: '', language, queues: [], steps: [firstStep()] }}
      version={script?.version ?? null}
      save={save}
      {...(script
        ? {
            reload: async () => {
              const newest = await client.fetchQuery({ ...scriptQuery(script.id), staleTime: 0 });
              return { values: fieldsOf(newest), version: newest.version };
            },
          }
        : {})}
      onSaved={onSaved}
      onCancel={onCancel}
    >
      <Form.Item name="name" label={t('scripts.name')} rules={[{ required: true, whitespace: true }]}>
        <Input maxLength={100} autoFocus={!script} />
      </Form.Item>
      <div className="form-pair">
        <Form.Item name="queues" label={t('scripts.queues')} extra={t('scripts.noQueue')}>
          <Select mode="multiple" options={options} placeholder={t('scripts.forAll')} optionFilterProp="label" />
        </Form.Item>
        <Form.Item name="language" label={t('frame.language')}>
          <Select options={articleLanguages} />
        </Form.Item>
      </div>
      <Form.Item name="steps" noStyle>
        <StepsEditor errors={errors} />
      </Form.Item>
    </RecordForm>
  );
}
