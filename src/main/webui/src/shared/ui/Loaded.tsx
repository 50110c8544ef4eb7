import { Button } from 'antd';
import { CircleAlert, type LucideIcon } from 'lucide-react';
import { ProblemError } from '../api/problem';
import { useText } from '../i18n/useText';
import { useProblemText } from './useProblemText';
import './loaded.css';

interface QueryLike<T> {
  data: T | undefined;
  error: unknown;
  isPending: boolean;
  isFetching?: boolean;
  refetch: () => unknown;
}

interface LoadedProps<T> {
  query: QueryLike<T>;
  /** Lines of grey bars while loading. */
  lines?: number;
  children: (data: T) => React.ReactNode;
}

/** The one way of waiting, failing and showing: skeleton, a reason with retry, or the data. */
export function Loaded<T>({ query, lines = 4, children }: LoadedProps<T>) {
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.error) return <Failure error={query.error} retry={() => void query.refetch()} />;
  return <Skeleton lines={lines} />;
}

export function Skeleton({ lines }: { lines: number }) {
  const { t } = useText();
  return (
    <div className="skeleton" role="status">
      <span className="visually-hidden">{t('common.loading')}</span>
      {Array.from({ length: lines }, (_, i) => (
        <span key={i} className="skeleton-line" style={{ width: `${[92, 68, 80, 54][i % 4]}%` }} />
      ))}
    </div>
  );
}

export function Failure({ error, retry }: { error: unknown; retry?: () => void }) {
  const { t } = useText();
  const problemText = useProblemText();
  const gone = error instanceof ProblemError && (error.status === 404 || error.status === 403);
  return (
    <div className="empty" role="alert">
      <CircleAlert size={20} aria-hidden="true" className="empty-icon empty-icon-red" />
      <p className="empty-title">{problemText(error)}</p>
      {retry && !gone && <Button onClick={retry}>{t('common.retry')}</Button>}
    </div>
  );
}

interface EmptyProps {
  icon?: LucideIcon;
  title: string;
  hint?: string;
  action?: React.ReactNode;
}

/** Nothing here: says so, and what to do about it. */
export function Empty({ icon: Icon, title, hint, action }: EmptyProps) {
  return (
    <div className="empty">
      {Icon && <Icon size={20} aria-hidden="true" className="empty-icon" />}
      <p className="empty-title">{title}</p>
      {hint && <p className="empty-hint">{hint}</p>}
      {action}
    </div>
  );
}
