import { App } from 'antd';
import { useText } from '../i18n/useText';

interface Question {
  title: string;
  content: string;
  /** What the button that does it says. */
  doIt: string;
  /** What the other one says, where "Cancel" is not clear enough. */
  leaveIt?: string;
  /** Something is lost by it. */
  danger?: boolean;
}

/** Asks before something is done; whether it may be. Comes and goes at once, for it is answered in a hurry. */
export function useConfirm() {
  const { t } = useText();
  const { modal } = App.useApp();
  return async ({ title, content, doIt, leaveIt, danger = false }: Question): Promise<boolean> =>
    Boolean(
      await modal.confirm({
        title,
        content,
        okText: doIt,
        cancelText: leaveIt ?? t('common.cancel'),
        okButtonProps: { danger },
        transitionName: '',
        maskTransitionName: '',
      }),
    );
}
