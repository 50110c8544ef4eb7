import { useDirectory } from '../shared/directory';
import { useText } from '../shared/i18n/useText';
import { RecordLink } from '../shared/ui/RecordLink';
import { Tags } from '../shared/ui/Tags';
import type { BoardCall } from './messages';

/** Who is at the other end of a call: the customers it belongs to, leading to them, and the number, leading to the call. */
export function CallWith({ call, extension }: { call: BoardCall; extension?: string }) {
  const { t, phone } = useText();
  const { agentName } = useDirectory();
  const outbound = call.direction === 'outbound';
  const colleague = call.from === extension ? call.to : call.from;
  const outside = call.withheld && !outbound ? t('desk.withheld') : phone(call.number ?? (outbound ? call.to : call.from)) || call.fromName;
  const who = (call.direction === 'internal' ? agentName(colleague) : outside) || t('desk.unknown');
  return (
    <span className="clip board-with">
      {call.customers.map((customer) => (
        <span key={customer.id}>
          <RecordLink to={`/customers/${encodeURIComponent(customer.id)}`}>{customer.name}</RecordLink>
          {customer.contactName && customer.contactName !== customer.name && <span className="soft"> {customer.contactName}</span>}
          {customer.vip && (
            <>
              {' '}
              <Tags tags={[]} vip />
            </>
          )}
          {' · '}
        </span>
      ))}
      <RecordLink to={`/calls/${encodeURIComponent(call.id)}`}>{who}</RecordLink>
      {call.onHold && <span className="soft"> · {t('board.onHold')}</span>}
    </span>
  );
}
