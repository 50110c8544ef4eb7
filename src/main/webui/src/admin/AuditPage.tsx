import { ScrollText } from 'lucide-react';
import type { AuditView } from '../shared/api/types';
import { useDirectory, useQueues } from '../shared/directory';
import { useText } from '../shared/i18n/useText';
import { List } from '../shared/ui/list/List';
import { dayRange } from '../shared/ui/list/listState';
import type { Column } from '../shared/ui/list/types';
import { RecordLink } from '../shared/ui/RecordLink';
import { When } from '../shared/ui/When';
import { AuditDetails } from './AuditDetails';
import { actionOf, placeOf } from './auditDetails';

const kinds = ['customer', 'customer-note', 'customer-address', 'call', 'recording', 'ticket', 'follow-up', 'user', 'team', 'queue', 'session', 'sign-in', 'view'] as const;
const actions = ['created', 'changed', 'deleted', 'looked', 'linked', 'duplicate-dismissed', 'duplicate-restored', 'noted', 'wrapped-up', 'signed-in', 'locked'] as const;
const SYSTEM = 'system';

export function AuditPage() {
  const { t, word } = useText();
  const { users } = useDirectory();
  const who = (a: AuditView) => a.actorName ?? (a.actor && a.actor !== SYSTEM ? a.actor : t('audit.system'));
  const columns: Column<AuditView>[] = [
    { key: 'at', phone: 'aside', title: t('audit.at'), width: '132px', sort: 'at', render: (a) => <When at={a.at} /> },
    { key: 'actor', phone: 'lead', title: t('audit.actor'), width: 'minmax(90px, 0.9fr)', render: (a) => <span className={`clip${a.actorName ? '' : ' soft'}`}>{who(a)}</span> },
    { key: 'action', phone: 'state', title: t('audit.action'), width: 'minmax(96px, 1fr)', render: (a) => <span className="clip">{word('auditAction', actionOf(a), t('audit.other'))}</span> },
    { key: 'what', phone: 'below', title: t('audit.what'), width: 'minmax(130px, 1.5fr)', render: (a) => <Thing entry={a} /> },
    {
      key: 'customer',
      title: t('calls.customer'),
      width: 'minmax(100px, 1.1fr)',
      wideOnly: true,
      render: (a) =>
        a.kind !== 'customer' && a.customerId && a.customerName ? (
          <span className="clip">
            <RecordLink to={`/customers/${a.customerId}`}>{a.customerName}</RecordLink>
          </span>
        ) : (
          <span className="faint">–</span>
        ),
    },
    { key: 'details', title: t('audit.details'), width: 'minmax(140px, 2.4fr)', wideOnly: true, render: (a) => <AuditDetails entry={a} /> },
  ];
  return (
    <List<AuditView>
      name="audit"
      title={t('room.audit')}
      path="/api/v1/audit"
      columns={columns}
      rowId={(a) => a.id}
      defaultSort="-at"
      views={[
        { label: t('list.spanToday'), search: { from: 'today', to: 'today' } },
        { label: t('audit.viewListened'), search: { kind: 'recording' } },
        { label: t('common.all'), search: {} },
      ]}
      filters={[
        { kind: 'dates', key: 'dates', label: t('calls.dates'), from: 'from', to: 'to' },
        {
          kind: 'select',
          key: 'actor',
          label: t('audit.actor'),
          options: [...users.map((u) => ({ value: u.username, label: u.name })), { value: SYSTEM, label: t('audit.system') }],
        },
        { kind: 'select', key: 'action', label: t('audit.action'), options: actions.map((a) => ({ value: a, label: t(`auditAction.${a}`) })) },
        { kind: 'select', key: 'kind', label: t('audit.what'), options: kinds.map((k) => ({ value: k, label: t(`auditKind.${k}`) })) },
      ]}
      toQuery={({ from, to, actor, action, kind }) => ({ ...dayRange(from, to), actor, action, kind })}
      empty={{ icon: ScrollText, title: t('audit.empty') }}
    />
  );
}

/** The thing by kind and name; a link while there is something to see. */
function Thing({ entry }: { entry: AuditView }) {
  const { word, phone } = useText();
  const { queueLabel } = useQueues();
  const place = placeOf(entry);
  // A session is named by whose it is, which stands under Who already.
  const names: Record<string, string> = { queue: queueLabel(entry.name), session: '', 'sign-in': entry.refId ?? '' };
  const name = names[entry.kind] ?? phone(entry.name);
  const kind = word('auditKind', entry.kind);
  return (
    <span className="clip in-text" title={`${kind} ${name}`.trim()}>
      {place && !name ? <RecordLink to={place}>{kind}</RecordLink> : <span className="soft">{kind}</span>} {place && name ? <RecordLink to={place}>{name}</RecordLink> : name}
    </span>
  );
}
