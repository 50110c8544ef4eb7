import { useQuery } from '@tanstack/react-query';
import { Suspense, lazy } from 'react';
import { recordingUrl } from '../shared/api/client';
import type { CallView } from '../shared/api/types';
import { useText } from '../shared/i18n/useText';
import { Loaded, Skeleton } from '../shared/ui/Loaded';
import { Mark } from '../shared/ui/Mark';
import { callQuery } from './queries';

const Player = lazy(() => import('./player/Player').then((m) => ({ default: m.Player })));

/** A call's recordings where only its id is at hand. */
export function CallRecordings({ callId, compact }: { callId: string; compact?: boolean }) {
  const query = useQuery(callQuery(callId));
  return (
    <Loaded query={query} lines={1}>
      {(call) => <RecordingList call={call} compact={compact ?? false} />}
    </Loaded>
  );
}

export function RecordingList({ call, compact }: { call: CallView; compact?: boolean }) {
  const { t, word, time } = useText();
  if (call.recordings.length === 0) return <p className="soft">{t('recording.none')}</p>;
  return (
    <div className="stack">
      {call.recordings.map((recording) =>
        recording.state === 'ready' ? (
          <div key={recording.n}>
            <Suspense fallback={<Skeleton lines={1} />}>
              <Player
                src={recordingUrl(call.id, recording.n)}
                durationMs={recording.durationMs ?? null}
                compact={compact ?? false}
              />
            </Suspense>
            {recording.silences.map((silence) => (
              <p key={silence.from} className="soft small">
                {t('recording.paused', { from: time(silence.from), to: silence.to ? time(silence.to) : '…' })}
              </p>
            ))}
          </div>
        ) : (
          <Mark
            key={recording.n}
            tone={recording.state === 'pending' ? 'grey' : 'red'}
            shape={recording.state === 'pending' ? 'half' : 'alert'}
            label={recording.problem ? word('recordingProblem', recording.problem, t(`recording.${recording.state}`)) : t(`recording.${recording.state}`)}
          />
        ),
      )}
    </div>
  );
}
