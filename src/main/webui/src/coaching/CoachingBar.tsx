import { Button, Radio, Tooltip } from 'antd';
import { Headphones, LogOut, PhoneForwarded } from 'lucide-react';
import { useDesk } from '../desk/deskStore';
import { useText } from '../shared/i18n/useText';
import { Elapsed } from '../shared/ui/Elapsed';
import { useCoach, useLeave, useTakeOver } from './actions';
import { coachKeys, useCoachKeys } from './coachKeys';
import { coachModes, type Coaching, type CoachMode } from './types';
import './coaching.css';

/** Below the top bar on every page: the call that one takes part in, in which way, and the way out; or who takes part in one's own. */
export function CoachingBar() {
  const { own, with: others } = useDesk((s) => s.coaching);
  return (
    <>
      {own && <Own coaching={own} />}
      {others.map((one) => (
        <Other key={one.coach} coaching={one} />
      ))}
    </>
  );
}

function Own({ coaching }: { coaching: Coaching }) {
  const { t } = useText();
  const coach = useCoach();
  const leave = useLeave();
  const { takeOver, busy } = useTakeOver();
  const { callId, agent, mode, state } = coaching;
  const name = coaching.agentName ?? '';
  const part = callId && agent ? { callId, agent: { name, extension: agent } } : null;
  const running = state === 'running';
  const change = (to: CoachMode) => part && to !== mode && !coach.isPending && coach.mutate({ ...part, mode: to });
  useCoachKeys(running && part !== null, (key) => void (key === 'takeOver' ? part && takeOver(part) : change(key)));
  const said = running ? t('coaching.inCallOf', { name }) : state === 'ringing' ? t('coaching.ringing', { name }) : t('coaching.takingOver');
  return (
    <section className="coaching-bar" aria-label={t('coaching.bar')}>
      <Headphones size={16} aria-hidden="true" />
      <strong className="clip" role="status">
        {said}
      </strong>
      {running && coaching.since && (
        <span className="tabular coaching-since">
          <Elapsed since={coaching.since} />
        </span>
      )}
      {running && part && mode && (
        <>
          <Radio.Group
            size="small"
            optionType="button"
            buttonStyle="solid"
            aria-label={t('coaching.modes')}
            disabled={coach.isPending}
            value={coach.isPending ? coach.variables.mode : mode}
            options={coachModes.map((value) => ({ value, label: t(`coaching.mode.${value}`), title: `Alt ${coachKeys[value]}` }))}
            onChange={({ target }) => change(target.value as CoachMode)}
          />
          <span className="coaching-hint small">{t(`coaching.modeHint.${mode}`, { name })}</span>
          <span className="grow" />
          <Tooltip title={`Alt ${coachKeys.takeOver}`}>
            <Button size="small" icon={<PhoneForwarded size={14} aria-hidden="true" />} loading={busy} onClick={() => void takeOver(part)}>
              {t('coaching.takeOver')}
            </Button>
          </Tooltip>
        </>
      )}
      {state !== 'taking-over' && (
        <Button size="small" danger icon={<LogOut size={14} aria-hidden="true" />} loading={leave.isPending} onClick={() => leave.mutate()}>
          {t('coaching.end')}
        </Button>
      )}
    </section>
  );
}

function Other({ coaching }: { coaching: Coaching }) {
  const { t } = useText();
  return (
    <div className="coaching-bar" role="status">
      <Headphones size={16} aria-hidden="true" />
      <strong className="clip">{t(`coaching.audible.${coaching.mode ?? 'listen'}`, { name: coaching.coachName })}</strong>
    </div>
  );
}
