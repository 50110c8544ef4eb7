import { App, Button } from 'antd';
import { MonitorSmartphone, UserX } from 'lucide-react';
import { now } from '../shared/clock/clock';
import { useText } from '../shared/i18n/useText';
import { Banner } from '../shared/ui/Banner';
import { useProblemText } from '../shared/ui/useProblemText';
import { asideFor, useSetState } from './agent';
import { useDesk } from './deskStore';
import { takeDeskBack } from './feed';

/** Says on every page that the desk is open elsewhere, or that the agent was set aside, since when and for want of what. */
export function PresenceBanner() {
  const { t, at, time } = useText();
  const { message } = App.useApp();
  const problemText = useProblemText();
  const elsewhere = useDesk((s) => s.connection === 'elsewhere');
  const agent = useDesk((s) => s.agent);
  const set = useSetState();
  if (elsewhere) {
    return (
      <Banner tone="amber" icon={MonitorSmartphone} text={t('desk.elsewhere')}>
        <Button size="small" onClick={takeDeskBack}>
          {t('desk.takeBack')}
        </Button>
      </Banner>
    );
  }
  const why = agent && asideFor(agent);
  if (!agent?.goneSince || !why) return null;
  const resting = agent.state === 'break';
  const since = new Date(agent.goneSince);
  const today = since.toDateString() === new Date(now()).toDateString();
  return (
    <Banner tone="amber" icon={UserX} text={t(`desk.aside-${why}-${resting ? 'now' : 'next'}`, { time: today ? time(agent.goneSince) : at(agent.goneSince) })}>
      <Button
        size="small"
        type="primary"
        loading={set.isPending}
        onClick={() => set.mutate({ state: 'available' }, { onError: (error) => void message.error(problemText(error)) })}
      >
        {t(resting ? 'desk.becomeAvailable' : 'desk.stayAvailable')}
      </Button>
    </Banner>
  );
}
