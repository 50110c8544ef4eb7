import { useQuery } from '@tanstack/react-query';
import { Alert, App, Button, Select, Tooltip } from 'antd';
import { Link2, X } from 'lucide-react';
import { useState } from 'react';
import type { TicketLinkView, TicketRelation, TicketView } from '../shared/api/types';
import { useText } from '../shared/i18n/useText';
import { Section } from '../shared/ui/DetailDrawer';
import { Loaded } from '../shared/ui/Loaded';
import { useProblemText } from '../shared/ui/useProblemText';
import { byRelation, linksQuery, ticketRelations, useLinkChanges } from './links';
import { TicketLine } from './OpenTickets';
import { OtherTicket } from './OtherTicket';
import { useSubject } from './subject';
import { useConfirm } from '../shared/ui/useConfirm';
import './ticket.css';

/** The tickets that this one has to do with, and a way to link another one. */
export function TicketLinks({ ticket }: { ticket: TicketView }) {
  const { t } = useText();
  const query = useQuery(linksQuery(ticket.id));
  const [adding, setAdding] = useState(false);
  const links = query.data ?? [];
  return (
    <Section
      title={t('links.title')}
      extra={
        !adding && (
          <Button size="small" type="text" icon={<Link2 size={14} aria-hidden="true" />} onClick={() => setAdding(true)}>
            {t('links.add')}
          </Button>
        )
      }
    >
      {adding && <NewLink ticket={ticket} links={links} close={() => setAdding(false)} />}
      <Loaded query={query} lines={1}>
        {(found) =>
          found.length === 0 ? (
            <p className="soft">{t('links.none')}</p>
          ) : (
            byRelation(found).map((group) => (
              <div key={group.relation}>
                <h3 className="ticket-links-kind small soft">{t(`ticketRelation.${group.relation}`)}</h3>
                <ul className="ticket-lines" aria-label={t(`ticketRelation.${group.relation}`)}>
                  {group.links.map((link) => (
                    <LinkLine key={link.id} ticket={ticket} link={link} />
                  ))}
                </ul>
              </div>
            ))
          )
        }
      </Loaded>
    </Section>
  );
}

function LinkLine({ ticket, link }: { ticket: TicketView; link: TicketLinkView }) {
  const { t } = useText();
  const subject = useSubject();
  const { message } = App.useApp();
  const confirm = useConfirm();
  const problemText = useProblemText();
  const { remove } = useLinkChanges(ticket.id);
  const label = t('links.remove', { number: link.ticket.number });
  const ask = async () => {
    const sure = await confirm({
      title: t('links.removeTitle'),
      content: `${t(`ticketRelation.${link.relation}`)} #${link.ticket.number} ${subject(link.ticket)}`,
      doIt: t('links.removeDo'),
      danger: true,
    });
    if (sure) remove.mutate(link, { onError: (error) => void message.error(problemText(error)) });
  };
  return (
    <TicketLine
      ticket={link.ticket}
      after={
        <Tooltip title={label}>
          <button type="button" className="icon-button" aria-label={label} disabled={remove.isPending} onClick={() => void ask()}>
            <X size={14} aria-hidden="true" />
          </button>
        </Tooltip>
      }
    />
  );
}

function NewLink({ ticket, links, close }: { ticket: TicketView; links: readonly TicketLinkView[]; close: () => void }) {
  const { t } = useText();
  const problemText = useProblemText();
  const { add } = useLinkChanges(ticket.id);
  const [relation, setRelation] = useState<TicketRelation>('related-to');
  const [other, setOther] = useState<string | null>(null);
  return (
    <form
      className="ticket-link-new"
      aria-label={t('links.add')}
      onSubmit={(e) => {
        e.preventDefault();
        if (other) add.mutate({ relation, ticket: other }, { onSuccess: close });
      }}
    >
      {add.error && <Alert type="error" showIcon role="alert" title={problemText(add.error)} />}
      <label htmlFor="link-relation">{t('links.relation', { number: ticket.number })}</label>
      <Select id="link-relation" value={relation} onChange={setRelation} options={ticketRelations.map((r) => ({ value: r, label: t(`ticketRelation.${r}`) }))} />
      <label htmlFor="link-other">{t('links.other')}</label>
      <OtherTicket id="link-other" ticket={ticket} value={other} onChange={setOther} without={new Set(links.map((link) => link.ticket.id))} />
      <span className="row">
        <Button type="primary" size="small" htmlType="submit" disabled={other === null} loading={add.isPending}>
          {t('links.do')}
        </Button>
        <Button size="small" onClick={close}>
          {t('common.cancel')}
        </Button>
      </span>
    </form>
  );
}
