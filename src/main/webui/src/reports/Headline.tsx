import type { Report } from '../shared/api/types';
import { Figure } from './Figure';
import { Meaning } from './Meaning';

const biggest = {
  queues: ['offered', 'answered', 'serviceLevel', 'abandoned', 'averageAnswerMs', 'longestWaitMs', 'averageHandleMs', 'firstCallResolution'],
  agents: ['handled', 'offered', 'missed', 'averageHandleMs', 'averageWrapMs', 'transferRate', 'firstCallResolution', 'occupancy'],
};

/** What one looks at first: the whole span in few big figures. */
export function Headline({ report }: { report: Report }) {
  const whole = { from: report.from, to: report.to, values: report.total };
  return (
    <dl className="report-headline tabular">
      {biggest[report.name].flatMap((key) => {
        const figure = report.figures.find((one) => one.key === key);
        return figure
          ? [
              <div key={key}>
                <dt>
                  <Meaning report={report} figure={figure} />
                </dt>
                <dd>
                  <Figure report={report} figure={figure} row={whole} over={report.over} />
                </dd>
              </div>,
            ]
          : [];
      })}
    </dl>
  );
}
