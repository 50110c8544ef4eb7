import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { backOff } from '../shared/live/liveSocket';
import { FakeSocket } from '../shared/live/socket.fake';
import type { DeskMessage } from './messages';
import { DeskSocket } from './socket';

const heard: DeskMessage[] = [];
const connections: string[] = [];
let seq: number | null = null;
let socket: DeskSocket;
const last = () => FakeSocket.made.at(-1) as FakeSocket;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('WebSocket', FakeSocket);
  FakeSocket.made = [];
  heard.length = 0;
  connections.length = 0;
  seq = null;
  socket = new DeskSocket('ws://desk', {
    message: (m) => {
      heard.push(m);
      seq = m.seq;
    },
    connection: (c) => connections.push(c),
    lastSeq: () => seq,
  });
  socket.start();
});

afterEach(() => {
  socket.stop();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('the desk socket', () => {
  it('asks for nothing the first time: the service begins with a snapshot', () => {
    last().open();
    expect(last().sent).toEqual([]);
  });

  it('comes back after a loss and goes on after the last message held', () => {
    last().open();
    last().hear({ seq: 41, type: 'agent', agent: { state: 'available', since: '' } });
    last().drop();
    expect(connections.at(-1)).toBe('lost');
    vi.advanceTimersByTime(600);
    last().open();
    expect(FakeSocket.made).toHaveLength(2);
    expect(last().sent).toEqual(['{"type":"resume","seq":41}']);
  });

  it('comes back at once when the browser is online again', () => {
    last().open();
    last().drop();
    dispatchEvent(new Event('online'));
    expect(FakeSocket.made).toHaveLength(2);
  });

  it('takes silence for death only where pings have been answered', () => {
    last().open();
    vi.advanceTimersByTime(90_000);
    expect(FakeSocket.made).toHaveLength(1);
    last().hear({ seq: 2, type: 'notice', code: 'pong', params: {} });
    vi.advanceTimersByTime(60_000);
    expect(FakeSocket.made).toHaveLength(2);
  });

  it('leaves the desk to the session that opened it, until it is told to take it back', () => {
    last().open();
    last().drop(4409);
    expect(connections.at(-1)).toBe('elsewhere');
    dispatchEvent(new Event('online'));
    vi.advanceTimersByTime(600_000);
    expect(FakeSocket.made).toHaveLength(1);
    socket.start();
    last().open();
    expect(FakeSocket.made).toHaveLength(2);
    expect(connections.at(-1)).toBe('open');
    last().drop();
    vi.advanceTimersByTime(600);
    expect(FakeSocket.made).toHaveLength(3);
  });

  it('stays away once stopped', () => {
    last().open();
    socket.stop();
    last().drop();
    vi.advanceTimersByTime(60_000);
    expect(FakeSocket.made).toHaveLength(1);
  });

  it('waits longer from try to try, within bounds', () => {
    expect(backOff(0, 1)).toBe(500);
    expect(backOff(3, 1)).toBe(4000);
    expect(backOff(30, 1)).toBe(15_000);
    expect(backOff(30, 0)).toBe(9000);
  });
});
