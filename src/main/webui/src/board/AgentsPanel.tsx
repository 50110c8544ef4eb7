import { Headphones } from 'lucide-react';
import { queueLabelIn } from '../shared/directory';
import { useGo, useUrlSearch } from '../shared/go';
import { useText } from '../shared/i18n/useText';
import { Empty } from '../shared/ui/Loaded';
import { FilterField } from '../shared/ui/list/Filters';
import { withFilters } from '../shared/ui/list/listState';
import { AgentRows } from './AgentRows';
import { useBoard } from './boardStore';
import { agentStates, narrowed } from './figures';

/** All agents by state, narrowed by queue and state; what they are narrowed by stands in the address. */
export function AgentsPanel() {
  const { t, language, number } = useText();
  const go = useGo();
  const search = useUrlSearch();
  const agents = useBoard((s) => s.agents);
  const queues = useBoard((s) => s.queues);
  const shown = narrowed(agents, search['queue'], search['state']);
  const change = (changes: Record<string, string | undefined>) => void go('.', { search: withFilters(search, changes), replace: true });
  const filters = [
    { kind: 'select' as const, key: 'queue', label: t('calls.queue'), options: queues.map((q) => ({ value: q.name, label: queueLabelIn(q, language) })) },
    { kind: 'select' as const, key: 'state', label: t('agents.state'), options: agentStates.map((s) => ({ value: s, label: t(`agentState.${s}`) })) },
  ];
  return (
    <section className="board-agents">
      <header className="board-agents-head">
        <h2>
          {t('board.agents')} <span className="faint tabular">{number(shown.length)}</span>
        </h2>
        {filters.map((filter) => (
          <FilterField key={filter.key} filter={filter} search={search} change={change} />
        ))}
      </header>
      {shown.length === 0 ? <Empty icon={Headphones} title={t('board.noAgents')} hint={t('board.noAgentsHint')} /> : <AgentRows agents={shown} label={t('board.agents')} />}
    </section>
  );
}
