import { useMutation, useQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { ArrowLeft } from 'lucide-react';
import { useState } from 'react';
import { answer, api, ifMatch } from '../shared/api/client';
import type { ArticleVersionView, ArticleView } from '../shared/api/types';
import { useText } from '../shared/i18n/useText';
import { Loaded } from '../shared/ui/Loaded';
import { useProblemText } from '../shared/ui/useProblemText';
import { When } from '../shared/ui/When';
import { ArticleStatusMark } from './ArticleStatusMark';
import { diffLines } from './diff';
import { versionsQuery } from './queries';

interface ArticleVersionsProps {
  article: ArticleView;
  onRestored: (article: ArticleView) => void;
  onBack: () => void;
}

/** What the article once was: who made it so and when, what is different now, and the way back to it. */
export function ArticleVersions({ article, onRestored, onBack }: ArticleVersionsProps) {
  const { t } = useText();
  const problemText = useProblemText();
  const [chosen, setChosen] = useState<number | null>(null);
  const query = useQuery(versionsQuery(article.id, article.version));
  const restore = useMutation({
    mutationFn: (number: number) =>
      answer(
        api.POST('/api/v1/articles/{id}/versions/{number}/restore', {
          params: { path: { id: article.id, number }, header: ifMatch(article.version) },
        }),
      ),
    onSuccess: onRestored,
  });
  return (
    <>
      <Button type="text" size="small" icon={<ArrowLeft size={14} aria-hidden="true" />} onClick={onBack} className="article-back">
        {t('knowledge.back')}
      </Button>
      {restore.error && <Alert type="error" showIcon role="alert" title={problemText(restore.error)} />}
      <Loaded query={query} lines={6}>
        {(versions) => {
          const open = versions.find((v) => v.number === chosen);
          return (
            <>
              <ul className="versions">
                {versions.map((version, i) => (
                  <li key={version.number}>
                    <button type="button" className={`version${version.number === chosen ? ' version-open' : ''}`} aria-pressed={version.number === chosen} onClick={() => setChosen(version.number)}>
                      <span className="tabular faint">{version.number}</span>
                      <span className="clip grow">{version.editorName ?? t('knowledge.unknownEditor')}</span>
                      <ArticleStatusMark status={version.status} />
                      <span className="soft"><When at={version.at} /></span>
                      {i === 0 && <span className="tag">{t('knowledge.now')}</span>}
                    </button>
                  </li>
                ))}
              </ul>
              {open && (
                <Comparison
                  version={open}
                  article={article}
                  restore={<Button size="small" loading={restore.isPending} onClick={() => restore.mutate(open.number)}>{t('knowledge.restore')}</Button>}
                />
              )}
            </>
          );
        }}
      </Loaded>
    </>
  );
}

function Comparison({ version, article, restore }: { version: ArticleVersionView; article: ArticleView; restore: React.ReactNode }) {
  const { t } = useText();
  const lines = diffLines(`${version.title}\n\n${version.body}`, `${article.title}\n\n${article.body}`);
  const same = lines.every((line) => line.kind === 'same');
  return (
    <section aria-label={t('knowledge.compared', { number: version.number })}>
      <header className="section-head">
        <h2>{t('knowledge.compared', { number: version.number })}</h2>
        {!same && restore}
      </header>
      {same ? (
        <p className="soft">{t('knowledge.same')}</p>
      ) : (
        <div className="diff">
          {lines.map((line, i) => (
            // Lines have no other identity than their place.
            // oxlint-disable-next-line react/no-array-index-key
            <div key={i} className={`diff-line diff-${line.kind}`}>
              <span className="diff-sign" aria-hidden="true">{{ same: '', gone: '−', new: '+' }[line.kind]}</span>
              {line.kind !== 'same' && <span className="visually-hidden">{t(`knowledge.line.${line.kind}`)}</span>}
              <span>{line.text || ' '}</span>
            </div>
          ))}
        </div>
      )}
    </section>
  );
}
