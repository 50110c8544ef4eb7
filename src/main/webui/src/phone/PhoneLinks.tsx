import { App, Button } from 'antd';
import { useText } from '../shared/i18n/useText';

/** Lets the browser open `tel:` links of any page at the desk, which shows the number and waits. */
export function PhoneLinks() {
  const { t } = useText();
  const { message } = App.useApp();
  if (!('registerProtocolHandler' in navigator)) return null;
  const ask = () => {
    try {
      navigator.registerProtocolHandler('tel', `${location.origin}/desk?dial=%s`);
      void message.info(t('phone.linksAsked'), 6);
    } catch {
      void message.error(t('phone.linksRefused'));
    }
  };
  return (
    <Button type="link" size="small" className="phone-links" onClick={ask}>
      {t('phone.linksHere')}
    </Button>
  );
}
