import { App, Popover, Radio, Select } from 'antd';
import { Headset, Phone } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useText } from '../shared/i18n/useText';
import { useProblemText } from '../shared/ui/useProblemText';
import { chooseDevice, chosenDevice, devices, type DeviceKind } from './microphone';
import { PhoneLinks } from './PhoneLinks';
import { controls, useChoosePhone, usePhoneStore } from './phone';
import type { Mode } from './phoneState';

/** Desk phone or browser; and, for the browser, which microphone and speaker. */
export function PhoneMenu() {
  const { t } = useText();
  const mode = usePhoneStore((s) => s.mode);
  const offered = usePhoneStore((s) => s.offered);
  if (offered === null) return null;
  const Icon = mode === 'browser' ? Headset : Phone;
  const label = t(mode === 'browser' ? 'phone.usesBrowser' : 'phone.usesDesk');
  return (
    <Popover trigger="click" placement="bottomRight" content={<Choice />} destroyOnHidden>
      <button type="button" className="icon-button phone-menu-button" aria-label={label} title={label}>
        <Icon size={16} aria-hidden="true" />
      </button>
    </Popover>
  );
}

function Choice() {
  const { t } = useText();
  const { message } = App.useApp();
  const problemText = useProblemText();
  const { mode, offered, line, quality } = usePhoneStore();
  const choose = useChoosePhone();
  return (
    <div className="phone-menu">
      <Radio.Group
        value={mode}
        disabled={choose.isPending}
        onChange={(event) => choose.mutate(event.target.value as Mode, { onError: (error) => void message.error(problemText(error)) })}
      >
        <Radio value="desk">{t('phone.desk')}</Radio>
        <Radio value="browser" disabled={!offered}>
          {t('phone.browser')}
        </Radio>
      </Radio.Group>
      {!offered && <p className="soft">{t('phone.simulated')}</p>}
      {mode === 'browser' && (
        <>
          <p className="soft">{t(`phone.line.${line}`)}</p>
          <Devices />
          {quality && (
            <p className="soft tabular">
              {t('phone.figures', {
                loss: Math.round(quality.lossPercent),
                jitter: Math.round(quality.jitterMs),
                roundTrip: quality.roundTripMs === null ? '–' : Math.round(quality.roundTripMs),
              })}
            </p>
          )}
        </>
      )}
      <PhoneLinks />
    </div>
  );
}

function Devices() {
  const { t } = useText();
  const [found, setFound] = useState<Awaited<ReturnType<typeof devices>>>({ microphone: [], speaker: [] });
  const [chosen, setChosen] = useState({ microphone: chosenDevice('microphone'), speaker: chosenDevice('speaker') });
  useEffect(() => {
    const look = () => void devices().then(setFound);
    look();
    navigator.mediaDevices?.addEventListener('devicechange', look);
    return () => navigator.mediaDevices?.removeEventListener('devicechange', look);
  }, []);
  const choose = (kind: DeviceKind, id: string) => {
    chooseDevice(kind, id);
    setChosen({ ...chosen, [kind]: id });
    controls.devicesChanged();
  };
  return (['microphone', 'speaker'] as const).map((kind) => (
    <label key={kind} className="phone-device">
      <span>{t(`phone.${kind}`)}</span>
      <Select
        size="small"
        aria-label={t(`phone.${kind}`)}
        value={found[kind].some((d) => d.id === chosen[kind]) ? chosen[kind] : ''}
        options={[{ value: '', label: t('phone.systemDevice') }, ...found[kind].map((d) => ({ value: d.id, label: d.name }))]}
        onChange={(id: string) => choose(kind, id)}
      />
    </label>
  ));
}
