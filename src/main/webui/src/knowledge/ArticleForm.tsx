import { useQueryClient } from '@tanstack/react-query';
import { Form, Input, Select } from 'antd';
import { answer, api, ifMatch } from '../shared/api/client';
import type { ArticleStatus, ArticleView, TicketType } from '../shared/api/types';
import { useQueues } from '../shared/directory';
import { useText } from '../shared/i18n/useText';
import { RecordForm } from '../shared/ui/form/RecordForm';
import { ticketTypes } from '../tickets/queries';
import { audienceOf, chosenOf, useAudienceOptions } from './audience';
import { MarkdownEditor } from './MarkdownEditor';
import { articleLanguages, articleQuery, articleStatuses } from './queries';

interface ArticleFields {
  title: string;
  body: string;
  language: 'en' | 'zh-CN';
  status: ArticleStatus;
  queues: string[];
  ticketTypes: TicketType[];
  tags: string[];
  audience: string[];
}

const fieldsOf = ({ title, body, language, status, queues, ticketTypes: types, tags, teams, roles }: ArticleView): ArticleFields => ({
  title, body, language: language as ArticleFields['language'], status, queues, ticketTypes: types, tags, audience: chosenOf({ teams, roles }),
});

interface ArticleFormProps {
  article?: ArticleView;
  onSaved: (article: ArticleView) => void;
  onCancel: () => void;
}

export function ArticleForm({ article, onSaved, onCancel }: ArticleFormProps) {
  const { t, language } = useText();
  const client = useQueryClient();
  const { options } = useQueues();
  const whom = useAudienceOptions();
  const initial: ArticleFields = article ? fieldsOf(article) : { title: '', body: '', language, status: 'draft', queues: [], ticketTypes: [], tags: [], audience: [] };
  return (
    <RecordForm<ArticleFields, ArticleView>
      initial={initial}
      version={article?.version ?? null}
      save={({ audience, ...fields }, version) => {
        const body = { ...fields, ...audienceOf(audience) };
        return article
          ? answer(api.PATCH('/api/v1/articles/{id}', { params: { path: { id: article.id }, header: ifMatch(version ?? article.version) }, body }))
          : answer(api.POST('/api/v1/articles', { body }));
      }}
      {...(article
        ? {
            reload: async () => {
              const newest = await client.fetchQuery({ ...articleQuery(article.id), staleTime: 0 });
              return { values: fieldsOf(newest), version: newest.version };
            },
          }
        : {})}
      onSaved={(saved) => {
        client.setQueryData(articleQuery(saved.id).queryKey, saved);
        void client.invalidateQueries({ queryKey: ['list', 'articles'] });
        onSaved(saved);
      }}
      onCancel={onCancel}
    >
      <Form.Item name="title" label={t('knowledge.articleTitle')} rules={[{ required: true, whitespace: true }]}>
        <Input maxLength={200} autoFocus={!article} />
      </Form.Item>
      <Form.Item name="body" label={t('knowledge.text')} rules={[{ required: true, whitespace: true }]}>
        <MarkdownEditor />
      </Form.Item>
      <div className="form-pair">
        <Form.Item name="status" label={t('tickets.status')} extra={t('knowledge.statusHint')}>
          <Select options={articleStatuses.map((s) => ({ value: s, label: t(`articleStatus.${s}`) }))} />
        </Form.Item>
        <Form.Item name="language" label={t('frame.language')}>
          <Select options={articleLanguages} />
        </Form.Item>
        <Form.Item name="queues" label={t('knowledge.queues')}>
          <Select mode="multiple" options={options} placeholder={t('knowledge.forAll')} optionFilterProp="label" />
        </Form.Item>
        <Form.Item name="ticketTypes" label={t('knowledge.ticketTypes')}>
          <Select mode="multiple" options={ticketTypes.map((s) => ({ value: s, label: t(`ticketType.${s}`) }))} placeholder={t('knowledge.forAll')} />
        </Form.Item>
      </div>
      <Form.Item name="audience" label={t('knowledge.audience')} extra={t('knowledge.audienceHint')}>
        <Select mode="multiple" options={whom} placeholder={t('knowledge.everybody')} optionFilterProp="label" />
      </Form.Item>
      <Form.Item name="tags" label={t('customers.tags')}>
        <Select mode="tags" open={false} suffixIcon={null} tokenSeparators={[',', '，', '、']} maxCount={30} />
      </Form.Item>
    </RecordForm>
  );
}
