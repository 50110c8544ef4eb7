import { create } from 'zustand';
import { now } from '../shared/clock/clock';
import { emptyBoard, fold, type BoardState } from './boardState';
import type { BoardMessage } from './messages';
import type { Connection } from './socket';

interface BoardStore extends BoardState {
  connection: Connection | 'off';
  /** Since when the board has not been live, in the service's time; null while it is. */
  lostAt: number | null;
  receive: (message: BoardMessage) => void;
  connected: (connection: Connection) => void;
  reset: () => void;
}

/** The board as it is now; fed by its socket. */
export const useBoard = create<BoardStore>((set) => ({
  ...emptyBoard,
  connection: 'off',
  lostAt: null,
  receive: (message) => set((state) => fold(state, message)),
  connected: (connection) =>
    set(({ lostAt }) => ({ connection, lostAt: connection === 'open' ? null : connection === 'connecting' ? lostAt : (lostAt ?? now()) })),
  reset: () => set({ ...emptyBoard, connection: 'off', lostAt: null }),
}));
