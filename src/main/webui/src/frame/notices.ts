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
  readAll: () => set((state) => ({ items: state.items.map((n) => ({ ...n, read: true })) })),
  clear: () => set({ items: [] }),
}));
