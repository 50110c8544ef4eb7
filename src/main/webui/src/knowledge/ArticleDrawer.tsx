import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { History, Pencil } from 'lucide-react';
import { useState } from 'react';
import { mayWriteArticles, useMe } from '../session/session';
import type { ArticleView } from '../shared/api/types';
import { useGo, useOpenId } from '../shared/go';
import { useText } from '../shared/i18n/useText';
import { DetailDrawer } from '../shared/ui/DetailDrawer';
import { Loaded } from '../shared/ui/Loaded';
import { ArticleForm } from './ArticleForm';
import { ArticleStatusMark } from './ArticleStatusMark';
import { ArticleVersions } from './ArticleVersions';
import { DeleteArticle } from './DeleteArticle';
import { articleQuery } from './queries';
import { LimitedMark, Reading } from './Reading';
import './knowledge.css';

type Mode = 'read' | 'write' | 'versions';

export function ArticleDrawer() {
  const id = useOpenId() ?? '';
  return id === 'new' ? <NewArticle /> : <ExistingArticle key={id} id={id} />;
}

function NewArticle() {
  const { t } = useText();
  const go = useGo();
  const close = () => go('/knowledge');
  return (
    <DetailDrawer wide title={t('knowledge.new')} label={t('knowledge.new')} onClose={close}>
      <ArticleForm onSaved={(article) => go(`/knowledge/${article.id}`, { replace: true })} onCancel={close} />
    </DetailDrawer>
  );
}

function ExistingArticle({ id }: { id: string }) {
  const { t } = useText();
  const go = useGo();
  const client = useQueryClient();
  const writes = mayWriteArticles(useMe());
  const [mode, setMode] = useState<Mode>('read');
  const query = useQuery(articleQuery(id));
  const article = query.data;
  const title = article?.title ?? t('room.knowledge');
  const changed = (saved: ArticleView) => {
    client.setQueryData(articleQuery(saved.id).queryKey, saved);
    void client.invalidateQueries({ queryKey: ['list', 'articles'] });
    void client.invalidateQueries({ queryKey: ['article', saved.id, 'versions'] });
    setMode('read');
  };
  return (
    <DetailDrawer
      wide
      title={title}
      label={title}
      above={
        article &&
        writes && (
          <span className="row">
            <ArticleStatusMark status={article.status} />
            <LimitedMark article={article} />
          </span>
        )
      }
      actions={
        article && writes && mode === 'read' && (
          <span className="row">
            <Button size="small" icon={<History size={14} aria-hidden="true" />} onClick={() => setMode('versions')}>
              {t('knowledge.versions')}
            </Button>
            <Button size="small" type="primary" icon={<Pencil size={14} aria-hidden="true" />} onClick={() => setMode('write')}>
              {t('common.edit')}
            </Button>
            <DeleteArticle article={article} onDone={() => go('/knowledge')} />
          </span>
        )
      }
      onClose={() => go('/knowledge')}
    >
      <Loaded query={query} lines={10}>
        {(found) =>
          mode === 'write' ? (
            <ArticleForm article={found} onSaved={changed} onCancel={() => setMode('read')} />
          ) : mode === 'versions' ? (
            <ArticleVersions article={found} onRestored={changed} onBack={() => setMode('read')} />
          ) : (
            <Reading article={found} />
          )
        }
      </Loaded>
    </DetailDrawer>
  );
}
