import { setupWorker } from 'msw/browser';
import { desk, socket } from './desk';
import { handlers } from './handlers';

/** Answers in the service's place, in `--mode mock` only; `mock.ring('shared')` and friends play calls. */
export async function startMocks() {
  Object.assign(globalThis, { mock: desk });
  await setupWorker(...handlers, socket).start({ quiet: true, onUnhandledRequest: 'bypass' });
}
