import { beforeEach, describe, expect, it, vi } from 'vitest';
import { PhoneLock } from './lock';
import { fakeLocks } from './locks.fake';

beforeEach(() => Object.defineProperty(navigator, 'locks', { value: fakeLocks(), configurable: true }));

function tab() {
  const got = vi.fn();
  const lost = vi.fn();
  return { lock: new PhoneLock(got, lost), got, lost };
}

const settle = async () => {
  for (let i = 0; i < 20; i++) await Promise.resolve();
};

describe('the lock', () => {
  it('is had by one tab, and by the next when that one leaves', async () => {
    const [first, second] = [tab(), tab()];
    void first.lock.take();
    await settle();
    void second.lock.take();
    await settle();
    expect([first.got, second.lost].map((f) => f.mock.calls.length)).toEqual([1, 1]);
    expect(second.lock.held).toBe(false);
    first.lock.leave();
    await settle();
    expect(second.lock.held).toBe(true);
    expect(first.lost).not.toHaveBeenCalled();
  });

  it('is not kept by whoever left before it was given', async () => {
    const [first, second] = [tab(), tab()];
    void first.lock.take();
    first.lock.leave();
    void second.lock.take();
    await settle();
    expect(first.got).not.toHaveBeenCalled();
    expect(second.lock.held).toBe(true);
  });

  it('is taken anew by whoever has just left it', async () => {
    const { lock, got, lost } = tab();
    void lock.take();
    await settle();
    lock.leave();
    void lock.take();
    await settle();
    expect(got).toHaveBeenCalledTimes(2);
    expect(lost).not.toHaveBeenCalled();
    expect(lock.held).toBe(true);
  });

  it('is not stolen from oneself by asking twice', async () => {
    const [first, second] = [tab(), tab()];
    void first.lock.take();
    await settle();
    second.lock.takeOver();
    second.lock.takeOver();
    await settle();
    expect(second.lock.held).toBe(true);
    expect(second.lost).not.toHaveBeenCalled();
    expect(first.lost).toHaveBeenCalledTimes(1);
    second.lock.leave();
    await settle();
    expect(first.lock.held).toBe(true);
  });
});
