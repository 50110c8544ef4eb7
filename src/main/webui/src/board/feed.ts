import { useEffect } from 'react';
import { api } from '../shared/api/client';
import { setServerTime } from '../shared/clock/clock';
import { useBoard } from './boardStore';
import { BoardSocket, boardUrl } from './socket';

let live: BoardSocket | null = null;

/** The reader does not want to wait for the next try. */
export const reconnectNow = () => live?.hurry();

/** Whoever is signed out learns of it by asking for anything. */
const askForSession = () => void api.GET('/api/v1/users', { params: { query: { limit: 1 } } }).catch(() => undefined);

/** Connects the board's socket to the store; returns how to stop. */
export function startBoardFeed(): () => void {
  const { receive, connected, reset } = useBoard.getState();
  const socket = new BoardSocket(boardUrl(), {
    connection: (connection) => {
      connected(connection);
      if (connection === 'signed-out') askForSession();
    },
    lastSeq: () => useBoard.getState().seq,
    failed: askForSession,
    message: (message) => {
      receive(message);
      // Not by one that was kept for those who resume.
      if (message.type === 'snapshot' && useBoard.getState().at === message.at) setServerTime(message.at);
    },
  });
  live = socket;
  socket.start();
  addEventListener('offline', socket.drop);
  return () => {
    removeEventListener('offline', socket.drop);
    live = null;
    socket.stop();
    reset();
  };
}

/** Keeps the board live for as long as it is shown. */
export const useBoardFeed = () => useEffect(startBoardFeed, []);
