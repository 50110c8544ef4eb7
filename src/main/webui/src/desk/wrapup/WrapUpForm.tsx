import { Button, Input, Radio } from 'antd';
import type { TextAreaRef } from 'antd/es/input/TextArea';
import { useEffect, useRef } from 'react';
import { CallBackAt } from '../../followups/CallBackAt';
import { useText } from '../../shared/i18n/useText';
import { useDispositions, useSetState } from '../agent';
import { altLetter } from '../control/callKeys';
import { useDesk } from '../deskStore';
import type { FarEnd } from '../useFarEnd';
import { useWrapUp } from './useWrapUp';

/** Keys in a dialog are the dialog's. */
const inDialog = (target: EventTarget | null) => target instanceof Element && target.closest('[role=dialog]') !== null;

interface WrapUpFormProps {
  callId: string;
  wrapping: boolean;
  /** Who would be called back, as far as that is known. */
  farEnd: FarEnd;
}

/** Notes from the first word on, disposition and done; saved by itself as it is written. */
export function WrapUpForm({ callId, wrapping, farEnd }: WrapUpFormProps) {
  const { t, word } = useText();
  const dispositions = useDispositions();
  const { draft, status, change, finish, finishing } = useWrapUp(callId);
  const more = useSetState();
  const left = useDesk((s) => s.agent?.wrapUpExtensions ?? 0);
  const notes = useRef<TextAreaRef>(null);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (altLetter(event) === 'N') {
        event.preventDefault();
        notes.current?.focus();
      }
      if ((event.ctrlKey || event.metaKey) && event.key === 'Enter' && wrapping && !inDialog(event.target)) {
        event.preventDefault();
        finish();
      }
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [finish, wrapping]);

  return (
    <section className="wrap-up" aria-label={t('wrapUp.title')}>
      <div className="section-head">
        <h2>{wrapping ? t('wrapUp.title') : t('wrapUp.titleDuring')}</h2>
        <span className="small soft" role="status">
          {status === 'failed' || status === 'refused' ? <span className="desk-overdue">{t(`wrapUp.${status}`)}</span> : status === 'saving' || status === 'writing' ? t('wrapUp.saving') : status === 'saved' || status === 'done' ? t('wrapUp.saved') : ''}
        </span>
      </div>
      <fieldset className="wrap-up-dispositions">
        <legend className="small soft">{t('wrapUp.disposition')}</legend>
        <Radio.Group value={draft.disposition} onChange={(e) => change({ disposition: e.target.value as string })}>
          {dispositions.map(({ key }) => (
            <Radio.Button key={key} value={key}>
              {word('disposition', key)}
            </Radio.Button>
          ))}
        </Radio.Group>
      </fieldset>
      <label className="small soft" htmlFor={`notes-${callId}`}>
        {t('wrapUp.notes')}
      </label>
      <Input.TextArea
        id={`notes-${callId}`}
        ref={notes}
        value={draft.notes}
        autoSize={{ minRows: 4, maxRows: 12 }}
        maxLength={4000}
        placeholder={t('wrapUp.notesHint')}
        onChange={(e) => change({ notes: e.target.value })}
      />
      <CallBackAt callId={callId} {...farEnd} />
      {wrapping && (
        <div className="row wrap-up-actions">
          <Button type="primary" loading={finishing} onClick={finish}>
            {t('wrapUp.done')}
          </Button>
          <Button
            loading={more.isPending}
            disabled={left === 0}
            title={left === 0 ? t('wrapUp.spent') : t('wrapUp.left', { count: left })}
            onClick={() => more.mutate({ state: 'wrap-up' })}
          >
            {t('wrapUp.more')}
          </Button>
          <span className="soft small">
            <kbd>Ctrl</kbd> <kbd>Enter</kbd>
          </span>
        </div>
      )}
    </section>
  );
}
