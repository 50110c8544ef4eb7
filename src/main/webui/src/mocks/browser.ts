import { setupWorker } from 'msw/browser';
import { board, boardSocket } from './board';
import { desk, socket } from './desk';
import { handlers } from './handlers';

/** Answers in the service's place, in `--mode mock` only; `mock.ring('shared')` and friends play calls, `mockBoard.play()` a board. */
export async function startMocks() {
  Object.assign(globalThis, { mock: desk, mockBoard: board });
  await setupWorker(...handlers, socket, boardSocket).start({ quiet: true, onUnhandledRequest: 'bypass' });
}
