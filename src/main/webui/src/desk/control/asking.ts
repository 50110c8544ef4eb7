import { create } from 'zustand';
import type { Asked } from './callKeys';

/** For what a target is being chosen, null for nothing. */
export const useAsking = create<{ what: Asked | 'dial' | null; ask: (what: Asked | 'dial' | null) => void }>((set) => ({
  what: null,
  ask: (what) => set({ what }),
}));
