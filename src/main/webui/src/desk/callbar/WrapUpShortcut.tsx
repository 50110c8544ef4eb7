import { Button, Select } from 'antd';
import type { AgentStateView } from '../../shared/api/types';
import { useText } from '../../shared/i18n/useText';
import { TimeLeft } from '../../shared/ui/Elapsed';
import { useDispositions } from '../agent';
import { useWrapUp } from '../wrapup/useWrapUp';

/** Wrap-up from any page: time left, disposition, done. */
export function WrapUpShortcut({ agent, who }: { agent: AgentStateView; who: string }) {
  const { t, word } = useText();
  const dispositions = useDispositions();
  const { draft, change, finish, finishing } = useWrapUp(agent.callId ?? null);
  return (
    <>
      <span className="clip callbar-who callbar-wide" title={who}>
        {who}
      </span>
      {agent.wrapUpUntil && (
        <span className="callbar-left">
          <TimeLeft until={agent.wrapUpUntil} />
        </span>
      )}
      <Select
        size="small"
        className="callbar-disposition"
        aria-label={t('wrapUp.disposition')}
        placeholder={t('wrapUp.disposition')}
        value={draft.disposition}
        popupMatchSelectWidth={false}
        options={dispositions.map(({ key }) => ({ value: key, label: word('disposition', key) }))}
        onChange={(disposition: string) => change({ disposition })}
      />
      <Button size="small" type="primary" loading={finishing} onClick={finish}>
        {t('wrapUp.done')}
      </Button>
    </>
  );
}
