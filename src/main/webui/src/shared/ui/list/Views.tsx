import { App, Button, Dropdown, type MenuProps } from 'antd';
import { Bookmark, Ellipsis, Plus } from 'lucide-react';
import { useState } from 'react';
import type { SavedView } from '../../api/types';
import { parseSearch, useGo, useUrlSearch } from '../../go';
import { useText } from '../../i18n/useText';
import { useProblemText } from '../useProblemText';
import { isView } from './listState';
import { NameDialog } from './NameDialog';
import { isKept, useViewChanges, type Kept } from './savedViews';
import type { View } from './types';

interface ViewsProps {
  list: string;
  presets: View[];
  saved: SavedView[];
  /** The saved view that was picked, whatever was changed since. */
  picked: SavedView | undefined;
  now: Kept;
  filterKeys: string[];
}

/** One press to where one often looks: the list's own views, the reader's, and keeping the present one. */
export function Views({ list, presets, saved, picked, now, filterKeys }: ViewsProps) {
  const { t } = useText();
  const search = useUrlSearch();
  const go = useGo();
  const [naming, setNaming] = useState(false);
  const { create } = useViewChanges(list);
  const pick = (view: SavedView) => go('.', { search: { ...parseSearch(view.search), view: view.id } });

  return (
    <nav className="list-views" aria-label={t('list.views')}>
      {presets.map((view) => {
        const current = !picked && isView(search, view.search, filterKeys);
        return (
          <button
            key={view.label}
            type="button"
            className={`choice${current ? ' choice-current' : ''}`}
            aria-current={current ? 'true' : undefined}
            onClick={() => go('.', { search: view.search })}
          >
            {view.label}
          </button>
        );
      })}
      {saved.map((view) => (
        <SavedChoice key={view.id} view={view} list={list} now={now} current={view.id === picked?.id} pick={() => pick(view)} />
      ))}
      <button type="button" className="choice list-save-view" onClick={() => setNaming(true)}>
        <Plus size={14} aria-hidden="true" /> {t('list.saveView')}
      </button>
      {naming && (
        <NameDialog
          title={t('list.saveView')}
          hint={t('list.saveViewHint')}
          close={() => setNaming(false)}
          save={async (name) => {
            await pick(await create.mutateAsync({ ...now, name }));
          }}
        />
      )}
    </nav>
  );
}

interface SavedChoiceProps {
  view: SavedView;
  list: string;
  now: Kept;
  current: boolean;
  pick: () => void;
}

function SavedChoice({ view, list, now, current, pick }: SavedChoiceProps) {
  const { t } = useText();
  const go = useGo();
  const { message } = App.useApp();
  const problemText = useProblemText();
  const { create, change, remove } = useViewChanges(list);
  const [renaming, setRenaming] = useState(false);
  const changed = current && !isKept(view, now);
  const failed = (error: unknown) => void message.error(problemText(error));

  const again = () => create.mutate({ name: view.name, search: view.search, columns: view.columns ?? null }, { onError: failed });
  const deleted = () => {
    void go('.', { search: ({ view: _, ...rest }) => rest, replace: true });
    const key = `view-${view.id}`;
    const undo = () => {
      message.destroy(key);
      again();
    };
    void message.open({
      key,
      type: 'info',
      duration: 8,
      content: (
        <>
          {t('list.viewDeleted', { name: view.name })}{' '}
          <Button type="link" size="small" onClick={undo}>
            {t('common.undo')}
          </Button>
        </>
      ),
    });
  };

  const items: NonNullable<MenuProps['items']> = [
    ...(changed ? [{ key: 'update', label: t('list.updateView'), onClick: () => change.mutate({ view, ...now }, { onError: failed }) }] : []),
    ...(changed ? [{ key: 'back', label: t('list.resetView'), onClick: pick }] : []),
    { key: 'rename', label: t('list.renameView'), onClick: () => setRenaming(true) },
    { key: 'delete', label: t('list.deleteView'), danger: true, onClick: () => remove.mutate(view, { onError: failed, onSuccess: deleted }) },
  ];
  return (
    <span className={`saved-view${current ? ' saved-view-current' : ''}`}>
      <button type="button" className={`choice${current ? ' choice-current' : ''}`} aria-current={current ? 'true' : undefined} onClick={pick} title={view.name}>
        <Bookmark size={12} aria-hidden="true" />
        <span className="clip">{view.name}</span>
        {changed && <span className="saved-view-changed">{t('list.viewChanged')}</span>}
      </button>
      {current && (
        <Dropdown trigger={['click']} menu={{ items }}>
          <button type="button" className="icon-button saved-view-more" aria-label={t('list.viewMenu', { name: view.name })}>
            <Ellipsis size={14} aria-hidden="true" />
          </button>
        </Dropdown>
      )}
      {renaming && (
        <NameDialog title={t('list.renameView')} name={view.name} close={() => setRenaming(false)} save={async (name) => void (await change.mutateAsync({ view, name }))} />
      )}
    </span>
  );
}
