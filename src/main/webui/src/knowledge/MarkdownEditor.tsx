import { Input, Segmented, Tooltip } from 'antd';
import type { TextAreaRef } from 'antd/es/input/TextArea';
import { Bold, Heading2, Link2, List, ListOrdered, MessageSquareQuote, Table, type LucideIcon } from 'lucide-react';
import { useImperativeHandle, useRef, useState, type Ref } from 'react';
import { useText } from '../shared/i18n/useText';
import { Markdown } from './Markdown';
import { atLines, around, type Edit } from './markdownEdits';

const LONGEST = 50_000;

interface MarkdownEditorProps {
  id?: string;
  value?: string;
  onChange?: (value: string) => void;
  /** So that the form finds the field that an error is of. */
  ref?: Ref<{ focus: () => void }>;
}

const tools: { key: 'heading' | 'bold' | 'list' | 'numbered' | 'quote' | 'link' | 'table'; icon: LucideIcon; edit: Edit }[] = [
  { key: 'heading', icon: Heading2, edit: atLines('## ') },
  { key: 'bold', icon: Bold, edit: around('**', '**') },
  { key: 'list', icon: List, edit: atLines('- ') },
  { key: 'numbered', icon: ListOrdered, edit: atLines('1. ') },
  { key: 'quote', icon: MessageSquareQuote, edit: atLines('> ') },
  { key: 'link', icon: Link2, edit: around('[', '](https://)') },
  { key: 'table', icon: Table, edit: around('\n| | |\n|---|---|\n| ', ' | |\n') },
];

/** A plain field for Markdown, with the signs one forgets at hand, and how it will look. */
export function MarkdownEditor({ id, value = '', onChange, ref }: MarkdownEditorProps) {
  const { t } = useText();
  const area = useRef<TextAreaRef>(null);
  const [preview, setPreview] = useState(false);
  useImperativeHandle(ref, () => ({ focus: () => area.current?.focus() }));

  const apply = (edit: Edit) => {
    const field = area.current?.resizableTextArea?.textArea;
    if (!field) return;
    const after = edit({ text: value, from: field.selectionStart, to: field.selectionEnd });
    if (after.text.length > LONGEST) return;
    onChange?.(after.text);
    requestAnimationFrame(() => {
      field.focus();
      field.setSelectionRange(after.from, after.to);
    });
  };

  return (
    <div className="editor">
      <div className="editor-bar">
        <Segmented<'write' | 'preview'>
          size="small"
          value={preview ? 'preview' : 'write'}
          onChange={(v) => setPreview(v === 'preview')}
          options={[
            { value: 'write', label: t('knowledge.write') },
            { value: 'preview', label: t('knowledge.preview') },
          ]}
        />
        <span className="grow" />
        {!preview &&
          tools.map(({ key, icon: Icon, edit }) => (
            <Tooltip key={key} title={t(`knowledge.tool.${key}`)}>
              <button type="button" className="icon-button" aria-label={t(`knowledge.tool.${key}`)} onClick={() => apply(edit)}>
                <Icon size={15} aria-hidden="true" />
              </button>
            </Tooltip>
          ))}
      </div>
      {preview ? (
        <div className="editor-preview">{value.trim() ? <Markdown text={value} /> : <p className="soft">{t('knowledge.nothingYet')}</p>}</div>
      ) : (
        <Input.TextArea
          {...(id ? { id } : {})}
          ref={area}
          className="editor-text"
          variant="borderless"
          autoSize={{ minRows: 14, maxRows: 30 }}
          maxLength={LONGEST}
          value={value}
          onChange={(e) => onChange?.(e.target.value)}
        />
      )}
    </div>
  );
}
