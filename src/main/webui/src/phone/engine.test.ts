import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeLocks } from './locks.fake';
import { keptClaim, leftCall, markCall } from './mark';
import type { PhoneEvent } from './phoneState';
import type { CallListener, LineListener, SipCall } from './sip';

const post = vi.hoisted(() => vi.fn());
vi.mock('../shared/api/client', () => ({
  api: { POST: post },
  answer: async (call: Promise<{ data: unknown }>) => (await call).data,
}));

const line = vi.hoisted(() => ({ made: 0, listener: null as LineListener | null, renew: vi.fn(), register: vi.fn(), stop: vi.fn() }));
vi.mock('./sip', () => ({
  SipLine: class {
    constructor(_: unknown, listener: LineListener) {
      line.made++;
      line.listener = listener;
    }
    start = () => undefined;
    renew = line.renew;
    register = line.register;
    registered = () => true;
    stop = line.stop;
  },
}));

// Other files have loaded the modules as they are, and get them so again.
vi.resetModules();
const { ProblemError } = await import('../shared/api/problem');
const { PhoneEngine } = await import('./engine');
afterAll(() => {
  vi.resetModules();
});

const open = vi.fn();

/** A call at the line, until it is over. */
function caller() {
  const listeners: CallListener[] = [];
  const tell = (listener: CallListener) => void listeners.push(listener);
  const all = (what: 'talking' | 'over') => () => listeners.forEach((listener) => listener[what]());
  const call = { answersItself: false, tell, answer: vi.fn(), hangUp: vi.fn(all('over')), stats: () => null, speakInto: vi.fn(), useSpeaker: vi.fn() };
  line.listener?.rings(call as unknown as SipCall);
  return { ...call, talking: all('talking'), over: all('over') };
}

const microphone = () => {
  const stop = vi.fn();
  return { stop, getTracks: () => [{ stop }] };
};

const refusal = () => new ProblemError(409, 'phone-elsewhere');
const claims = () => post.mock.calls.filter(([path]) => path === '/api/v1/phone').map(([, options]) => options.body.claim);
const askedFor = () => post.mock.calls.filter(([path]) => path === '/api/v1/phone/call').map(([, options]) => options.body.callId);

const started: InstanceType<typeof PhoneEngine>[] = [];

function phone() {
  const said: PhoneEvent[] = [];
  const engine = new PhoneEngine((event) => said.push(event));
  started.push(engine);
  const lines = () => said.flatMap((event) => (event.type === 'line' ? [event.line] : []));
  return { engine, said, lines };
}

/** One that calls ring at. */
async function ready() {
  const page = phone();
  page.engine.begin('1001');
  await settle();
  line.listener?.registered();
  return page;
}

const settle = () => vi.advanceTimersByTimeAsync(1);
const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1000).toISOString();

beforeEach(() => {
  vi.useFakeTimers();
  localStorage.clear();
  sessionStorage.clear();
  Object.defineProperty(navigator, 'locks', { value: fakeLocks(), configurable: true });
  open.mockReset().mockImplementation(async () => microphone());
  Object.defineProperty(navigator, 'mediaDevices', { value: { getUserMedia: open, addEventListener: () => undefined }, configurable: true });
  line.made = 0;
  let n = 0;
  post.mockReset().mockImplementation(async (path: string, { body }: { body: { claim?: string } }) => {
    if (path.endsWith('/call')) return { data: { returned: false } };
    n++;
    return {
      data: { uri: 'sip:1001-web@pbx', wsUrl: 'ws://pbx/ws', username: '1001-web', password: `p${n}`, expiresAt: inSeconds(900), claim: body.claim ?? `c${n}` },
    };
  });
});

afterEach(() => {
  for (const engine of started.splice(0)) engine.close();
  vi.useRealTimers();
  vi.clearAllMocks();
});

