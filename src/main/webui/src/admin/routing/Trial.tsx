import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import type { RoutingTrial } from '../../shared/api/types';
import { useDirectory, useQueues } from '../../shared/directory';
import { useText } from '../../shared/i18n/useText';
import { Facts, Section } from '../../shared/ui/DetailDrawer';
import { Loaded } from '../../shared/ui/Loaded';
import { Mark, type Shape, type Tone } from '../../shared/ui/Mark';
import { RecordLink } from '../../shared/ui/RecordLink';
import { Tags } from '../../shared/ui/Tags';
import { trialQuery } from './queries';
import { useRoutingText } from './useRoutingText';
import './routing.css';

interface Asked {
  did: string;
  from: string;
}

/** What would become of a caller now. */
export function Trial() {
  const { t } = useText();
  const { queues, didText } = useQueues();
  const [asked, setAsked] = useState<Asked | null>(null);
  const dids = queues.flatMap((queue) => queue.dids.map((did) => ({ value: did.number, label: didText(did.number) })));
  const query = useQuery({ ...trialQuery(asked?.did ?? '', asked?.from ?? ''), enabled: asked !== null });
  return (
    <>
      <p className="soft small routing-hint">{t('routing.tryHint')}</p>
      <Form<Asked>
        layout="vertical"
        requiredMark={false}
        className="record-form"
        validateMessages={{ required: t('fieldError.required') }}
        onFinish={({ did, from }) => {
          const next = { did, from: (from ?? '').trim() };
          if (next.did === asked?.did && next.from === asked.from) void query.refetch();
          else setAsked(next);
        }}
      >
        <div className="form-pair">
          <Form.Item name="from" label={t('routing.number')} extra={t('routing.numberHint')}>
            <Input maxLength={64} autoFocus inputMode="tel" />
          </Form.Item>
          <Form.Item name="did" label={t('routing.did')} rules={[{ required: true }]}>
            <Select options={dids} />
          </Form.Item>
        </div>
        <Button type="primary" htmlType="submit" loading={query.isFetching}>
          {t('routing.tryNow')}
        </Button>
      </Form>
      {asked && <Loaded query={query} lines={8}>{(trial) => <Result trial={trial} />}</Loaded>}
    </>
  );
}

const looks: Record<RoutingTrial['rules'][number]['verdict'], readonly [Tone, Shape]> = {
  suits: ['green', 'check'],
  'queue-gone': ['amber', 'half'],
  missed: ['grey', 'cross'],
  'not-tried': ['grey', 'dash'],
};

function Result({ trial }: { trial: RoutingTrial }) {
  const { t, phone, word } = useText();
  const { queueLabel } = useQueues();
  const { agentName } = useDirectory();
  const { cause, refusal } = useRoutingText();
  const [customer] = trial.customers;
  return (
    <>
      <Section title={t('routing.result')}>
        <p className="routing-result" role="status">
          {trial.refusal ? t('routing.beRefused', { how: refusal(trial.refusal) }) : t('routing.waitIn', { queue: queueLabel(trial.queue) })}
          {!trial.refusal && trial.priority > 0 && ` · ${t('routing.withPriority', { n: trial.priority })}`}
        </p>
      </Section>
      <Section title={t('routing.known')}>
        <Facts
          items={[
            [t('routing.number'), trial.number ? phone(trial.number) : t('routingKind.withheld')],
            [t('routing.blocked'), trial.blocked && t('routing.yes')],
            [
              t('routing.customers'),
              customer ? (
                <ul key="c" className="stack">
                  {trial.customers.map((one) => (
                    <li key={one.id}>
                      <RecordLink to={`/customers/${one.id}`}>{one.name}</RecordLink> <Tags tags={one.tags} vip={one.vip} />
                      <span className="soft small">
                        {[one.ownerName ?? '', ...one.openTickets.map((type) => `${t('routingKind.ticket')} ${word('ticketType', type)}`)].filter(Boolean).join(' · ')}
                      </span>
                    </li>
                  ))}
                </ul>
              ) : (
                t('routing.nobody')
              ),
            ],
            [t('routing.lastTalk'), trial.lastAgent && t('routing.lastTalkWith', { agent: agentName(trial.lastAgent), queue: queueLabel(trial.lastQueue) || '–' })],
            [t('routing.usualQueue'), queueLabel(trial.usualQueue)],
          ]}
        />
      </Section>
      <Section title={t('routing.rules')}>
        <ol className="routing-trials">
          {trial.rules.map((rule, at) => {
            const [tone, shape] = looks[rule.verdict];
            return (
              <li key={rule.id}>
                <span className="tabular faint">{at + 1}</span>
                <RecordLink to={`/admin/routing/${rule.id}`}>{rule.name}</RecordLink>
                <Mark tone={tone} shape={shape} label={t(`routingVerdict.${rule.verdict}`)} />
                {rule.missed && <span className="soft small">{t('routing.missed', { condition: cause(rule.missed) })}</span>}
                {rule.verdict === 'queue-gone' && <span className="soft small">{t('routing.queueGone')}</span>}
              </li>
            );
          })}
        </ol>
      </Section>
    </>
  );
}
