import { Lock } from 'lucide-react';
import type { ArticleView } from '../shared/api/types';
import { useQueues } from '../shared/directory';
import { useText } from '../shared/i18n/useText';
import { Facts } from '../shared/ui/DetailDrawer';
import { Tags } from '../shared/ui/Tags';
import { When } from '../shared/ui/When';
import { useAudienceText } from './audience';
import { Markdown } from './Markdown';
import './knowledge.css';

/** An article as its readers see it. */
export function Reading({ article }: { article: ArticleView }) {
  const { t } = useText();
  const { queueLabel } = useQueues();
  const audience = useAudienceText()(article);
  return (
    <>
      <article lang={article.language}>
        <Markdown text={article.body} />
      </article>
      <footer className="article-facts">
        <Facts
          items={[
            [t('knowledge.audience'), audience],
            [t('knowledge.queues'), article.queues.map(queueLabel).join(t('common.listSeparator'))],
            [t('knowledge.ticketTypes'), article.ticketTypes.map((type) => t(`ticketType.${type}`)).join(t('common.listSeparator'))],
            [t('customers.tags'), article.tags.length > 0 && <Tags key="t" tags={article.tags} max={30} />],
            [t('knowledge.author'), article.authorName],
            [t('common.updated'), <When key="u" at={article.updatedAt} />],
          ]}
        />
      </footer>
    </>
  );
}

/** Says beside a title that not everybody may read it. */
export function LimitedMark({ article }: { article: Pick<ArticleView, 'teams' | 'roles'> }) {
  const { t } = useText();
  const audience = useAudienceText()(article);
  if (!audience) return null;
  const text = t('knowledge.limited', { whom: audience });
  return (
    <span className="faint article-limited" role="img" aria-label={text} title={text}>
      <Lock size={12} aria-hidden="true" />
    </span>
  );
}
