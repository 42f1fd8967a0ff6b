export interface Turns {
  /** How many run at the same time. */
  readonly atOnce: number;
  /** How many may stand in line for them. */
  readonly waitingMost: number;
  /** What the next one is told. */
  readonly full: () => Error;
}

/** Lets costly work run a few at a time, first come first served; who finds the line full is told so at once. */
export function inTurn({ atOnce, waitingMost, full }: Turns): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (work) => {
    if (running < atOnce) running += 1;
    else if (waiting.length >= waitingMost) throw full();
    else await new Promise<void>((go) => waiting.push(go));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
