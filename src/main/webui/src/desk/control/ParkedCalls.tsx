import { Button } from 'antd';
import type { PickableCall } from '../../shared/api/types';
import { useQueues } from '../../shared/directory';
import { useText } from '../../shared/i18n/useText';
import { Section } from '../../shared/ui/DetailDrawer';
import { Elapsed } from '../../shared/ui/Elapsed';
import { useDesk } from '../deskStore';
import { useParked, useTake } from './actions';

/** Callers who hear music in a parking space until somebody takes them; nothing while there are none. */
export function ParkedCalls() {
  const { t } = useText();
  const parked = useParked();
  return parked.length === 0 ? null : (
    <Section title={t('control.parked')}>
      <ul className="ticket-lines">
        {parked.map((call) => (
          <ParkedCall key={call.callId} call={call} />
        ))}
      </ul>
    </Section>
  );
}

function ParkedCall({ call }: { call: PickableCall }) {
  const { t, phone } = useText();
  const { queueLabel } = useQueues();
  const take = useTake();
  const busy = useDesk((s) => s.agent?.state === 'ringing' || s.agent?.state === 'on-call');
  const named = call.fromName !== call.from && call.fromName;
  const who = named || (call.from ? phone(call.from) : t('desk.withheld'));
  return (
    <li className="parked-call">
      <span className="grow">
        <span className="ticket-line-subject clip">{who}</span>
        <span className="small soft clip">
          <Elapsed since={call.since} /> · {t('control.space', { space: call.number })}
          {call.queue && ` · ${queueLabel(call.queue)}`}
        </span>
      </span>
      <Button size="small" disabled={busy} loading={take.isPending} aria-label={t('control.takeParked', { who })} onClick={() => take.mutate(call)}>
        {t('control.take')}
      </Button>
    </li>
  );
}
