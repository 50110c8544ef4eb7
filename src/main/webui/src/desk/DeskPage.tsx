import { Segmented } from 'antd';
import { useEffect, useState } from 'react';
import { useText } from '../shared/i18n/useText';
import { CallColumn } from './CallColumn';
import { DialLink } from './control/DialLink';
import { CustomerColumn } from './CustomerColumn';
import { DeskArticle } from './DeskArticle';
import { useDesk } from './deskStore';
import { TodayColumn } from './TodayColumn';
import './desk.css';

type Tab = 'today' | 'call' | 'customer';

/** The agent's place: what is due, the call, the customer. Three columns, or tabs where there is no room. */
export function DeskPage() {
  const { t } = useText();
  const [tab, setTab] = useState<Tab>('call');
  const state = useDesk((s) => s.agent?.state);
  useEffect(() => {
    if (state === 'ringing') setTab('call');
  }, [state]);
  return (
    <>
      <div className={`desk desk-at-${tab}`}>
        <h1 className="visually-hidden">{t('room.desk')}</h1>
        <div className="desk-tabs">
          <Segmented<Tab>
            block
            value={tab}
            onChange={setTab}
            options={[
              { value: 'today', label: t('desk.today') },
              { value: 'call', label: t('desk.call') },
              { value: 'customer', label: t('calls.customer') },
            ]}
          />
        </div>
        <TodayColumn />
        <CallColumn />
        <CustomerColumn />
        <DialLink />
      </div>
      <DeskArticle />
    </>
  );
}
