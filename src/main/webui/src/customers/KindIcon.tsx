import { Building2, User } from 'lucide-react';
import type { CustomerView } from '../shared/api/types';
import { useText } from '../shared/i18n/useText';

export function KindIcon({ kind }: { kind: CustomerView['kind'] }) {
  const { t } = useText();
  const Icon = kind === 'company' ? Building2 : User;
  return <Icon size={14} className="kind-icon" aria-label={t(`customers.${kind}`)} />;
}
