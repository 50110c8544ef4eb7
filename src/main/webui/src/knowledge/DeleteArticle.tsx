import type { ArticleView } from '../shared/api/types';
import { useText } from '../shared/i18n/useText';
import { DeleteRecord } from '../shared/ui/DeleteRecord';
import { articleQuery, deleteArticle } from './queries';

/** Deletes an article with all its versions after asking; to hide it, archiving is enough. */
export function DeleteArticle({ article: { id, title, status, version }, onDone }: { article: ArticleView; onDone: () => void }) {
  const { t } = useText();
  return (
    <DeleteRecord
      label={t('knowledge.delete')}
      title={t('knowledge.deleteTitle', { title })}
      content={t(status === 'published' ? 'knowledge.deletePublished' : 'knowledge.deleteText')}
      deleted={t('knowledge.deleted', { title })}
      remove={() => deleteArticle(id, version)}
      record={articleQuery(id).queryKey}
      lists={[['list', 'articles'], ['suggested']]}
      onDone={onDone}
    />
  );
}
