import { create } from 'zustand';
import type { AgentStateView, CallView } from '../shared/api/types';
import { apply, emptyDesk, type DeskState } from './deskState';
import type { DeskMessage } from './messages';
import type { Connection } from './socket';

interface DeskStore extends DeskState {
  connection: Connection | 'off';
  receive: (message: DeskMessage) => void;
  connected: (connection: Connection | 'off') => void;
  /** What the service answered to this agent's own request, ahead of the socket's word of it. */
  agentIs: (agent: AgentStateView) => void;
  callIs: (call: CallView) => void;
  reset: () => void;
}

/** The desk as it is now; fed by the socket, read by the call bar and the desk. */
export const useDesk = create<DeskStore>((set) => ({
  ...emptyDesk,
  connection: 'off',
  receive: (message) => set((state) => apply(state, message)),
  connected: (connection) => set({ connection }),
  agentIs: (agent) => set((state) => ({ ...apply({ ...state, seq: null }, { type: 'agent', seq: 0, agent }), seq: state.seq })),
  callIs: (call) => set((state) => (state.call?.id === call.id || state.agent?.callId === call.id ? { call } : {})),
  reset: () => set({ ...emptyDesk, connection: 'off' }),
}));
