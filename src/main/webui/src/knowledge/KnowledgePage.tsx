import { Outlet } from '@tanstack/react-router';
import { Button } from 'antd';
import { BookOpen, Plus } from 'lucide-react';
import { mayWriteArticles, useMe } from '../session/session';
import type { ArticleView } from '../shared/api/types';
import { useQueues } from '../shared/directory';
import { useGo } from '../shared/go';
import { useText } from '../shared/i18n/useText';
import { List } from '../shared/ui/list/List';
import type { Column } from '../shared/ui/list/types';
import { Tags } from '../shared/ui/Tags';
import { When } from '../shared/ui/When';
import { ticketTypes } from '../tickets/queries';
import { ArticleStatusMark } from './ArticleStatusMark';
import { articleLanguages, articleStatuses, languageName } from './queries';
import { LimitedMark } from './Reading';
import './knowledge.css';

export function KnowledgePage() {
  const { t, language } = useText();
  const go = useGo();
  const writes = mayWriteArticles(useMe());
  const { queueLabel, options } = useQueues();
  const create = writes ? (
    <Button type="primary" icon={<Plus size={14} aria-hidden="true" />} onClick={() => go('/knowledge/new')}>
      {t('knowledge.new')}
    </Button>
  ) : undefined;
  const forWhom = (x: ArticleView) => [...x.queues.map(queueLabel), ...x.ticketTypes.map((type) => t(`ticketType.${type}`))].join(' · ');
  const columns: Column<ArticleView>[] = [
    { key: 'title', title: t('knowledge.articleTitle'), width: 'minmax(200px, 2.6fr)', sort: 'title', render: (x) => <Title article={x} /> },
    { key: 'for', phone: 'below', title: t('knowledge.for'), width: 'minmax(120px, 1.2fr)', wideOnly: true, render: (x) => <span className="soft clip">{forWhom(x) || t('knowledge.forAll')}</span> },
    { key: 'tags', title: t('customers.tags'), width: 'minmax(100px, 1.1fr)', wideOnly: true, render: (x) => <Tags tags={x.tags} max={2} /> },
    { key: 'language', phone: 'below', title: t('frame.language'), width: '92px', wideOnly: true, render: (x) => <span className="soft">{languageName(x.language)}</span> },
    ...(writes
      ? [{ key: 'status', phone: 'state' as const, title: t('tickets.status'), width: '112px', render: (x: ArticleView) => <ArticleStatusMark status={x.status} /> }]
      : []),
    { key: 'updated', title: t('common.updated'), width: '120px', wideOnly: true, sort: 'updatedAt', end: true, render: (x) => <span className="soft"><When at={x.updatedAt} /></span> },
  ];
  return (
    <>
      <List<ArticleView>
        name="articles"
        title={t('room.knowledge')}
        path="/api/v1/articles"
        base="/knowledge"
        columns={columns}
        rowId={(x) => x.id}
        searchHint={t('knowledge.searchHint')}
        views={[
          { label: t('common.all'), search: {} },
          { label: t('knowledge.viewLanguage'), search: { language } },
          ...(writes ? [{ label: t('knowledge.viewDrafts'), search: { status: 'draft' } }] : []),
        ]}
        filters={[
          ...(writes
            ? [{ kind: 'select' as const, key: 'status', label: t('tickets.status'), options: articleStatuses.map((s) => ({ value: s, label: t(`articleStatus.${s}`) })) }]
            : []),
          { kind: 'select', key: 'queue', label: t('calls.queue'), options },
          { kind: 'select', key: 'ticketType', label: t('knowledge.ticketType'), options: ticketTypes.map((s) => ({ value: s, label: t(`ticketType.${s}`) })) },
          { kind: 'select', key: 'language', label: t('frame.language'), options: articleLanguages },
        ]}
        toQuery={({ q, status, queue, ticketType, language: written, tag }) => ({ q, status, queue, ticketType, language: written, tag })}
        action={create}
        empty={{ icon: BookOpen, title: t('knowledge.empty'), hint: writes ? t('knowledge.emptyHint') : t('knowledge.emptyHintReader'), ...(create ? { action: create } : {}) }}
      />
      <Outlet />
    </>
  );
}

function Title({ article }: { article: ArticleView }) {
  return (
    <span className="row">
      <span className="clip" title={article.title}>
        {article.title}
      </span>
      <LimitedMark article={article} />
    </span>
  );
}
