import { startRing, stopRing } from '../desk/ring';
import { answer, api } from '../shared/api/client';
import { ProblemError } from '../shared/api/problem';
import type { PhoneCredentials } from '../shared/api/types';
import { now } from '../shared/clock/clock';
import { PhoneLock } from './lock';
import { keepClaim, keptClaim, leftCall, unmarkCall } from './mark';
import { letGo, NoMicrophone, openMicrophone, tryMicrophone } from './microphone';
import type { PhoneEvent } from './phoneState';
import { countsOf, judge, type Counts } from './quality';
import type { SipCall, SipLine } from './sip';

const AGAIN_MS = 5_000;
const LOOK_MS = 2_000;

/** Another browser is the phone, says the service. */
const ELSEWHERE = 'phone-elsewhere';

/** Leaving the page would leave the caller: the browser asks whether that is meant. */
const askFirst = (event: BeforeUnloadEvent) => event.preventDefault();

/**
 * Makes this page the phone while it may be, and says what becomes of it. There is one for the life of the page: a call
 * goes on when the agent's session has ended, and the next begin of the same agent finds it.
 */
export class PhoneEngine {
  private readonly lock = new PhoneLock(
    () => !this.ended && void this.connect(),
    () => !this.ended && this.elsewhere(),
  );
  private extension: string | null = null;
  private line: SipLine | null = null;
  private call: SipCall | null = null;
  /** Nobody has taken the call yet. */
  private ringing = false;
  private expiresAt = 0;
  private again: ReturnType<typeof setTimeout> | undefined;
  private renewal: ReturnType<typeof setTimeout> | undefined;
  private looking: ReturnType<typeof setInterval> | undefined;
  private renewing = false;
  /** No registration has been taken with these credentials yet: a refusal may be that of the ones before. */
  private unproven = false;
  private watching = new AbortController();
  private ended = true;
  /** Of the newest connecting; an older one that is still under way comes to nothing. */
  private turn = 0;
  /** The agent wants this page to be the phone, whichever is it now. */
  private claiming = true;
  /** Only the call here, if any, holds the line. */
  private leaving = false;
  private left = leftCall();

  constructor(private readonly say: (event: PhoneEvent) => void) {}

  begin(extension: string) {
    // Somebody else has signed in: whoever was here before has no call here any more.
    if (this.extension !== extension) this.close();
    this.extension = extension;
    this.ended = false;
    this.watchMicrophone();
    if (!PhoneLock.possible()) {
      this.say({ type: 'failed', why: 'insecure' });
      return;
    }
    this.lookForMicrophone();
    this.say({ type: 'line', line: 'starting' });
    if (this.lock.held) {
      void this.connect();
      return;
    }
    this.claiming = true;
    void this.lock.take();
  }

  /** The agent has gone. A caller is not: a call that was taken keeps its line, and this page the lock, to its end. */
  end() {
    this.ended = true;
    this.watching.abort();
    if (this.call && !this.ringing) this.leave();
    else this.close();
    this.say({ type: 'line', line: 'off' });
  }

  /** Ends everything, the call too. */
  close() {
    this.leave();
    this.call?.hangUp();
    this.stopLine();
    this.lock.leave();
  }

  takeOver() {
    this.claiming = true;
    // The call is where it is until it is asked for.
    this.left = null;
    this.lookForMicrophone();
    if (this.lock.held) void this.connect();
    else this.lock.takeOver();
  }

  async answer() {
    const call = this.call;
    if (!call || !this.ringing) return;
    this.ringing = false;
    this.say({ type: 'answering' });
    stopRing();
    const microphone = await this.openMicrophone();
    if (this.call !== call) letGo(microphone);
    else if (microphone) call.answer(microphone);
    else this.ringing = true;
  }

  reject = () => this.call?.reject();
  hangUp = () => this.call?.hangUp();
  hold = (on: boolean) => this.call?.hold(on);
  dtmf = (tone: string) => this.call?.dtmf(tone);

  mute(on: boolean) {
    this.call?.mute(on);
    this.say({ type: 'muted', muted: on });
  }

  /** The devices chosen have changed. */
  async devicesChanged() {
    const call = this.call;
    if (!call) return;
    await call.useSpeaker();
    const microphone = await this.openMicrophone();
    if (microphone) await call.speakInto(microphone);
  }

  /** Null when it cannot be opened, which has been said. */
  private async openMicrophone(): Promise<MediaStream | null> {
    try {
      const microphone = await openMicrophone();
      this.say({ type: 'microphone', microphone: 'ok' });
      return microphone;
    } catch (error) {
      this.say({ type: 'microphone', microphone: error instanceof NoMicrophone ? error.why : 'busy' });
      return null;
    }
  }

  private async connect() {
    const turn = ++this.turn;
    this.stopTimers();
    this.leaving = false;
    if (this.call && this.line) {
      // The line that it hangs on stays.
      this.say({ type: 'line', line: this.line.registered() ? 'ready' : 'starting' });
      void this.renew();
      return;
    }
    this.say({ type: 'line', line: 'starting' });
    this.stopLine();
    try {
      const [credentials, { SipLine }] = await Promise.all([this.credentials(), import('./sip')]);
      if (turn !== this.turn) return;
      // A line that was given up has some last words, which are of no interest any more.
      const ifMine = (task: () => void) => this.line === line && task();
      const line: SipLine = new SipLine(credentials, {
        registered: () => ifMine(() => this.registered()),
        disconnected: () => ifMine(() => this.lineIs('lost')),
        refused: (status) => ifMine(() => this.refused(status)),
        rings: (call) => ifMine(() => this.rings(call)),
      });
      this.line = line;
      line.start();
      this.renewInTime();
    } catch (error) {
      if (turn !== this.turn) return;
      const why = error instanceof ProblemError ? error.code : 'unknown';
      if (why === ELSEWHERE) {
        this.elsewhere();
        return;
      }
      this.say({ type: 'failed', why });
      this.tryAgain(() => void this.connect());
    }
  }

