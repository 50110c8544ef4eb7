import { useState } from 'react';
import type { Column } from './types';

export interface ColumnChoice<T> {
  all: Column<T>[];
  shown: Column<T>[];
  isShown: (key: string) => boolean;
  toggle: (key: string) => void;
}

function stored(name: string): Record<string, boolean> {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(`trunkline.columns.${name}`) ?? '{}');
    return typeof value === 'object' && value !== null ? (value as Record<string, boolean>) : {};
  } catch {
    return {};
  }
}

/** The reader's choice of columns, kept in this browser; the first column always stays. */
export function useShownColumns<T>(name: string, all: Column<T>[]): ColumnChoice<T> {
  const [choice, setChoice] = useState(() => stored(name));
  const isShown = (key: string) => {
    const at = all.findIndex((c) => c.key === key);
    return at === 0 || (choice[key] ?? !all[at]?.optional);
  };
  return {
    all,
    shown: all.filter((c) => isShown(c.key)),
    isShown,
    toggle: (key) => {
      const next = { ...choice, [key]: !isShown(key) };
      localStorage.setItem(`trunkline.columns.${name}`, JSON.stringify(next));
      setChoice(next);
    },
  };
}
