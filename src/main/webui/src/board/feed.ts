import { useEffect } from 'react';
import { api } from '../shared/api/client';
import { ProblemError } from '../shared/api/problem';
import { setServerTime } from '../shared/clock/clock';
import { useBoard } from './boardStore';
import { BoardSocket, boardUrl } from './socket';

const ASK_EVERY = 20_000;

let live: BoardSocket | null = null;

/** The reader does not want to wait for the next try. */
export const reconnectNow = () => live?.hurry();

/** Whoever is signed out learns of it by asking for anything. */
const askForSession = () => void api.GET('/api/v1/users', { params: { query: { limit: 1 } } }).catch(() => undefined);

/** Whether the service can be reached at all. */
async function isThere(): Promise<boolean> {
  try {
    await api.GET('/api/v1/info', { signal: AbortSignal.timeout(ASK_EVERY / 2) });
    return true;
  } catch (error) {
    return !(error instanceof ProblemError && error.status === 0);
  }
}

/** Connects the board's socket to the store; returns how to stop. */
export function startBoardFeed(): () => void {
  const { receive, connected, reset } = useBoard.getState();
  let heard = false;
  const socket = new BoardSocket(boardUrl(), {
    connection: (connection) => {
      connected(connection);
      if (connection === 'signed-out') askForSession();
    },
    lastSeq: () => useBoard.getState().seq,
    failed: askForSession,
    message: (message) => {
      heard = true;
      if (message.type === 'snapshot') setServerTime(message.at);
      receive(message);
    },
  });
  live = socket;
  socket.start();
  // Only changes are told, so a line that is dead is as silent as a quiet one: whether the service is there is asked beside it.
  const asking = setInterval(async () => {
    const quiet = !heard;
    heard = false;
    if (quiet && !(await isThere())) socket.drop();
  }, ASK_EVERY);
  addEventListener('offline', socket.drop);
  return () => {
    clearInterval(asking);
    removeEventListener('offline', socket.drop);
    live = null;
    socket.stop();
    reset();
  };
}

/** Keeps the board live for as long as it is shown. */
export const useBoardFeed = () => useEffect(startBoardFeed, []);
