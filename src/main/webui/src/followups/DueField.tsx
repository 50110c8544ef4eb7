import { DatePicker } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { now } from '../shared/clock/clock';
import { useText } from '../shared/i18n/useText';
import { quickTimes } from './times';

interface DueFieldProps {
  id?: string;
  value?: Dayjs;
  onChange?: (due: Dayjs) => void;
}

/** When: the times that are agreed on most are one click, any other is typed or picked. */
export function DueField({ id, value, onChange }: DueFieldProps) {
  const { t } = useText();
  return (
    <>
      <DatePicker
        {...(id ? { id } : {})}
        {...(value ? { value } : {})}
        showTime={{ format: 'HH:mm', minuteStep: 5 }}
        format="YYYY-MM-DD HH:mm"
        allowClear={false}
        style={{ width: '100%' }}
        onChange={(due) => due && !Array.isArray(due) && onChange?.(due)}
      />
      <div className="follow-up-quick" role="group" aria-label={t('followUps.quickTimes')}>
        {quickTimes(dayjs(now())).map(({ key, at }) => (
          <button key={key} type="button" className={`choice${value?.isSame(at, 'minute') ? ' choice-current' : ''}`} aria-pressed={value?.isSame(at, 'minute') ?? false} onClick={() => onChange?.(at)}>
            {t(`followUps.quick.${key}`)}
          </button>
        ))}
      </div>
    </>
  );
}
