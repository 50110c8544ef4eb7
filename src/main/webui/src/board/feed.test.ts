import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { now, setServerTime } from '../shared/clock/clock';
import { FakeSocket } from '../shared/live/socket.fake';
import { snapshot, START } from './board.fake';
import { useBoard } from './boardStore';
import { startBoardFeed } from './feed';

const asked = vi.fn<(request: Request) => Promise<Response>>();
const line = () => FakeSocket.made.at(-1) as FakeSocket;
const paths = () => asked.mock.calls.map(([request]) => new URL(request.url).pathname);
let stop: () => void;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('WebSocket', FakeSocket);
  vi.stubGlobal('fetch', asked);
  asked.mockReset();
  FakeSocket.made = [];
  stop = startBoardFeed();
  line().open();
  line().hear(snapshot(1));
});

afterEach(() => {
  stop();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  setServerTime(new Date().toISOString());
});

describe('the board’s line', () => {
  it('sets the clock by the snapshot', () => expect(now()).toBe(START));

  it('knows since when it has been lost, until it is there again', () => {
    vi.advanceTimersByTime(5000);
    line().drop();
    vi.advanceTimersByTime(1000);
    expect(useBoard.getState()).toMatchObject({ connection: 'connecting', lostAt: START + 5000 });
    line().open();
    expect(useBoard.getState()).toMatchObject({ connection: 'open', lostAt: null, seq: 1 });
  });

  it('is lost at once when the browser is offline', () => {
    dispatchEvent(new Event('offline'));
    expect(useBoard.getState().connection).toBe('lost');
  });

  it('comes back after the service has ended it, and does so quickly each time', () => {
    for (let times = 0; times < 10; times++) {
      vi.advanceTimersByTime(600_000);
      line().drop(1000);
      vi.advanceTimersByTime(600);
      line().open();
    }
    expect(FakeSocket.made).toHaveLength(11);
    expect(line().sent).toEqual(['{"type":"resume","seq":1}']);
  });

  it('gives up once this person may not watch any more', () => {
    line().drop(4403);
    vi.advanceTimersByTime(60_000);
    expect(useBoard.getState().connection).toBe('refused');
    expect(FakeSocket.made).toHaveLength(1);
  });

  it('is taken for lost when the service has answered before and does no more', () => {
    vi.advanceTimersByTime(20_000);
    expect(line().sent).toContain('{"type":"ping"}');
    line().hear({ seq: 0, type: 'pong', at: new Date().toISOString() });
    vi.advanceTimersByTime(20_000);
    expect(useBoard.getState().connection).toBe('open');
    vi.advanceTimersByTime(20_000);
    expect(useBoard.getState().lostAt).not.toBeNull();
  });

  it('asks for the session when it is signed out, and does not come back by itself', async () => {
    asked.mockImplementation(async () => Response.json({ items: [], next: null, total: 0 }));
    line().drop(4401);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(paths()).toContain('/api/v1/users');
    expect(FakeSocket.made).toHaveLength(1);
  });
});
