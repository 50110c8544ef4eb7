import { useSyncExternalStore } from 'react';

/**
 * The service's clock as this browser knows it. Running times are differences between server times, so a wrong
 * clock on the agent's machine shows no wrong waiting time.
 */
let offsetMs = 0;
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setTimeout> | undefined;
let second = Math.floor(now() / 1000);

export function now(): number {
  return Date.now() + offsetMs;
}

export function setServerTime(iso: string) {
  const server = Date.parse(iso);
  if (!Number.isNaN(server)) {
    offsetMs = server - Date.now();
    tick();
  }
}

function tick() {
  second = Math.floor(now() / 1000);
  for (const listener of listeners) listener();
}

function schedule() {
  timer = setTimeout(() => {
    tick();
    schedule();
  }, 1000 - (now() % 1000) + 5);
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  if (timer === undefined) schedule();
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0 && timer !== undefined) {
      clearTimeout(timer);
      timer = undefined;
    }
  };
}

/** Server time in whole seconds, or whole steps of that many milliseconds; renders again once a step. */
export function useNow(stepMs = 1000): number {
  return useSyncExternalStore(subscribe, () => Math.floor((second * 1000) / stepMs)) * stepMs;
}
