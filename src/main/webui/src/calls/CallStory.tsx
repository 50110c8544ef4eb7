import { Tooltip } from 'antd';
import type { CallView } from '../shared/api/types';
import { now } from '../shared/clock/clock';
import { useDirectory, useQueues } from '../shared/directory';
import { timeWithSeconds } from '../shared/format/time';
import { useText } from '../shared/i18n/useText';
import { storyOf, type StoryKind, type StoryPiece } from './story';

/** What happened when, as bars over the call's own time. */
export function CallStory({ call }: { call: CallView }) {
  const { t, duration, word, language, phone } = useText();
  const { isColleague, agentName } = useDirectory();
  const { queues, queueLabel } = useQueues();
  const who = (party: string | null | undefined) => {
    if (!party) return t('story.somebody');
    if (isColleague(party)) return agentName(party);
    const queue = queues.find((q) => q.dids.some((d) => d.number === party));
    return queue ? queueLabel(queue.name) : phone(party);
  };
  const story = storyOf(call, now());
  const span = story.to - story.from;
  const percent = (ms: number) => `${Math.max(0, Math.min(100, ((ms - story.from) / span) * 100))}%`;
  const kinds = new Set(story.lanes.flatMap((lane) => lane.pieces.map((p) => p.kind)));
  const words = (piece: StoryPiece) =>
    `${piece.outcome ? word('offerOutcome', piece.outcome, t(`story.${piece.kind}`)) : t(`story.${piece.kind}`)} · ${duration(piece.to - piece.from)}`;

  if (story.lanes.length === 0) return <p className="soft">{t('story.none')}</p>;
  return (
    <figure className="story">
      {story.lanes.map((lane, i) => {
        const name = lane.agent ? agentName(lane.agent) : queueLabel(lane.queue);
        return (
          <div key={`${lane.agent ?? lane.queue ?? ''}${i}`} className="story-lane">
            <span className="story-name clip" title={name}>
              {name}
            </span>
            <span className="story-track">
              {lane.pieces.map((piece) => (
                <Tooltip key={`${piece.kind}${piece.from}`} title={words(piece)}>
                  <span
                    role="img"
                    aria-label={`${name}: ${words(piece)}`}
                    className={`story-piece story-${piece.kind}`}
                    style={{ left: percent(piece.from), width: `max(3px, calc(${percent(piece.to)} - ${percent(piece.from)}))` }}
                  />
                </Tooltip>
              ))}
            </span>
          </div>
        );
      })}
      <div className="story-lane story-axis small faint tabular">
        <span />
        <span className="row">
          <span>{timeWithSeconds(new Date(story.from).toISOString(), language)}</span>
          <span className="grow" />
          <span>{timeWithSeconds(new Date(story.to).toISOString(), language)}</span>
        </span>
      </div>
      {call.handovers.length > 0 && (
        <ul className="story-handovers small">
          {call.handovers.map((h) => (
            <li key={`${h.kind}${h.at}`}>
              <time className="faint tabular" dateTime={h.at}>
                {timeWithSeconds(h.at, language)}
              </time>
              {t(`story.handover.${h.kind}`, { from: who(h.from), to: who(h.to) })}
            </li>
          ))}
        </ul>
      )}
      <figcaption className="story-legend small soft">
        {(['wait', 'ring', 'missed', 'talk'] satisfies StoryKind[])
          .filter((kind) => kinds.has(kind))
          .map((kind) => (
            <span key={kind}>
              <i className={`story-piece story-${kind}`} /> {t(`story.${kind}`)}
            </span>
          ))}
      </figcaption>
    </figure>
  );
}
