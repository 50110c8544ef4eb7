import { skipToken, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Dropdown, Modal } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { CalendarClock } from 'lucide-react';
import { useCallback, useEffect, useState } from 'react';
import { altLetter } from '../desk/control/callKeys';
import type { FollowUpView } from '../shared/api/types';
import { now } from '../shared/clock/clock';
import { useText } from '../shared/i18n/useText';
import { useDialogGuard } from '../shared/ui/form/RecordForm';
import { RecordLink } from '../shared/ui/RecordLink';
import { useProblemText } from '../shared/ui/useProblemText';
import { When } from '../shared/ui/When';
import { NewFollowUpForm, type Beginning } from './FollowUpForm';
import { cancel, createFollowUp } from './queries';
import { quickTimes } from './times';
import './followup.css';

interface CallBackAtProps {
  callId: string;
  number: string | null;
  customerId: string | null;
  customerName: string | null;
  queue: string | null;
}

/** Promises another call to whom the agent talks with: Alt-L and a key, and what was agreed stays in sight. */
export function CallBackAt({ callId, number, customerId, customerName, queue }: CallBackAtProps) {
  const { t } = useText();
  const client = useQueryClient();
  const { message } = App.useApp();
  const problemText = useProblemText();
  const [choosing, setChoosing] = useState(false);
  const [asking, setAsking] = useState(false);
  const { onDirty, leave } = useDialogGuard(useCallback(() => setAsking(false), []));
  const madeKey = ['call-back-of', callId];
  const made = useQuery<FollowUpView | null>({ queryKey: madeKey, queryFn: skipToken }).data;
  const possible = Boolean(number ?? customerId);
  const beginning: Beginning = { kind: 'callback', phone: number, customerId, customerName, callId, queue };

  const keep = (saved: FollowUpView | null) => {
    client.setQueryData(madeKey, saved);
    void client.invalidateQueries({ queryKey: ['list', 'follow-ups'] });
  };
  const failed = (error: unknown) => void message.error(problemText(error));
  const make = useMutation({
    mutationFn: (due: Dayjs) => createFollowUp({ kind: 'callback', dueAt: due.toISOString(), phone: number, customerId, callId, queue }),
    onSuccess: keep,
    onError: failed,
  });
  const undo = useMutation({
    mutationFn: cancel,
    onSuccess: () => {
      keep(null);
      void message.info(t('followUps.cancelledAgain'));
    },
    onError: failed,
  });

  const offered = possible && !made;
  useEffect(() => {
    if (!offered) return;
    const onKey = (event: KeyboardEvent) => {
      if (altLetter(event) !== 'L') return;
      event.preventDefault();
      setChoosing(true);
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [offered]);

  if (made) {
    return (
      <p className="call-back" role="status">
        <CalendarClock size={14} aria-hidden="true" />
        <span>
          {t('followUps.callBackSet')}{' '}
          <RecordLink to={`/follow-ups/${made.id}`}>
            <When at={made.dueAt} />
          </RecordLink>
        </span>
        <Button type="text" size="small" loading={undo.isPending} onClick={() => undo.mutate(made)}>
          {t('common.undo')}
        </Button>
      </p>
    );
  }
  const times = choosing ? quickTimes(dayjs(now())) : [];
  return (
    <div className="call-back">
      <Dropdown
        trigger={['click']}
        open={choosing}
        onOpenChange={setChoosing}
        autoFocus
        disabled={!possible}
        menu={{
          items: [
            ...times.map(({ key, at }) => ({ key, label: t(`followUps.quick.${key}`), onClick: () => make.mutate(at) })),
            { type: 'divider' as const },
            { key: 'other', label: t('followUps.otherTime'), onClick: () => setAsking(true) },
          ],
        }}
      >
        <Button icon={<CalendarClock size={14} aria-hidden="true" />} loading={make.isPending} disabled={!possible} title={possible ? 'Alt L' : t('followUps.needsWho')}>
          {t('followUps.callBackAt')}
        </Button>
      </Dropdown>
      <Modal open={asking} onCancel={leave} footer={null} title={t('followUps.new')} width={520} destroyOnHidden>
        {asking && (
          <NewFollowUpForm
            beginning={beginning}
            onSaved={(saved) => {
              keep(saved);
              setAsking(false);
            }}
            onCancel={leave}
            onDirty={onDirty}
          />
        )}
      </Modal>
    </div>
  );
}
