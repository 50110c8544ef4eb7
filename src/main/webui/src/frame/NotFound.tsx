import { Button } from 'antd';
import { MapPinOff } from 'lucide-react';
import { useGo } from '../shared/go';
import { useText } from '../shared/i18n/useText';

export function NotFound() {
  const { t } = useText();
  const go = useGo();
  return (
    <div className="empty not-found">
      <MapPinOff size={20} aria-hidden="true" className="empty-icon" />
      <h1>{t('frame.notFound')}</h1>
      <p className="empty-hint">{t('frame.notFoundHint')}</p>
      <Button onClick={() => go('/', { search: {} })}>{t('frame.home')}</Button>
    </div>
  );
}

/** The same where no frame stands around it. */
export const NotFoundAlone = () => (
  <main>
    <NotFound />
  </main>
);
