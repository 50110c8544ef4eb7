import type { BoardQueue } from '../messages';

/** The queues that the address asks for (`support,sales`), in its order, and the names that none has; all when it asks for none. */
export function chosenQueues(queues: readonly BoardQueue[], asked: string | undefined): { shown: BoardQueue[]; unknown: string[] } {
  const names = [...new Set((asked ?? '').split(',').map((name) => name.trim()).filter(Boolean))];
  if (names.length === 0) return { shown: [...queues], unknown: [] };
  return {
    shown: names.flatMap((name) => queues.find((q) => q.name === name) ?? []),
    unknown: names.filter((name) => !queues.some((q) => q.name === name)),
  };
}

/** Tiles side by side on a screen that is wider than high: one, two, two by two, three by two, …. */
export const columnsFor = (tiles: number): number => (tiles < 3 ? Math.max(1, tiles) : Math.ceil(Math.sqrt(tiles)));
