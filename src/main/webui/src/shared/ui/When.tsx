import { useText } from '../i18n/useText';

/** A moment as short as the reader needs it, with the full one as a tool tip. */
export function When({ at }: { at: string | null | undefined }) {
  const text = useText();
  if (!at) return <span className="faint">–</span>;
  return (
    <time dateTime={at} title={text.full(at)}>
      {text.at(at)}
    </time>
  );
}
