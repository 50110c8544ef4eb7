import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../shared/api/client';
import { useText } from '../shared/i18n/useText';
import { Loaded } from '../shared/ui/Loaded';
import { FollowUpLine } from './FollowUpLine';
import './followup.css';

/** What has been promised to a customer and is still to be done, the most urgent first. */
export function OpenFollowUps({ customerId }: { customerId: string }) {
  const { t } = useText();
  const query = useQuery({
    queryKey: ['list', 'follow-ups', 'customer', customerId],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/follow-ups', { params: { query: { customer: customerId, status: 'open', sort: 'dueAt', limit: 20 } }, signal })),
  });
  return (
    <Loaded query={query} lines={2}>
      {({ items }) =>
        items.length === 0 ? (
          <p className="soft">{t('followUps.noneOpen')}</p>
        ) : (
          <ul className="ticket-lines">
            {items.map((followUp) => (
              <FollowUpLine key={followUp.id} followUp={followUp} />
            ))}
          </ul>
        )
      }
    </Loaded>
  );
}
