import { useText } from '../shared/i18n/useText';
import { Mark } from '../shared/ui/Mark';
import { agentLook } from '../shared/ui/states';
import { agentStates, byState } from './figures';
import type { BoardAgent } from './messages';

/** How many agents are in which state: sign, number, and the word for who points at it or listens. */
export function AgentStates({ agents }: { agents: readonly BoardAgent[] }) {
  const { t, number } = useText();
  const counts = byState(agents);
  return (
    <ul className="board-states tabular" aria-label={t('board.agentsByState')}>
      {agentStates.map((state) => {
        const [tone, shape] = agentLook(state);
        return (
          <li key={state} title={t(`agentState.${state}`)} className={counts[state] === 0 ? 'faint' : undefined}>
            <Mark tone={counts[state] === 0 ? 'grey' : tone} shape={shape} label={t(`agentState.${state}`)} iconOnly /> {number(counts[state])}
          </li>
        );
      })}
    </ul>
  );
}
