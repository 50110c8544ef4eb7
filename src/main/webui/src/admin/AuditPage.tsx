import { ScrollText } from 'lucide-react';
import type { AuditView } from '../shared/api/types';
import { useText } from '../shared/i18n/useText';
import { List } from '../shared/ui/list/List';
import type { Column } from '../shared/ui/list/types';
import { RecordLink } from '../shared/ui/RecordLink';
import { When } from '../shared/ui/When';

const places: Record<string, string> = {
  customer: '/customers',
  call: '/calls',
  recording: '/calls',
  ticket: '/tickets',
  'follow-up': '/follow-ups',
  user: '/admin/users',
  queue: '/admin/queues',
};

export function AuditPage() {
  const { t, word } = useText();
  const kinds = ['customer', 'call', 'recording', 'ticket', 'follow-up', 'user', 'queue', 'session'] as const;
  const columns: Column<AuditView>[] = [
    { key: 'at', title: t('audit.at'), width: '132px', render: (a) => <When at={a.at} /> },
    { key: 'actor', title: t('audit.actor'), width: 'minmax(90px, 1fr)', render: (a) => <span className="clip">{a.actor ?? t('audit.system')}</span> },
    { key: 'action', title: t('audit.action'), width: 'minmax(90px, 1fr)', render: (a) => word('auditAction', a.action) },
    {
      key: 'kind',
      title: t('audit.what'),
      width: 'minmax(90px, 1fr)',
      render: (a) => {
        const place = places[a.kind];
        const label = word('auditKind', a.kind);
        return place && a.refId ? <RecordLink to={`${place}/${encodeURIComponent(a.refId)}`}>{label}</RecordLink> : label;
      },
    },
    { key: 'details', title: t('audit.details'), width: 'minmax(140px, 2.4fr)', wideOnly: true, render: (a) => <Details value={a.details} /> },
  ];
  return (
    <List<AuditView>
      name="audit"
      title={t('room.audit')}
      path="/audit"
      columns={columns}
      rowId={(a) => a.id}
      filters={[
        { kind: 'text', key: 'actor', label: t('audit.actor') },
        { kind: 'select', key: 'kind', label: t('audit.what'), options: kinds.map((k) => ({ value: k, label: t(`auditKind.${k}`) })) },
      ]}
      toQuery={({ actor, kind }) => ({ actor, kind })}
      empty={{ icon: ScrollText, title: t('audit.empty') }}
    />
  );
}

function Details({ value }: { value: unknown }) {
  if (value === null || value === undefined) return null;
  const line =
    typeof value === 'object'
      ? Object.entries(value)
          .map(([key, v]) => `${key}: ${typeof v === 'string' ? v : JSON.stringify(v)}`)
          .join(' · ')
      : String(value);
  return (
    <span className="clip soft" title={line}>
      {line}
    </span>
  );
}
