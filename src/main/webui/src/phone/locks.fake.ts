/** Web Locks as far as they matter here: one holder, who can be robbed, and those who wait. */
export function fakeLocks() {
  let holder: { rob: () => void } | null = null;
  const waiting: (() => void)[] = [];
  return {
    request: (_: string, options: LockOptions, task: (lock: object | null) => unknown) =>
      new Promise((done, rejected) => {
        const hold = () => {
          const mine = { rob: () => rejected(new DOMException('stolen', 'AbortError')) };
          holder = mine;
          void Promise.resolve(task({})).then(() => {
            if (holder === mine) {
              holder = null;
              waiting.shift()?.();
            }
            done(undefined);
          });
        };
        if (holder && options.ifAvailable) done(task(null));
        else if (holder && options.steal) {
          const robbed = holder;
          hold();
          robbed.rob();
        } else if (holder) {
          waiting.push(hold);
          options.signal?.addEventListener('abort', () => {
            waiting.splice(waiting.indexOf(hold), 1);
            rejected(new DOMException('given up', 'AbortError'));
          });
        } else hold();
      }),
  };
}
