import type { Finding, SystemState } from '../../shared/api/types';
import type { Shape, Tone } from '../../shared/ui/Mark';

/** Findings whose figure is a time in milliseconds; of all others it is a number. */
const times: readonly Finding['code'][] = ['events-late', 'clocks-differ', 'journal-behind', 'outbox-stuck'];

export const isTime = (finding: Finding) => times.includes(finding.code);

export const toneOf: Record<SystemState, { tone: Tone; shape: Shape }> = {
  ok: { tone: 'green', shape: 'check' },
  attention: { tone: 'amber', shape: 'diamond' },
  wrong: { tone: 'red', shape: 'alert' },
};

/** The gravest state among the findings of one part. */
export function stateOf(findings: readonly Finding[], part: Finding['part']): SystemState {
  const own = findings.filter((f) => f.part === part).map((f) => f.gravity);
  return own.includes('wrong') ? 'wrong' : own.includes('attention') ? 'attention' : 'ok';
}