describe('the page as the phone', () => {
  it('registers, and renews its credentials in time', async () => {
    const { lines } = await ready();
    expect(lines()).toEqual(['starting', 'starting', 'ready']);
    await vi.advanceTimersByTimeAsync(601_000);
    expect(line.renew).toHaveBeenCalledWith('p2');
    expect(line.register).toHaveBeenCalledTimes(1);
    expect(claims()).toEqual([null, 'c1']);
  });

  it('asks once for the call that this tab had, and for none otherwise', async () => {
    await ready();
    expect(askedFor()).toEqual([]);
    started.splice(0).forEach((engine) => engine.close());
    await settle();
    markCall('call-1');
    await ready();
    await settle();
    expect(askedFor()).toEqual(['call-1']);
    expect(leftCall()).toBeNull();
    line.listener?.registered();
    expect(askedFor()).toHaveLength(1);
  });

  it('does not pull the call to the tab that takes over', async () => {
    await ready();
    markCall('call-1');
    const second = phone();
    second.engine.begin('1001');
    await settle();
    second.engine.takeOver();
    await settle();
    line.listener?.registered();
    expect(second.lines().at(-1)).toBe('ready');
    expect(askedFor()).toEqual([]);
  });

  it('gives way to a browser with a newer claim, until the agent takes over', async () => {
    const { engine, lines } = await ready();
    post.mockRejectedValueOnce(refusal());
    await vi.advanceTimersByTimeAsync(601_000);
    expect(lines().at(-1)).toBe('elsewhere');
    expect(line.stop).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(claims()).toEqual([null, 'c1']);
    engine.takeOver();
    await settle();
    expect(claims()).toEqual([null, 'c1', null]);
    expect(line.made).toBe(2);
  });

  it('registers once more when the old credentials met the new ones on their way', async () => {
    const { lines } = await ready();
    await vi.advanceTimersByTimeAsync(601_000);
    line.listener?.refused(401);
    expect(line.register).toHaveBeenCalledTimes(2);
    expect(lines().at(-1)).toBe('ready');
    line.listener?.refused(401);
    expect(lines().at(-1)).toBe('elsewhere');
  });

  it('has one line and the newest claim however often it connects', async () => {
    const { engine } = await ready();
    let late: (answer: unknown) => void = () => undefined;
    post.mockImplementationOnce(() => new Promise((given) => (late = given)));
    engine.takeOver();
    await settle();
    engine.takeOver();
    await settle();
    expect(line.made).toBe(2);
    const claim = keptClaim();
    late({ data: { password: 'late', expiresAt: inSeconds(900), claim: 'late' } });
    await settle();
    expect(line.made).toBe(2);
    expect(keptClaim()).toBe(claim);
  });

  it('becomes the phone when it is begun, ended and begun again at once', async () => {
    const { engine, lines } = phone();
    engine.begin('1001');
    engine.end();
    engine.begin('1001');
    await settle();
    expect(line.made).toBe(1);
    expect(lines()).not.toContain('elsewhere');
  });

  it('is one tab, until another takes over or this one is closed', async () => {
    const first = phone();
    const second = phone();
    first.engine.begin('1001');
    await settle();
    second.engine.begin('1001');
    await settle();
    expect(second.lines().at(-1)).toBe('elsewhere');
    second.engine.takeOver();
    await settle();
    expect(first.lines().at(-1)).toBe('elsewhere');
    expect(second.lines().at(-1)).toBe('starting');
    second.engine.end();
    await settle();
    expect(first.lines().at(-1)).toBe('starting');
    expect(line.made).toBe(3);
  });

  it('knows another browser by credentials that hold no more, and overslept ones by the clock', async () => {
    const { engine, lines } = phone();
    engine.begin('1001');
    await settle();
    line.listener?.registered();
    line.listener?.refused(401);
    expect(lines().at(-1)).toBe('elsewhere');
    expect(line.stop).toHaveBeenCalled();
    const given = line.listener;
    engine.takeOver();
    await settle();
    expect(line.made).toBe(2);
    line.listener?.registered();
    given?.disconnected();
    expect(lines().at(-1)).toBe('ready');
    vi.setSystemTime(Date.now() + 3_600_000);
    line.listener?.refused(403);
    await settle();
    expect(line.renew).toHaveBeenCalledWith('p3');
  });

  it('tries again when the PBX or the service is away', async () => {
    const { engine, said, lines } = phone();
    post.mockRejectedValueOnce(new Error('away'));
    engine.begin('1001');
    await settle();
    expect(said).toContainEqual({ type: 'failed', why: 'unknown' });
    const tried = open.mock.calls.length;
    await vi.advanceTimersByTimeAsync(5_001);
    expect(open.mock.calls).toHaveLength(tried);
    expect(line.made).toBe(1);
    line.listener?.refused(503);
    expect(lines().at(-1)).toBe('lost');
    await vi.advanceTimersByTimeAsync(5_001);
    expect(line.register).toHaveBeenCalledTimes(1);
  });

  it('says that a page without TLS cannot be a phone', () => {
    Object.defineProperty(navigator, 'locks', { value: undefined, configurable: true });
    const { engine, said } = phone();
    engine.begin('1001');
    expect(said).toEqual([{ type: 'failed', why: 'insecure' }]);
  });
});

