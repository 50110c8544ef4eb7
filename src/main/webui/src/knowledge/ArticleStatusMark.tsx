import type { ArticleStatus } from '../shared/api/types';
import { useText } from '../shared/i18n/useText';
import { Mark, type Shape, type Tone } from '../shared/ui/Mark';

const looks: Record<ArticleStatus, [Tone, Shape]> = { draft: ['amber', 'half'], published: ['green', 'disc'], archived: ['grey', 'dash'] };

export function ArticleStatusMark({ status }: { status: ArticleStatus }) {
  const { t } = useText();
  const [tone, shape] = looks[status];
  return <Mark tone={tone} shape={shape} label={t(`articleStatus.${status}`)} />;
}