  private lookForMicrophone = () => {
    if (!this.call) void tryMicrophone().then((microphone) => this.say({ type: 'microphone', microphone }));
  };

  /** One that is plugged in or allowed later needs no new page. */
  private watchMicrophone() {
    this.watching.abort();
    this.watching = new AbortController();
    const { signal } = this.watching;
    navigator.mediaDevices?.addEventListener('devicechange', this.lookForMicrophone, { signal });
    void navigator.permissions
      ?.query({ name: 'microphone' as PermissionName })
      .then((permission) => permission.addEventListener('change', this.lookForMicrophone, { signal }))
      .catch(() => undefined);
  }

  private lineIs(line: 'ready' | 'lost') {
    if (!this.leaving) this.say({ type: 'line', line });
  }

  private registered() {
    clearTimeout(this.again);
    this.unproven = false;
    this.lineIs('ready');
    const { left } = this;
    this.left = null;
    // This tab had a call when it was loaded anew.
    if (left && !this.call) void this.askFor(left);
  }

  private async askFor(callId: string) {
    const found = await answer(api.POST('/api/v1/phone/call', { body: { callId } })).catch(() => null);
    if (found && !found.returned) unmarkCall();
  }

  /** For the claim that this browser has, or for a new one, which ends every other. */
  private async credentials(): Promise<PhoneCredentials> {
    const { turn } = this;
    const credentials = await answer(api.POST('/api/v1/phone', { body: { claim: this.claiming ? null : keptClaim() } }));
    // An answer that nobody waits for any more says nothing of who is the phone.
    if (turn !== this.turn) return credentials;
    this.claiming = false;
    keepClaim(credentials.claim);
    this.expiresAt = Date.parse(credentials.expiresAt);
    this.unproven = true;
    return credentials;
  }

  private renewAfter(ms: number) {
    clearTimeout(this.renewal);
    this.renewal = setTimeout(() => void this.renew(), ms);
  }

  private renewInTime() {
    this.renewAfter(Math.max(AGAIN_MS, ((this.expiresAt - now()) * 2) / 3));
  }

  /** Registration and call go on with the old credentials until the new ones are here. */
  private async renew() {
    const { turn } = this;
    this.renewing = true;
    try {
      const { password } = await this.credentials();
      if (turn !== this.turn) return;
      this.line?.renew(password);
      this.line?.register();
      this.renewInTime();
    } catch (error) {
      if (turn !== this.turn) return;
      if (error instanceof ProblemError && error.code === ELSEWHERE) this.elsewhere();
      else this.renewAfter(AGAIN_MS);
    } finally {
      this.renewing = false;
    }
  }

  private refused(status: number) {
    // Who is leaving has no use for a registration; and the old credentials may meet the new ones on their way.
    if (this.leaving || this.renewing) return;
    if (status !== 401 && status !== 403) {
      this.lineIs('lost');
      this.tryAgain(() => this.line?.register());
    } else if (this.unproven) {
      this.unproven = false;
      this.line?.register();
    } else if (now() >= this.expiresAt) {
      // Slept too long to renew in time.
      void this.renew();
    } else {
      // Newer credentials were made: another browser is the phone now.
      this.elsewhere();
    }
  }

  /** Another tab or browser is the phone. A call that is here stays here to its end. */
  private elsewhere() {
    this.claiming = false;
    this.leave();
    this.say({ type: 'line', line: 'elsewhere' });
    if (!this.call) this.stopLine();
  }

  private rings(call: SipCall) {
    this.call = call;
    this.ringing = true;
    addEventListener('beforeunload', askFirst);
    this.say({ type: 'rings' });
    call.tell({
      talking: () => {
        this.say({ type: 'talking' });
        this.lookAt(call);
      },
      held: (held) => this.say({ type: 'held', held }),
      over: () => this.over(call),
    });
    if (call.answersItself) void this.answer();
    else startRing();
  }

  private over(call: SipCall) {
    if (this.call !== call) return;
    this.call = null;
    removeEventListener('beforeunload', askFirst);
    clearInterval(this.looking);
    stopRing();
    this.say({ type: 'over' });
    if (this.leaving) this.stopLine();
    if (this.ended) this.lock.leave();
  }

  private lookAt(call: SipCall) {
    let before: Counts | null = null;
    let held = false;
    call.tell({ talking: () => undefined, held: (on) => (held = on), over: () => undefined });
    clearInterval(this.looking);
    this.looking = setInterval(() => {
      void call.stats()?.then((report) => {
        const counts = countsOf(report.entries(), performance.now());
        if (counts && before) this.say({ type: 'quality', quality: judge(before, counts, held) });
        before = counts;
      });
    }, LOOK_MS);
  }

  private tryAgain(task: () => void) {
    clearTimeout(this.again);
    this.again = setTimeout(task, AGAIN_MS);
  }

  /** What is under way comes to nothing, and nothing is renewed. */
  private leave() {
    this.turn++;
    this.leaving = true;
    this.stopTimers();
  }

  private stopTimers() {
    clearTimeout(this.again);
    clearTimeout(this.renewal);
  }

  private stopLine() {
    this.line?.stop();
    this.line = null;
  }
}
