import { useState } from 'react';
import type { SavedView } from '../../api/types';
import type { Column } from './types';

export interface ColumnChoice<T> {
  all: Column<T>[];
  shown: Column<T>[];
  isShown: (key: string) => boolean;
  toggle: (key: string) => void;
  /** The keys of the shown columns as a view keeps them; null where they are the list's own choice. */
  kept: string[] | null;
}

type Choosable = Pick<Column<unknown>, 'key' | 'optional'>;

function stored(name: string): Record<string, boolean> {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(`trunkline.columns.${name}`) ?? '{}');
    return typeof value === 'object' && value !== null ? (value as Record<string, boolean>) : {};
  } catch {
    return {};
  }
}

/** The first column always stays; the others are as chosen, else as the list has them. */
export function shownKeys(all: readonly Choosable[], choice: Record<string, boolean>): string[] {
  return all.filter((c, at) => at === 0 || (choice[c.key] ?? !c.optional)).map((c) => c.key);
}

/** Null where the shown columns are the list's own choice, so that a view gains what the list gains later. */
export function keptKeys(all: readonly Choosable[], shown: readonly string[]): string[] | null {
  const own = shownKeys(all, {});
  return own.length === shown.length && own.every((key) => shown.includes(key)) ? null : [...shown];
}

const asChoice = (all: readonly Choosable[], columns: readonly string[] | null) =>
  columns === null ? {} : Object.fromEntries(all.map((c) => [c.key, columns.includes(c.key)]));

/**
 * Which columns are shown: those of the picked view, with what was changed since, else the reader's own choice, which
 * this browser keeps.
 */
export function useShownColumns<T>(name: string, all: Column<T>[], view: SavedView | undefined): ColumnChoice<T> {
  const [own, setOwn] = useState(() => stored(name));
  const [inView, setInView] = useState<{ id: string; version: number; choice: Record<string, boolean> } | null>(null);
  const choice = !view ? own : inView?.id === view.id && inView.version === view.version ? inView.choice : asChoice(all, view.columns ?? null);
  const keys = shownKeys(all as Choosable[], choice);
  return {
    all,
    shown: all.filter((c) => keys.includes(c.key)),
    isShown: (key) => keys.includes(key),
    toggle: (key) => {
      const next = { ...choice, [key]: !keys.includes(key) };
      if (view) setInView({ id: view.id, version: view.version, choice: next });
      else {
        localStorage.setItem(`trunkline.columns.${name}`, JSON.stringify(next));
        setOwn(next);
      }
    },
    kept: keptKeys(all as Choosable[], keys),
  };
}
