import { useBlocker } from '@tanstack/react-router';
import { Alert, Button, Form, Modal } from 'antd';
import { useCallback, useEffect, useRef, useState } from 'react';
import { ProblemError } from '../../api/problem';
import { useText } from '../../i18n/useText';
import { fieldErrorText, useProblemText } from '../useProblemText';
import { useConfirm } from '../useConfirm';
import './form.css';

interface RecordFormProps<V extends object, R> {
  initial: V;
  /**
   * Saves; the version is the one the form was filled from, or a newer one when the reader chose to overwrite. `base` is
   * what the form was filled with: what differs from it is what the reader changed.
   */
  save: (values: V, version: number | null, base: V) => Promise<R>;
  onSaved: (result: R) => void;
  onCancel?: () => void;
  /** Version of the record the form shows; null for a new one. */
  version?: number | null;
  /** Reads the record anew after a conflict. */
  reload?: () => Promise<{ values: V; version: number }>;
  submitLabel?: string;
  submitDisabled?: boolean;
  /** Whether something is typed that is not saved; for what stands around the form and could take it away. */
  onDirty?: (dirty: boolean) => void;
  children: React.ReactNode;
}

/** `contacts[0].phones[1].raw` or `contacts.0.phones.1.raw` as a form path. */
export function fieldPath(field: string): (string | number)[] {
  return field
    .replace(/\[(\d+)]/g, '.$1')
    .split('.')
    .filter(Boolean)
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}

/**
 * The one form: labels above fields, the service's field errors where they belong, a guard for unsaved changes
 * and, when somebody else changed the record meanwhile, the choice between theirs and mine.
 */
export function RecordForm<V extends object, R>(props: RecordFormProps<V, R>) {
  const { t } = useText();
  const problemText = useProblemText();
  const [form] = Form.useForm<V>();
  const { initial, version: shown = null } = props;
  const [base, setBase] = useState({ values: initial, version: shown });
  const [dirty, setDirty] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const [conflict, setConflict] = useState<V | null>(null);
  const existing = shown !== null;
  const unchanged = existing && !dirty && !busy && failure === null;
  useUnsavedGuard(dirty && !busy);
  const { onDirty } = props;
  useEffect(() => onDirty?.(dirty), [dirty, onDirty]);

  // The record changed, by this form or elsewhere, and nothing is typed: show it as it is now.
  useEffect(() => {
    if (dirty || busy || shown === base.version) return;
    form.setFieldsValue(initial as never);
    setBase({ values: initial, version: shown });
  }, [form, initial, shown, dirty, busy, base.version]);

  const submit = async (values: V, version: number | null) => {
    setBusy(true);
    setFailure(null);
    try {
      const result = await props.save(values, version, base.values);
      setDirty(false);
      setConflict(null);
      // The guard must see the clean form before the page moves on.
      queueMicrotask(() => props.onSaved(result));
    } catch (error) {
      if (error instanceof ProblemError && error.isConflict && props.reload) setConflict(values);
      else {
        const errors = error instanceof ProblemError ? error.errors : [];
        const known = errors.filter((e) => form.getFieldInstance(fieldPath(e.field) as never));
        form.setFields(known.map((e) => ({ name: fieldPath(e.field) as never, errors: [fieldErrorText(e)] })));
        if (known.length > 0) form.scrollToField(fieldPath(known[0]?.field ?? '') as never);
        if (known.length === 0 || known.length < errors.length) setFailure(error);
      }
    } finally {
      setBusy(false);
    }
  };

  const resolve = async (choice: 'mine' | 'theirs') => {
    if (!props.reload || !conflict) return;
    try {
      const newest = await props.reload();
      if (choice === 'mine') await submit(conflict, newest.version);
      else {
        setBase(newest);
        form.setFieldsValue(newest.values as never);
        setDirty(false);
        setConflict(null);
      }
    } catch (error) {
      setFailure(error);
      setConflict(null);
    }
  };

  return (
    <Form<V>
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={initial}
      className="record-form"
      disabled={false}
      validateMessages={{ required: t('fieldError.required') }}
      onValuesChange={() => setDirty(true)}
      onFinish={(values) => void submit({ ...base.values, ...values }, base.version)}
    >
      {failure !== null && <Alert type="error" showIcon title={problemText(failure)} className="record-form-alert" role="alert" />}
      {props.children}
      <div className="record-form-actions">
        {/* Nothing to save is nothing to press: the record's own action, such as Done, stands out then. */}
        <Button type={unchanged ? 'default' : 'primary'} htmlType="submit" loading={busy} disabled={(props.submitDisabled ?? false) || unchanged}>
          {props.submitLabel ?? t('common.save')}
        </Button>
        {props.onCancel && (
          <Button
            onClick={() => {
              props.onCancel?.();
            }}
          >
            {t('common.cancel')}
          </Button>
        )}
      </div>
      <Modal
        open={conflict !== null}
        title={t('form.conflictTitle')}
        onCancel={() => setConflict(null)}
        destroyOnHidden
        footer={[
          <Button key="theirs" onClick={() => void resolve('theirs')}>
            {t('form.takeTheirs')}
          </Button>,
          <Button key="mine" type="primary" danger onClick={() => void resolve('mine')}>
            {t('form.keepMine')}
          </Button>,
        ]}
      >
        <p>{t('form.conflictText')}</p>
      </Modal>
    </Form>
  );
}

/** Asks whether what was typed may be lost; whether it may. */
function useAskToDiscard() {
  const { t } = useText();
  const confirm = useConfirm();
  return () => confirm({ title: t('form.unsavedTitle'), content: t('form.unsavedText'), doIt: t('form.discard'), leaveIt: t('form.stay'), danger: true });
}

/** For a form in a dialog: closing it with something typed asks first. */
export function useDialogGuard(close: () => void) {
  const ask = useAskToDiscard();
  const dirty = useRef(false);
  const onDirty = useCallback((now: boolean) => {
    dirty.current = now;
  }, []);
  const leave = async () => {
    if (dirty.current && !(await ask())) return;
    dirty.current = false;
    close();
  };
  return { onDirty, leave: () => void leave() };
}

/** Leaving with unsaved changes asks first, inside the page and when the tab closes. */
function useUnsavedGuard(active: boolean) {
  const ask = useAskToDiscard();
  useBlocker({
    shouldBlockFn: async ({ current, next }) => {
      // Filters and sort of the list beside the form may change freely.
      if (current.pathname === next.pathname) return false;
      return !(await ask());
    },
    disabled: !active,
    enableBeforeUnload: active,
  });
}
