import { App, Button } from 'antd';
import { MicOff, PhoneCall, PhoneOff } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useText } from '../shared/i18n/useText';
import { Banner } from '../shared/ui/Banner';
import { useProblemText } from '../shared/ui/useProblemText';
import { controls, useBringCall, useCallElsewhere, usePhoneStore } from './phone';

/** Says plainly why the browser cannot be rung, where its call is, or why the caller could not hear. */
export function PhoneBanner() {
  const { t, word } = useText();
  const { mode, line, why, microphone } = usePhoneStore();
  const lost = useAfter(1000, line === 'lost' || line === 'failed');
  const callElsewhere = useCallElsewhere();
  const away = useAfter(3000, callElsewhere !== null);
  if (mode !== 'browser') return null;
  if (line === 'elsewhere') {
    return (
      <Banner tone="amber" icon={PhoneOff} text={t('phone.elsewhere')}>
        <Button size="small" onClick={controls.takeOver}>
          {t('phone.takeOver')}
        </Button>
      </Banner>
    );
  }
  if (lost) return <Banner tone="red" icon={PhoneOff} text={line === 'lost' ? t('phone.lost') : word('phone.why', why, t('phone.failed'))} />;
  if (away && callElsewhere) return <CallElsewhere callId={callElsewhere} />;
  if (microphone === 'unknown' || microphone === 'ok') return null;
  return <Banner tone="red" icon={MicOff} text={t(`phone.mic.${microphone}`)} />;
}

/** A call never moves by itself: its agent may be speaking at the other place. */
function CallElsewhere({ callId }: { callId: string }) {
  const { t } = useText();
  const { message } = App.useApp();
  const problemText = useProblemText();
  const bring = useBringCall();
  return (
    <Banner tone="amber" icon={PhoneCall} text={t('phone.callElsewhere')}>
      <Button
        size="small"
        loading={bring.isPending}
        onClick={() =>
          bring.mutate(callId, {
            onSuccess: ({ returned }) => !returned && void message.info(t('phone.notBrought')),
            onError: (error) => void message.error(problemText(error)),
          })
        }
      >
        {t('phone.bringHere')}
      </Button>
    </Banner>
  );
}

/** What lasts a blink is nobody's business. */
function useAfter(ms: number, now: boolean): boolean {
  const [shown, setShown] = useState(false);
  useEffect(() => {
    if (!now) {
      setShown(false);
      return;
    }
    const timer = setTimeout(() => setShown(true), ms);
    return () => clearTimeout(timer);
  }, [ms, now]);
  return shown && now;
}