describe('a call at the page', () => {
  it('outlives the session, and the same agent finds it again', async () => {
    const { engine, lines } = await ready();
    const call = caller();
    await engine.answer();
    call.talking();
    engine.end();
    line.listener?.refused(401);
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(line.stop).not.toHaveBeenCalled();
    expect(call.hangUp).not.toHaveBeenCalled();
    expect(lines().at(-1)).toBe('off');

    engine.begin('1001');
    await settle();
    expect(line.made).toBe(1);
    expect(line.renew).toHaveBeenCalledWith('p2');
    expect(claims()).toEqual([null, 'c1']);
    expect(lines().at(-1)).toBe('ready');
    call.over();
    expect(line.stop).not.toHaveBeenCalled();
  });

  it('takes line and lock along when it is over after the session', async () => {
    const { engine } = await ready();
    const call = caller();
    await engine.answer();
    engine.end();
    call.over();
    expect(line.stop).toHaveBeenCalled();
    await ready();
    expect(line.made).toBe(2);
  });

  it('ends when somebody else signs in, and when nobody has taken it', async () => {
    const { engine } = await ready();
    const call = caller();
    await engine.answer();
    engine.end();
    engine.begin('1002');
    expect(call.hangUp).toHaveBeenCalled();
    await settle();
    expect(line.made).toBe(2);
    const ringing = caller();
    engine.end();
    expect(ringing.hangUp).toHaveBeenCalled();
  });

  it('has the line as it is when this page becomes the phone again', async () => {
    const { engine, lines } = await ready();
    const call = caller();
    await engine.answer();
    line.listener?.refused(401);
    expect(lines().at(-1)).toBe('elsewhere');
    engine.takeOver();
    await settle();
    expect(lines().at(-1)).toBe('ready');
    expect(line.made).toBe(1);
    expect(call.hangUp).not.toHaveBeenCalled();
  });

  it('opens one microphone, and lets go of it when the caller has gone', async () => {
    const { engine } = await ready();
    const tried = open.mock.calls.length;
    const given = microphone();
    open.mockResolvedValueOnce(given);
    const call = caller();
    const answered = Promise.all([engine.answer(), engine.answer()]);
    call.over();
    await answered;
    expect(open.mock.calls).toHaveLength(tried + 1);
    expect(given.stop).toHaveBeenCalled();
    expect(call.answer).not.toHaveBeenCalled();
  });

  it('can be answered once the microphone is there', async () => {
    const { engine } = await ready();
    open.mockRejectedValueOnce(new DOMException('in use', 'NotReadableError'));
    const call = caller();
    await engine.answer();
    expect(call.answer).not.toHaveBeenCalled();
    await engine.answer();
    expect(call.answer).toHaveBeenCalledTimes(1);
  });
});
