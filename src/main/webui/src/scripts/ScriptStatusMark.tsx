import type { ScriptStatus } from '../shared/api/types';
import { useText } from '../shared/i18n/useText';
import { Mark } from '../shared/ui/Mark';

export function ScriptStatusMark({ status }: { status: ScriptStatus }) {
  const { t } = useText();
  return <Mark tone={status === 'published' ? 'green' : 'amber'} shape={status === 'published' ? 'disc' : 'half'} label={t(`scriptStatus.${status}`)} />;
}
