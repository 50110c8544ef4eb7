import { App } from 'antd';
import { useCallback, useEffect } from 'react';
import { useMe } from '../../session/session';
import { telNumber } from '../../shared/format/tel';
import { useGo, useUrlSearch, type UrlSearch } from '../../shared/go';
import { useText } from '../../shared/i18n/useText';
import { useDial } from './actions';
import { TargetPicker } from './TargetPicker';

const withoutDial = ({ dial: _, ...rest }: UrlSearch): UrlSearch => rest;

/**
 * A telephone link (`/desk?dial=…`): shows the number and waits. Anybody can make somebody follow a link, so this never
 * dials by itself, and no key pressed by chance does it.
 */
export function DialLink() {
  const { t } = useText();
  const { message } = App.useApp();
  const me = useMe();
  const go = useGo();
  const dial = useDial();
  const link = useUrlSearch()['dial'] || undefined;
  const number = link === undefined ? null : telNumber(link);
  const leave = useCallback(() => go('/desk', { search: withoutDial, replace: true }), [go]);
  const useless = link !== undefined && (number === null || !me.extension);
  useEffect(() => {
    if (!useless) return;
    void message.warning(t('control.badLink'));
    void leave();
  }, [useless, leave, message, t]);
  return (
    <TargetPicker
      open={number !== null && Boolean(me.extension)}
      title={t('control.dial-whom')}
      close={() => void leave()}
      {...(number === null ? {} : { given: { number, note: t('control.fromLink') } })}
      onPick={(to) => {
        void leave();
        dial.mutate({ to });
      }}
    />
  );
}
