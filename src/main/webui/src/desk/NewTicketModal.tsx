import { App, Modal } from 'antd';
import type { TicketType } from '../shared/api/types';
import { useText } from '../shared/i18n/useText';
import { useDialogGuard } from '../shared/ui/form/RecordForm';
import { TicketForm } from '../tickets/TicketForm';

/** What is known at the call of the ticket to be. */
export interface CallTicketDraft {
  callId: string;
  customerId?: string;
  queue?: string;
  type?: TicketType;
  subject: string;
}

/** A call's ticket without leaving the desk. */
export function NewTicketModal({ draft, close }: { draft: CallTicketDraft | null; close: () => void }) {
  const { t } = useText();
  const { message } = App.useApp();
  const { onDirty, leave } = useDialogGuard(close);
  return (
    <Modal open={draft !== null} onCancel={leave} footer={null} title={t('tickets.newOfCall')} destroyOnHidden mask={{ closable: false }} width={640}>
      {draft && (
        <TicketForm
          callId={draft.callId}
          {...(draft.customerId ? { customerId: draft.customerId } : {})}
          {...(draft.queue ? { queue: draft.queue } : {})}
          proposed={{ subject: draft.subject, ...(draft.type ? { type: draft.type } : {}) }}
          onSaved={(ticket) => {
            void message.success(t('tickets.made', { number: ticket.number }));
            close();
          }}
          onCancel={leave}
          onDirty={onDirty}
        />
      )}
    </Modal>
  );
}
