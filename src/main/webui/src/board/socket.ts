import { LiveSocket, liveUrl, type LiveConnection, type LiveHooks } from '../shared/live/liveSocket';
import { parseBoardMessage, type BoardMessage } from './messages';

/** `refused`: this person may not watch, or not any more. `signed-out`: the session is over. */
export type End = 'refused' | 'signed-out';
export type Connection = LiveConnection | End;

const ends = { 4401: 'signed-out', 4403: 'refused' } as const;

/** The board's WebSocket. The service ends it now and then, so that it comes back and who may still watch is asked again. */
export class BoardSocket extends LiveSocket<BoardMessage, End> {
  constructor(url: string, hooks: LiveHooks<BoardMessage, End>) {
    super(url, { parse: parseBoardMessage, isPong: (message) => message.type === 'pong', ends }, hooks);
  }
}

export const boardUrl = () => liveUrl('/api/v1/board');
