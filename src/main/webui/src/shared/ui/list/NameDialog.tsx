import { Input, Modal, type InputRef } from 'antd';
import { useId, useRef, useState } from 'react';
import { ProblemError } from '../../api/problem';
import { useText } from '../../i18n/useText';
import { useProblemText } from '../useProblemText';

interface NameDialogProps {
  title: string;
  hint?: string;
  name?: string;
  save: (name: string) => Promise<void>;
  close: () => void;
}

/** Asks for one name; what the service has against it stands below the field. */
export function NameDialog({ title, hint, name = '', save, close }: NameDialogProps) {
  const { t } = useText();
  const problemText = useProblemText();
  const id = useId();
  const field = useRef<InputRef>(null);
  const [typed, setTyped] = useState(name);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);

  const submit = async () => {
    if (!typed.trim() || busy) return;
    setBusy(true);
    setFailure(null);
    try {
      await save(typed.trim());
      close();
    } catch (error) {
      setFailure(error);
      field.current?.focus();
    } finally {
      setBusy(false);
    }
  };
  const wrong = failure === null ? '' : failure instanceof ProblemError && failure.code === 'exists' ? t('list.viewExists') : problemText(failure);

  return (
    <Modal
      open
      title={title}
      width={420}
      onCancel={close}
      onOk={() => void submit()}
      okText={t('common.save')}
      cancelText={t('common.cancel')}
      confirmLoading={busy}
      okButtonProps={{ disabled: !typed.trim() }}
      afterOpenChange={(open) => open && field.current?.focus({ cursor: 'all' })}
    >
      <label className="name-dialog" htmlFor={id}>
        {t('list.viewName')}
      </label>
      <Input
        id={id}
        ref={field}
        value={typed}
        maxLength={60}
        status={wrong ? 'error' : ''}
        aria-invalid={wrong !== ''}
        aria-describedby={`${id}-more`}
        onChange={(e) => setTyped(e.target.value)}
        onPressEnter={(e) => {
          if (!e.nativeEvent.isComposing) void submit();
        }}
      />
      <p id={`${id}-more`} className={`name-dialog-more small ${wrong ? 'name-dialog-wrong' : 'soft'}`} role={wrong ? 'alert' : undefined}>
        {wrong || hint}
      </p>
    </Modal>
  );
}
