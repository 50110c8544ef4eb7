/** What every live line may be: on its way, there, or lost and tried again. */
export type LiveConnection = 'connecting' | 'open' | 'lost';

export interface LiveHooks<M, End extends string> {
  message: (message: M) => void;
  connection: (connection: LiveConnection | End) => void;
  /** Number of the last message this page holds, to go on from. */
  lastSeq: () => number | null;
  /** A connection could not be made or was refused: is the session still good? */
  failed?: () => void;
}

/** What is peculiar to one of the service's sockets. */
export interface LiveProtocol<M, End extends string> {
  /** The message in a frame, or null when it is none that this page knows. */
  parse: (frame: unknown) => M | null;
  /** Whether the message answers a ping; without it none is sent. */
  isPong?: (message: M) => boolean;
  /** Close codes after which the page is not to come back by itself, and what it is then. */
  ends: Readonly<Record<number, End>>;
}

const FIRST_DELAY = 500;
const LONGEST_DELAY = 15_000;
const PING_EVERY = 20_000;

/** The wait before the n-th try in a row: doubling, bounded, spread so that a room of people does not come back at once. */
export function backOff(attempt: number, random = Math.random()): number {
  return Math.min(LONGEST_DELAY, FIRST_DELAY * 2 ** attempt) * (0.6 + 0.4 * random);
}

/**
 * A WebSocket of the service's: keeps itself connected, resumes after the last message held, and leaves meaning to others.
 * Everything vital arrives as messages; timers only bring a lost connection back, so a throttled background tab
 * loses nothing but speed of reconnecting, and none when the browser says that it is online again.
 */
export class LiveSocket<M, End extends string> {
  private socket: WebSocket | null = null;
  private attempt = 0;
  /** When the present connection was made; never while it is not. */
  private openedAt = Infinity;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private ping: ReturnType<typeof setInterval> | undefined;
  private stopped = false;
  private heard = true;
  private answersPings = false;

  constructor(
    private readonly url: string,
    private readonly protocol: LiveProtocol<M, End>,
    private readonly hooks: LiveHooks<M, End>,
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

  /** Takes the line for lost without waiting for word of it, and goes on trying. */
  readonly drop = () => {
    const socket = this.socket;
    if (!socket) return;
    socket.close(4000);
    this.closed(socket);
  };

  private connect() {
    if (this.stopped || this.socket) return;
    this.hooks.connection('connecting');
    this.openedAt = Infinity;
    const socket = new WebSocket(this.url);
    this.socket = socket;
    socket.onopen = () => {
      this.hooks.connection('open');
      this.openedAt = Date.now();
      this.heard = true;
      this.answersPings = false;
      const seq = this.hooks.lastSeq();
      if (seq !== null) socket.send(JSON.stringify({ type: 'resume', seq }));
      if (this.protocol.isPong) this.ping = setInterval(() => this.checkAlive(), PING_EVERY);
    };
    socket.onmessage = (event: MessageEvent<unknown>) => {
      this.heard = true;
      this.attempt = 0;
      const message = this.protocol.parse(event.data);
      if (!message) return;
      if (this.protocol.isPong?.(message)) this.answersPings = true;
      this.hooks.message(message);
    };
    socket.onclose = (event) => {
      if (this.socket !== socket) return;
      // What asking again would not change.
      const end = this.protocol.ends[event.code];
      if (end) {
        this.stop();
        this.hooks.connection(end);
      } else this.closed(socket);
    };
  }

  /** Silence counts as death only where the service is known to answer pings. */
  private checkAlive() {
    const socket = this.socket;
    if (!socket || socket.readyState !== WebSocket.OPEN) return;
    if (!this.heard && this.answersPings) {
      this.drop();
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
    // A line that was there for a while is not one that cannot be made, even if nothing was said on it.
    if (Date.now() - this.openedAt > LONGEST_DELAY) this.attempt = 0;
    this.hooks.connection('lost');
    this.hooks.failed?.();
    this.retry = setTimeout(() => this.connect(), backOff(this.attempt++));
  }
}

/** The address of one of the service's sockets, at the host the page came from. */
export const liveUrl = (path: string) => `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}${path}`;
