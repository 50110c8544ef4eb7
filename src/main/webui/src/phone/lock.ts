/** One tab of this browser is the phone: the one that holds this lock, which ends with its page whatever happens to it. */
const LOCK = 'trunkline-phone';

export class PhoneLock {
  private release: (() => void) | null = null;
  private waiting = new AbortController();
  /** Of the newest asking; what becomes of an older one is of no interest any more. */
  private turn = 0;
  private settled: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly got: () => unknown,
    private readonly lost: () => unknown,
  ) {}

  get held() {
    return this.release !== null;
  }

  /** Browsers have locks on secure pages only, as they have microphones. */
  static readonly possible = () => Boolean(navigator.locks);

  /** Takes the lock when it is free; else says so, and takes it as soon as it is. */
  async take() {
    const turn = this.next();
    // What this page has just let go of would look taken.
    await this.settled;
    if (turn === this.turn && !(await this.ask(turn, { ifAvailable: true }))) this.wait(turn);
  }

  /** Takes it from whoever has it. */
  takeOver() {
    void this.ask(this.next(), { steal: true });
  }

  leave() {
    this.next();
    this.release?.();
    this.release = null;
  }

  private next() {
    this.waiting.abort();
    this.waiting = new AbortController();
    return ++this.turn;
  }

  private wait(turn: number) {
    if (turn !== this.turn) return;
    this.lost();
    if (turn === this.turn) void this.ask(turn, { signal: this.waiting.signal });
  }

  /** Whether the lock was given; in the end, when it was waited for. */
  private ask(turn: number, options: LockOptions): Promise<boolean> {
    return new Promise((given) => {
      let mine = false;
      this.settled = navigator.locks
        .request(LOCK, options, (lock) => {
          given(lock !== null);
          if (!lock || turn !== this.turn) return undefined;
          const held = new Promise<void>((release) => (this.release = release));
          mine = true;
          this.got();
          return held;
        })
        .catch(() => {
          given(false);
          if (!mine || turn !== this.turn) return;
          // Taken away by another tab.
          this.release = null;
          this.wait(turn);
        });
    });
  }
}
