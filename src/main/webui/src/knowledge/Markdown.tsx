import ReactMarkdown, { type Components, type Options } from 'react-markdown';
import remarkGfm from 'remark-gfm';
import { useText } from '../shared/i18n/useText';
import './markdown.css';

type Plugins = NonNullable<Options['remarkPlugins']>;

const none: Plugins = [];

type Inside = { children?: React.ReactNode };

// The page has its own first heading, and the drawer the article's title.
const First = ({ children }: Inside) => <h2>{children}</h2>;
const Second = ({ children }: Inside) => <h3 className="markdown-2">{children}</h3>;

function Away({ href, children }: Inside & { href?: string }) {
  return (
    <a href={href} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  );
}

/** A picture would tell another server who reads. */
function Picture({ src, alt }: { src?: unknown; alt?: string }) {
  return typeof src === 'string' && src ? <Away href={src}>{alt || src}</Away> : <>{alt}</>;
}

/** Wide tables scroll on their own; a keyboard can reach them. */
function WideTable({ children }: Inside) {
  const { t } = useText();
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="markdown-table" role="region" aria-label={t('knowledge.table')} tabIndex={0}>
      <table>{children}</table>
    </div>
  );
}

const Box = ({ checked }: { checked?: boolean }) => <span className="soft">{checked ? '☑' : '☐'}</span>;

const components: Components = { h1: First, h2: Second, a: Away as never, img: Picture as never, table: WideTable, input: Box as never };

/**
 * Markdown as React elements: HTML in it is shown as the text it is, links lead only to http, https, mail and telephone,
 * and pictures are links. Plugins see what was read.
 */
export function Markdown({ text, plugins = none }: { text: string; plugins?: Plugins }) {
  return (
    <div className="markdown in-text">
      <ReactMarkdown remarkPlugins={[remarkGfm, ...plugins]} components={components}>
        {text}
      </ReactMarkdown>
    </div>
  );
}
