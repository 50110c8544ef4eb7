import { LiveSocket, liveUrl, type LiveConnection, type LiveHooks } from '../shared/live/liveSocket';
import { parseMessage, type DeskMessage } from './messages';

/**
 * `refused`: the service says that this person has no desk, and will go on saying so. `elsewhere`: the desk was opened in
 * another session, which has it until this page is told to take it back; two that take it from each other would never end.
 */
export type End = 'refused' | 'elsewhere';
export type Connection = LiveConnection | End;

const ends = { 4403: 'refused', 4409: 'elsewhere' } as const;

/** The desk's WebSocket. */
export class DeskSocket extends LiveSocket<DeskMessage, End> {
  constructor(url: string, hooks: LiveHooks<DeskMessage, End>) {
    super(url, { parse: parseMessage, isPong: (message) => message.type === 'notice' && message.code === 'pong', ends }, hooks);
  }
}

export const deskUrl = () => liveUrl('/api/v1/desk');
