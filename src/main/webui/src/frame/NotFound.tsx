import { useGo } from '../shared/go';
import { useText } from '../shared/i18n/useText';
import { Empty } from '../shared/ui/Loaded';
import { Button } from 'antd';

export function NotFound() {
  const { t } = useText();
  const go = useGo();
  return (
    <Empty
      title={t('frame.notFound')}
      hint={t('frame.notFoundHint')}
      action={<Button onClick={() => go('/', { search: {} })}>{t('frame.home')}</Button>}
    />
  );
}
