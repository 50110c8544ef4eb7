import { parseMessage, type DeskMessage } from './messages';

/**
 * `refused`: the service says that this person has no desk, and will go on saying so. `elsewhere`: the desk was opened in
 * another session, which has it until this page is told to take it back.
 */
export type Connection = 'connecting' | 'open' | 'lost' | 'refused' | 'elsewhere';

export interface SocketHooks {
  message: (message: DeskMessage) => void;
  connection: (connection: Connection) => void;
  /** Number of the last message this page holds, to go on from. */
  lastSeq: () => number | null;
  /** A connection could not be made or was refused: is the session still good? */
  failed?: () => void;
}

const FIRST_DELAY = 500;
const LONGEST_DELAY = 15_000;
const PING_EVERY = 20_000;
const NO_DESK = 4403;
const OPENED_ELSEWHERE = 4409;

/** The wait before the n-th try in a row: doubling, bounded, spread so that a room of agents does not come back at once. */
export function backOff(attempt: number, random = Math.random()): number {
  return Math.min(LONGEST_DELAY, FIRST_DELAY * 2 ** attempt) * (0.6 + 0.4 * random);
}

/**
 * The desk's WebSocket: keeps itself connected, resumes after the last message held, and leaves meaning to others.
 * Everything vital arrives as messages; timers only bring a lost connection back, so a throttled background tab
 * loses nothing but speed of reconnecting, and none when the browser says that it is online again.
 */
export class DeskSocket {
  private socket: WebSocket | null = null;
  private attempt = 0;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private ping: ReturnType<typeof setInterval> | undefined;
  private stopped = false;
  private heard = true;
  private answersPings = false;

  constructor(
    private readonly url: string,
    private readonly hooks: SocketHooks,
  ) {}

  /** Connects, and stays connected; also after it was stopped. */
  start() {
    this.stopped = false;
    this.attempt = 0;
    addEventListener('online', this.hurry);
    document.addEventListener('visibilitychange', this.hurry);
    this.connect();
  }

  stop() {
    this.stopped = true;
    removeEventListener('online', this.hurry);
    document.removeEventListener('visibilitychange', this.hurry);
    clearTimeout(this.retry);
    clearInterval(this.ping);
    this.socket?.close(1000);
    this.socket = null;
  }

  /** Says something to the service; nothing while there is no connection. */
  say(message: object) {
    if (this.socket?.readyState === WebSocket.OPEN) this.socket.send(JSON.stringify(message));
  }

  /** Tries at once instead of waiting for the next turn. */
  readonly hurry = () => {
    if (document.visibilityState === 'hidden' || this.socket || this.stopped) return;
    clearTimeout(this.retry);
    this.connect();
  };

  private connect() {
    if (this.stopped || this.socket) return;
    this.hooks.connection('connecting');
    const socket = new WebSocket(this.url);
    this.socket = socket;
    socket.onopen = () => {
      this.hooks.connection('open');
      this.heard = true;
      this.answersPings = false;
      const seq = this.hooks.lastSeq();
      if (seq !== null) socket.send(JSON.stringify({ type: 'resume', seq }));
      this.ping = setInterval(() => this.checkAlive(), PING_EVERY);
    };
    socket.onmessage = (event: MessageEvent<unknown>) => {
      this.heard = true;
      this.attempt = 0;
      const message = parseMessage(event.data);
      if (message?.type === 'notice' && message.code === 'pong') this.answersPings = true;
      if (message) this.hooks.message(message);
    };
    socket.onclose = (event) => {
      if (this.socket !== socket) return;
      // The service says that this person has no desk, which asking again would not change; or that another page has it
      // now, and two that take it from each other would never end.
      if (event?.code === NO_DESK || event?.code === OPENED_ELSEWHERE) {
        this.stop();
        this.hooks.connection(event.code === NO_DESK ? 'refused' : 'elsewhere');
      } else this.closed(socket);
    };
  }

  /** Silence counts as death only where the service is known to answer pings. */
  private checkAlive() {
    const socket = this.socket;
    if (!socket || socket.readyState !== WebSocket.OPEN) return;
    if (!this.heard && this.answersPings) {
      socket.close(4000);
      this.closed(socket);
      return;
    }
    this.heard = false;
    socket.send('{"type":"ping"}');
  }

  private closed(socket: WebSocket) {
    if (this.socket !== socket) return;
    this.socket = null;
    clearInterval(this.ping);
    if (this.stopped) return;
    this.hooks.connection('lost');
    this.hooks.failed?.();
    this.retry = setTimeout(() => this.connect(), backOff(this.attempt++));
  }
}

export function deskUrl(): string {
  return `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/api/v1/desk`;
}
