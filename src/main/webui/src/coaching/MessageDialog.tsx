import { Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { useText } from '../shared/i18n/useText';
import { useSendMessage } from './actions';
import './coaching.css';

const LONGEST = 500;

/** A few words to an agent; what was written stays until it is sent. */
export function MessageDialog({ to, close }: { to: { userId: string; name: string } | null; close: () => void }) {
  const { t } = useText();
  return (
    // What is typed is no key of the list that the dialog was opened from. In the list's cell it takes no room.
    <div
      role="presentation"
      style={{ display: 'contents' }}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Escape') close();
      }}
    >
      <Modal open={to !== null} onCancel={close} footer={null} title={to && t('coaching.messageTitle', { name: to.name })} destroyOnHidden width={440}>
        {to && <Words to={to} close={close} />}
      </Modal>
    </div>
  );
}

function Words({ to, close }: { to: { userId: string; name: string }; close: () => void }) {
  const { t } = useText();
  const [text, setText] = useState('');
  const send = useSendMessage();
  const ready = text.trim() !== '';
  const go = () => ready && send.mutate({ ...to, text }, { onSuccess: close });
  return (
    <Form layout="vertical" className="coaching-message" onFinish={go}>
      <Form.Item label={t('coaching.messageField')} htmlFor="coaching-message" extra={t('coaching.messageHint', { name: to.name })}>
        <Input.TextArea
          id="coaching-message"
          autoFocus
          rows={4}
          maxLength={LONGEST}
          showCount
          value={text}
          onChange={({ target }) => setText(target.value)}
          onPressEnter={(event) => (event.ctrlKey || event.metaKey) && go()}
        />
      </Form.Item>
      <Button type="primary" htmlType="submit" disabled={!ready} loading={send.isPending}>
        {t('coaching.messageSend')}
      </Button>
    </Form>
  );
}
