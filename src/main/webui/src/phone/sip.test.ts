import type { RTCSession } from 'jssip/lib/RTCSession';
import { afterEach, beforeEach, expect, describe, it, vi } from 'vitest';
import { SipCall } from './sip';

/** A session at a PBX that takes its time to agree. */
class Session {
  onHold = false;
  agree: (() => void) | null = null;
  /** The PBX negotiates something itself. */
  busy = false;
  private readonly ends: (() => void)[] = [];

  hold = vi.fn((_: object, done: () => void) => this.offer(true, done));
  unhold = vi.fn((_: object, done: () => void) => this.offer(false, done));
  isOnHold = () => ({ local: this.onHold, remote: false });
  on = (event: string, does: () => void) => void (event === 'ended' && this.ends.push(does));
  end = () => this.ends.forEach((does) => does());

  private offer(on: boolean, done: () => void) {
    if (this.busy) return false;
    this.onHold = on;
    this.agree = () => {
      this.agree = null;
      done();
    };
    return true;
  }
}

let session: Session;
let call: SipCall;
const held = vi.fn<(held: boolean) => void>();
const heldToo = vi.fn<(held: boolean) => void>();

beforeEach(() => {
  vi.useFakeTimers();
  held.mockClear();
  heldToo.mockClear();
  session = new Session();
  call = new SipCall(session as unknown as RTCSession, false, () => undefined);
  for (const told of [held, heldToo]) call.tell({ talking: () => undefined, held: told, over: () => undefined });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('hold', () => {
  it('is told when the PBX has agreed, not before', () => {
    call.hold(true);
    expect(held).not.toHaveBeenCalled();
    session.agree?.();
    expect(held).toHaveBeenCalledExactlyOnceWith(true);
    expect(heldToo).toHaveBeenCalledExactlyOnceWith(true);
  });

  it('is taken back after the PBX has agreed to it, not in the midst of that', () => {
    call.hold(true);
    call.hold(false);
    vi.advanceTimersByTime(200);
    expect(session.unhold).not.toHaveBeenCalled();
    session.agree?.();
    session.agree?.();
    expect(held.mock.calls).toEqual([[true], [false]]);
  });

  it('is as it was wished last, however quickly the wishes came', () => {
    call.hold(true);
    call.hold(false);
    call.hold(true);
    session.agree?.();
    vi.advanceTimersByTime(1000);
    expect(session.unhold).not.toHaveBeenCalled();
    expect(held.mock.calls).toEqual([[true]]);
  });

  it('waits for what the PBX negotiates itself', () => {
    session.busy = true;
    call.hold(true);
    vi.advanceTimersByTime(200);
    session.busy = false;
    vi.advanceTimersByTime(100);
    session.agree?.();
    expect(held.mock.calls).toEqual([[true]]);
  });

  it('is not tried any more when the call is over', () => {
    session.busy = true;
    call.hold(true);
    session.end();
    const tried = session.hold.mock.calls.length;
    vi.advanceTimersByTime(1000);
    expect(session.hold).toHaveBeenCalledTimes(tried);
  });
});
