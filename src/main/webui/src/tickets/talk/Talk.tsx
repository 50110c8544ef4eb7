import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Lock } from 'lucide-react';
import { useChanges } from '../../admin/AuditDetails';
import { Markdown } from '../../knowledge/Markdown';
import type { TicketCommentView, TicketHistoryView, TicketView } from '../../shared/api/types';
import { useText } from '../../shared/i18n/useText';
import { Section } from '../../shared/ui/DetailDrawer';
import { Failure, Skeleton } from '../../shared/ui/Loaded';
import { RecordLink } from '../../shared/ui/RecordLink';
import { When } from '../../shared/ui/When';
import { commentsQuery, historyQuery } from '../queries';
import { CommentField } from './CommentField';
import { timelineOf } from './timeline';
import './talk.css';

/** What was said of a ticket and what became of it, in one line of time, and a field to say more. */
export function Talk({ ticket }: { ticket: TicketView }) {
  const { t } = useText();
  return (
    <Section title={t('talk.title')}>
      <Entries id={ticket.id} />
      {!ticket.mergedInto && <CommentField key={ticket.id} ticketId={ticket.id} />}
    </Section>
  );
}

function Entries({ id }: { id: string }) {
  const { t } = useText();
  const comments = useInfiniteQuery(commentsQuery(id));
  const history = useInfiniteQuery(historyQuery(id));
  const lists = [comments, history];
  const failed = lists.find((list) => list.error && !list.data);
  if (failed) return <Failure error={failed.error} retry={() => void failed.refetch()} />;
  if (!comments.data || !history.data) return <Skeleton lines={3} />;
  const entries = timelineOf(
    { items: comments.data.pages.flatMap((page) => page.items), more: comments.hasNextPage },
    { items: history.data.pages.flatMap((page) => page.items), more: history.hasNextPage },
  );
  return (
    <>
      {lists.some((list) => list.hasNextPage) && (
        <Button
          type="link"
          size="small"
          loading={lists.some((list) => list.isFetchingNextPage)}
          onClick={() => lists.forEach((list) => list.hasNextPage && void list.fetchNextPage())}
        >
          {t('talk.earlier')}
        </Button>
      )}
      {entries.length === 0 ? (
        <p className="soft">{t('talk.empty')}</p>
      ) : (
        <ol className="talk">
          {entries.map((entry) => (
            <li key={entry.id}>{'comment' in entry ? <Comment comment={entry.comment} /> : <Change change={entry.change} />}</li>
          ))}
        </ol>
      )}
    </>
  );
}

function Comment({ comment }: { comment: TicketCommentView }) {
  const { t } = useText();
  return (
    <article className={`talk-comment${comment.internal ? ' talk-internal' : ''}`}>
      <header className="talk-head">
        <span className="talk-who clip">{comment.authorName ?? t('audit.somebody')}</span>
        {comment.internal && (
          <span className="tag talk-mark" title={t('talk.internalHint')}>
            <Lock size={11} aria-hidden="true" /> {t('talk.internal')}
          </span>
        )}
        <span className="grow" />
        <span className="soft small">
          <When at={comment.at} />
        </span>
      </header>
      <Markdown text={comment.body} />
    </article>
  );
}

function Change({ change }: { change: TicketHistoryView }) {
  const { t } = useText();
  const say = useHistoryText();
  const callId = change.details['callId'];
  return (
    <p className="talk-change small soft">
      <span className="grow">
        {say(change)}
        {typeof callId === 'string' && (
          <>
            {' · '}
            <RecordLink to={`/calls/${encodeURIComponent(callId)}`}>{t('talk.itsCall')}</RecordLink>
          </>
        )}
      </span>
      <When at={change.at} />
    </p>
  );
}

/** One thing that was done to a ticket, in the reader's words. */
function useHistoryText() {
  const { t, word } = useText();
  const changes = useChanges('ticket');
  return ({ actor, actorName, action, details }: TicketHistoryView): string => {
    const who = actorName ?? (actor === 'system' ? t('audit.system') : actor);
    if (action === 'created') return t('talk.created', { who });
    if (typeof details['into'] === 'number') return t('talk.mergedInto', { who, number: details['into'] });
    if (typeof details['from'] === 'number') return t('talk.mergedFrom', { who, number: details['from'] });
    if (typeof details['relation'] === 'string' && typeof details['number'] === 'number') {
      const relation = word('ticketRelation', details['relation']);
      return t(action === 'link-removed' ? 'talk.unlinked' : 'talk.linked', { who, relation, number: details['number'] });
    }
    const what = changes(details);
    return what.length > 0 ? t('talk.changes', { who, what: what.join(' · ') }) : t('talk.changed', { who });
  };
}
