import { useText } from '../i18n/useText';
import './tags.css';

/** A customer's tags, VIP first. */
export function Tags({ tags, vip, max = 4 }: { tags: readonly string[]; vip?: boolean; max?: number }) {
  const { t } = useText();
  const shown = tags.slice(0, max);
  if (!vip && tags.length === 0) return null;
  return (
    <span className="tags">
      {vip && <span className="tag tag-vip">{t('customers.vip')}</span>}
      {shown.map((tag) => (
        <span key={tag} className="tag" title={tag}>
          {tag}
        </span>
      ))}
      {tags.length > shown.length && (
        <span className="tag" title={tags.slice(max).join(', ')}>
          +{tags.length - shown.length}
        </span>
      )}
    </span>
  );
}
