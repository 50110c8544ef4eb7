import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Modal, Tooltip } from 'antd';
import { Merge } from 'lucide-react';
import { useState } from 'react';
import { answer, api, ifMatch } from '../shared/api/client';
import type { TicketView } from '../shared/api/types';
import { useGo } from '../shared/go';
import { useText } from '../shared/i18n/useText';
import { useProblemText } from '../shared/ui/useProblemText';
import { OtherTicket } from './OtherTicket';

/** Closes this ticket in favour of another one. */
export function MergeTicket({ ticket }: { ticket: TicketView }) {
  const { t } = useText();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Tooltip title={t('tickets.merge')}>
        <button type="button" className="icon-button" aria-label={t('tickets.merge')} onClick={() => setOpen(true)}>
          <Merge size={16} aria-hidden="true" />
        </button>
      </Tooltip>
      {open && <MergeModal ticket={ticket} close={() => setOpen(false)} />}
    </>
  );
}

function MergeModal({ ticket, close }: { ticket: TicketView; close: () => void }) {
  const { t } = useText();
  const go = useGo();
  const client = useQueryClient();
  const problemText = useProblemText();
  const [into, setInto] = useState<string | null>(null);
  const merge = useMutation({
    mutationFn: (other: string) =>
      answer(api.POST('/api/v1/tickets/{id}/merge', { params: { path: { id: ticket.id }, header: ifMatch(ticket.version) }, body: { into: other } })),
    onSuccess: (stays) => {
      void client.invalidateQueries({ queryKey: ['ticket'] });
      void client.invalidateQueries({ queryKey: ['list', 'tickets'] });
      close();
      go(`/tickets/${stays.id}`);
    },
  });
  return (
    <Modal
      open
      title={t('tickets.mergeTitle', { number: ticket.number })}
      onCancel={close}
      okText={t('tickets.mergeDo')}
      okButtonProps={{ danger: true, disabled: into === null, loading: merge.isPending }}
      cancelText={t('common.cancel')}
      onOk={() => into && merge.mutate(into)}
    >
      {merge.error && <Alert type="error" showIcon role="alert" title={problemText(merge.error)} style={{ marginBottom: 12 }} />}
      <p>{t('tickets.mergeText')}</p>
      <label htmlFor="merge-into">{t('tickets.mergeInto')}</label>
      <OtherTicket id="merge-into" ticket={ticket} value={into} onChange={setInto} />
    </Modal>
  );
}
