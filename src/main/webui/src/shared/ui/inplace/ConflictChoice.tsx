import { Button } from 'antd';
import { useText } from '../../i18n/useText';
import './inplace.css';

interface ConflictChoiceProps {
  theirs: React.ReactNode;
  mine: React.ReactNode;
  takeTheirs: () => void;
  keepMine: () => void;
}

/** Two changes of the same value, one beside the other, and the choice between them. */
export function ConflictChoice({ theirs, mine, takeTheirs, keepMine }: ConflictChoiceProps) {
  const { t } = useText();
  return (
    <div className="inplace-conflict" role="alert">
      <p>{t('form.conflictTitle')}</p>
      <dl>
        <div>
          <dt>{t('inplace.theirs')}</dt>
          <dd>{theirs}</dd>
        </div>
        <div>
          <dt>{t('inplace.mine')}</dt>
          <dd>{mine}</dd>
        </div>
      </dl>
      <div className="row">
        <Button size="small" onClick={takeTheirs}>
          {t('inplace.takeTheirs')}
        </Button>
        <Button size="small" type="primary" onClick={keepMine}>
          {t('inplace.keepMine')}
        </Button>
      </div>
    </div>
  );
}
