import { useId, useMemo } from 'react';
import type { ScriptStep } from '../shared/api/types';
import { useText } from '../shared/i18n/useText';
import { plain } from './fields';
import { useFieldNames } from './Filled';
import { BOX, fitting, flowOf } from './flow';

interface FlowPictureProps {
  steps: readonly ScriptStep[];
  chosen?: string | undefined;
  onChoose?: (key: string) => void;
}

/** The script as boxes and arrows: what follows what, and after which answer. The steps themselves are listed beside it. */
export function FlowPicture({ steps, chosen, onChoose }: FlowPictureProps) {
  const { t } = useText();
  const head = useId();
  const names = useFieldNames();
  const flow = useMemo(
    () =>
      flowOf(steps, (step, question, value) => {
        const asked = step.questions.find((q) => q.key === question);
        if (asked?.kind === 'yes-no') return t(value === 'yes' ? 'common.yes' : 'common.no');
        return asked?.choices.find((c) => c.key === value)?.label ?? value;
      }),
    [steps, t],
  );
  const nameOf = (step: ScriptStep) => plain(step.title, names) || t('scripts.step', { n: steps.indexOf(step) + 1 });
  return (
    // Wider than the drawer it scrolls by itself, by keyboard too.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="flow" role="region" aria-label={t('scripts.flow')} tabIndex={0}>
      <svg viewBox={`0 0 ${flow.width} ${flow.height}`} style={{ width: flow.width, minWidth: flow.width * 0.8 }} aria-hidden="true">
        <defs>
          <marker id={head} viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto-start-reverse">
            <path d="M0,0.6 7.4,4 0,7.4z" className="flow-head" />
          </marker>
        </defs>
        {flow.edges.map((edge) => (
          <path key={`${edge.from}>${edge.to}`} d={edge.path} className={`flow-edge${edge.back ? ' flow-back' : ''}`} markerEnd={`url(#${head})`} />
        ))}
        {flow.nodes.map((node) => (
          <g
            key={node.key}
            transform={`translate(${node.x},${node.y})`}
            className={`flow-node${node.key === chosen ? ' flow-chosen' : ''}${node.reached ? '' : ' flow-lost'}${onChoose ? ' flow-live' : ''}`}
            {...(onChoose ? { onClick: () => onChoose(node.key) } : {})}
          >
            <rect width={BOX.width} height={BOX.height} rx="8" />
            <text x={BOX.width / 2} y={BOX.height / 2 + 4} textAnchor="middle">{fitting(nameOf(node.step))}</text>
            {node.ends && <circle cx={BOX.width - 16} cy={BOX.height} r="4" className="flow-end" />}
            <title>{nameOf(node.step) + (node.reached ? '' : ` (${t('scripts.unreached')})`)}</title>
          </g>
        ))}
        {flow.edges.map(
          (edge) =>
            edge.label && (
              <text key={`${edge.from}>${edge.to}`} x={edge.at.x} y={edge.at.y} textAnchor="middle" className="flow-label">
                {fitting(edge.label, 16)}
              </text>
            ),
        )}
      </svg>
    </div>
  );
}
