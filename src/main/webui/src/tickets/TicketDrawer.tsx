import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { CustomerPhone } from '../customers/CustomerPhone';
import { Suggestions } from '../knowledge/Suggestions';
import type { TicketView } from '../shared/api/types';
import { useGo, useOpenId, useUrlSearch } from '../shared/go';
import { useText } from '../shared/i18n/useText';
import { DetailDrawer, Facts } from '../shared/ui/DetailDrawer';
import { Loaded } from '../shared/ui/Loaded';
import { RecordLink } from '../shared/ui/RecordLink';
import { TicketStatusMark } from '../shared/ui/states';
import { When } from '../shared/ui/When';
import { AssignButton } from './AssignButton';
import { MergeTicket } from './MergeTicket';
import { ticketQuery } from './queries';
import { useSubject } from './subject';
import { isOpen, TakeButton } from './TakeButton';
import { Talk } from './talk/Talk';
import { TicketForm } from './TicketForm';
import { TicketLinks } from './TicketLinks';
import { WatchButton } from './WatchButton';

export function TicketDrawer() {
  const id = useOpenId() ?? '';
  return id === 'new' ? <NewTicket /> : <ExistingTicket key={id} id={id} />;
}

function NewTicket() {
  const { t } = useText();
  const go = useGo();
  const { customerId, callId } = useUrlSearch();
  const close = () => go('/tickets', { search: {} });
  return (
    <DetailDrawer title={t('tickets.new')} label={t('tickets.new')} onClose={close}>
      <TicketForm
        {...(customerId ? { customerId } : {})}
        {...(callId ? { callId } : {})}
        onSaved={(ticket) => go(`/tickets/${ticket.id}`, { search: {}, replace: true })}
        onCancel={close}
      />
    </DetailDrawer>
  );
}

function ExistingTicket({ id }: { id: string }) {
  const { t } = useText();
  const go = useGo();
  const subject = useSubject();
  const query = useQuery(ticketQuery(id));
  const ticket = query.data;
  const title = ticket ? subject(ticket) : t('room.tickets');
  return (
    <DetailDrawer
      title={title}
      label={title}
      above={
        ticket && (
          <span className="row">
            <span className="tabular">#{ticket.number}</span>
            <TicketStatusMark status={ticket.status} />
          </span>
        )
      }
      actions={
        ticket && (
          <span className="row">
            {isOpen(ticket) && <TakeButton ticket={ticket} />}
            {isOpen(ticket) && <AssignButton ticket={ticket} />}
            <WatchButton ticket={ticket} />
            {!ticket.mergedInto && <MergeTicket ticket={ticket} />}
          </span>
        )
      }
      onClose={() => go('/tickets')}
    >
      <Loaded query={query} lines={8}>
        {(found) => (
          <>
            <Origin ticket={found} />
            {found.mergedInto ? <Merged into={found.mergedInto} /> : <TicketForm ticket={found} onSaved={() => undefined} />}
            <TicketLinks ticket={found} />
            <Talk ticket={found} />
            <Suggestions queue={found.queue} ticketType={found.type} words={found.subject} />
          </>
        )}
      </Loaded>
    </DetailDrawer>
  );
}

function Origin({ ticket }: { ticket: TicketView }) {
  const { t } = useText();
  return (
    <div style={{ marginBottom: 16 }}>
      <Facts
        items={[
          [t('calls.customer'), ticket.customerId && (
              <span key="c" className="customer-reachable">
                <RecordLink to={`/customers/${ticket.customerId}`}>{ticket.customerName ?? t('calls.openCustomer')}</RecordLink>
                <CustomerPhone customerId={ticket.customerId} />
              </span>
            )],
          [t('tickets.fromCall'), ticket.callId && <RecordLink key="k" to={`/calls/${ticket.callId}`}>{t('tickets.openCall')}</RecordLink>],
          [t('common.created'), <When key="c" at={ticket.createdAt} />],
        ]}
      />
    </div>
  );
}

function Merged({ into }: { into: string }) {
  const { t } = useText();
  return (
    <Alert
      type="info"
      showIcon
      title={t('tickets.merged')}
      action={<RecordLink to={`/tickets/${into}`}>{t('tickets.openMerged')}</RecordLink>}
      style={{ marginBottom: 16 }}
    />
  );
}
