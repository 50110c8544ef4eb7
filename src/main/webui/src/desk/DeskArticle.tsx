import { useQuery } from '@tanstack/react-query';
import { BookOpen } from 'lucide-react';
import { useCallback, useEffect, useRef } from 'react';
import { articleQuery } from '../knowledge/queries';
import { LimitedMark, Reading } from '../knowledge/Reading';
import { useGo } from '../shared/go';
import { useText } from '../shared/i18n/useText';
import { DetailDrawer } from '../shared/ui/DetailDrawer';
import { Loaded } from '../shared/ui/Loaded';
import { RecordLink } from '../shared/ui/RecordLink';
import { useDeskArticle } from './article';
import { useDesk } from './deskStore';

/** An article read at the desk: the call goes on below it, and who calls next is not hidden by it. */
export function DeskArticle() {
  const id = useDeskArticle();
  return id ? <OpenArticle key={id} id={id} /> : null;
}

function OpenArticle({ id }: { id: string }) {
  const { t } = useText();
  const go = useGo();
  const query = useQuery(articleQuery(id));
  const close = useCallback(() => void go('/desk', { search: ({ article: _, ...rest }) => rest }), [go]);
  useCloseAtRing(close);
  const article = query.data;
  const title = article?.title ?? t('room.knowledge');
  return (
    <DetailDrawer
      title={title}
      label={title}
      above={
        <span className="row">
          <BookOpen size={12} aria-hidden="true" />
          <RecordLink to={`/knowledge/${encodeURIComponent(id)}`}>{t('knowledge.openThere')}</RecordLink>
          {article && <LimitedMark article={article} />}
        </span>
      }
      onClose={close}
    >
      <Loaded query={query} lines={10}>
        {(found) => <Reading article={found} />}
      </Loaded>
    </DetailDrawer>
  );
}

/** A call that begins to ring puts its customer where the article was. */
function useCloseAtRing(close: () => void) {
  const ringing = useDesk((s) => s.agent?.state === 'ringing');
  const before = useRef(ringing);
  useEffect(() => {
    if (ringing && !before.current) close();
    before.current = ringing;
  }, [ringing, close]);
}
