import { create } from 'zustand';

export interface Notice {
  id: string;
  at: string;
  /** Text key below `notice.`, with its parameters; rendered in the reader's language when shown. */
  code: string;
  params: Record<string, unknown>;
  /** Where a click leads, if anywhere. */
  path?: string;
  read: boolean;
}

const KEPT = 50;

interface Notices {
  items: readonly Notice[];
  add: (notice: Omit<Notice, 'read'>) => void;
  /** Older ones that were told before, the newest first; those that are there already stay as they are. */
  addRead: (notices: readonly Omit<Notice, 'read'>[]) => void;
  readAll: () => void;
  clear: () => void;
}

/** The bell's history: newest first, bounded, of this session only. */
export const useNotices = create<Notices>((set) => ({
  items: [],
  add: (notice) =>
    set((state) =>
      state.items.some((n) => n.id === notice.id) ? state : { items: [{ ...notice, read: false }, ...state.items].slice(0, KEPT) },
    ),
  addRead: (notices) =>
    set((state) => {
      const unknown = notices.filter((notice) => !state.items.some((n) => n.id === notice.id)).map((notice) => ({ ...notice, read: true }));
      const items = [...state.items, ...unknown].toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at));
      return unknown.length > 0 ? { items: items.slice(0, KEPT) } : state;
    }),
  readAll: () => set((state) => ({ items: state.items.map((n) => ({ ...n, read: true })) })),
  clear: () => set({ items: [] }),
}));
