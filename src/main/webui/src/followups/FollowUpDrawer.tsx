import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import dayjs from 'dayjs';
import { Check } from 'lucide-react';
import { DialNumber } from '../desk/control/DialNumber';
import type { FollowUpView } from '../shared/api/types';
import { now } from '../shared/clock/clock';
import { useQueues } from '../shared/directory';
import { useGo, useOpenId, useUrlSearch, type UrlSearch } from '../shared/go';
import { useText } from '../shared/i18n/useText';
import { DetailDrawer, Facts } from '../shared/ui/DetailDrawer';
import { Loaded } from '../shared/ui/Loaded';
import { RecordLink } from '../shared/ui/RecordLink';
import { useProblemText } from '../shared/ui/useProblemText';
import { When } from '../shared/ui/When';
import { FollowUpForm, NewFollowUpForm } from './FollowUpForm';
import { Status } from './Status';
import { followUpKinds, followUpQuery, markDone } from './queries';
import { dueOn } from './times';
import './followup.css';

export function FollowUpDrawer() {
  const id = useOpenId() ?? '';
  return id === 'new' ? <NewFollowUp /> : <ExistingFollowUp key={id} id={id} />;
}

/** The list's own part of the URL: what a new one was begun with stays out of it. */
const without = ({ phone: _, customerId: __, customerName: ___, callId: ____, kindOf: _____, on: ______, ...rest }: UrlSearch): UrlSearch => rest;

function NewFollowUp() {
  const { t } = useText();
  const go = useGo();
  const client = useQueryClient();
  const { phone, customerId, customerName, callId, kindOf, on } = useUrlSearch();
  const kind = followUpKinds.find((k) => k === kindOf);
  const close = () => go('/follow-ups', { search: without });
  return (
    <DetailDrawer title={t('followUps.new')} label={t('followUps.new')} onClose={close}>
      <NewFollowUpForm
        key={on ?? ''}
        beginning={{ ...(kind ? { kind } : {}), due: dueOn(on, dayjs(now()), dayjs), phone: phone ?? null, customerId: customerId ?? null, customerName: customerName ?? null, callId: callId ?? null }}
        onSaved={(made) => {
          client.setQueryData(followUpQuery(made.id).queryKey, made);
          void client.invalidateQueries({ queryKey: ['list', 'follow-ups'] });
          void go(`/follow-ups/${made.id}`, { search: without, replace: true });
        }}
        onCancel={close}
      />
    </DetailDrawer>
  );
}

function ExistingFollowUp({ id }: { id: string }) {
  const { t, phone } = useText();
  const go = useGo();
  const client = useQueryClient();
  const { message } = App.useApp();
  const problemText = useProblemText();
  const query = useQuery(followUpQuery(id));
  const followUp = query.data;
  const title = followUp ? (followUp.customerName ?? (phone(followUp.phone) || t(`followUpKind.${followUp.kind}`))) : t('room.follow-ups');

  const keep = (saved: FollowUpView) => {
    client.setQueryData(followUpQuery(id).queryKey, saved);
    void client.invalidateQueries({ queryKey: ['list', 'follow-ups'] });
  };
  const done = useMutation({
    mutationFn: markDone,
    onSuccess: keep,
    onError: (error) => {
      void message.error(problemText(error));
      void query.refetch();
    },
  });

  return (
    <DetailDrawer
      title={title}
      label={title}
      above={followUp && t(`followUpKind.${followUp.kind}`)}
      onClose={() => go('/follow-ups')}
      actions={
        followUp?.status === 'open' ? (
          <Button type="primary" icon={<Check size={14} aria-hidden="true" />} loading={done.isPending} onClick={() => done.mutate(followUp)}>
            {t('followUps.markDone')}
          </Button>
        ) : (
          followUp && <Status followUp={followUp} pill />
        )
      }
    >
      <Loaded query={query} lines={6}>
        {(found) => (
          <>
            <FollowUpFacts followUp={found} />
            <FollowUpForm key={found.version} followUp={found} onSaved={keep} />
          </>
        )}
      </Loaded>
    </DetailDrawer>
  );
}

function FollowUpFacts({ followUp }: { followUp: FollowUpView }) {
  const { t } = useText();
  const { queueLabel } = useQueues();
  return (
    <div style={{ marginBottom: 16 }}>
      {followUp.phone && (
        <p className="follow-up-number">
          <span className="soft small">{followUp.kind === 'callback' ? t('followUps.numberToCall') : t('followUps.phone')}</span>
          <strong>
            <DialNumber number={followUp.phone} customerId={followUp.customerId ?? null} />
          </strong>
        </p>
      )}
      <Facts
        items={[
          [t('calls.customer'), followUp.customerId && (
              <RecordLink key="c" to={`/customers/${followUp.customerId}`}>{followUp.customerName ?? t('calls.openCustomer')}</RecordLink>
            )],
          [t(followUp.attempts > 0 ? 'followUps.missedCall' : 'tickets.fromCall'), followUp.callId && <RecordLink key="k" to={`/calls/${encodeURIComponent(followUp.callId)}`}>{t('tickets.openCall')}</RecordLink>],
          [t('calls.queue'), queueLabel(followUp.queue)],
          [t('followUps.attempts'), followUp.attempts > 0 && <Attempts key="a" followUp={followUp} />],
          [t('followUps.closedBy'), followUp.closedBy && t(`followUps.closed-${followUp.closedBy}`)],
          [t('common.created'), <When key="c" at={followUp.createdAt} />],
        ]}
      />
    </div>
  );
}

function Attempts({ followUp }: { followUp: FollowUpView }) {
  const { t } = useText();
  return (
    <>
      {t('followUps.times', { count: followUp.attempts })}
      {followUp.lastAttemptAt && (
        <span className="soft">
          {' · '}
          <When at={followUp.lastAttemptAt} />
        </span>
      )}
    </>
  );
}
