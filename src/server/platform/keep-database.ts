import type { Logger } from 'pino';
import type { DatabaseSource } from './database-source.ts';
import type { Database } from './database.ts';

const LOOK_MS = 5_000;
const TOLD_AT = 2;

export interface Kept {
  readonly database: Pick<Database, 'answers'>;
  readonly source: Pick<DatabaseSource, 'revive'>;
  readonly log: Logger;
  readonly everyMs?: number;
}

/**
 * Nobody else looks after a database of our own: one that ended under us (a full disk, no memory left, killed) is started again as
 * soon as that is possible, at the address at which the pools look for it.
 */
export function keepDatabase({ database, source, log, everyMs = LOOK_MS }: Kept): { stop(): Promise<void> } {
  let stopped = false;
  let failures = 0;
  let timer: NodeJS.Timeout | undefined;
  let looking = Promise.resolve();
  const look = async (): Promise<void> => {
    if (await database.answers()) return;
    try {
      if (await source.revive()) log.warn('our own database had ended and was started again');
      failures = 0;
    } catch (fault) {
      failures += 1;
      // Once, not every few seconds until there is room; and not of the first time, when the remains of the old one may still be there.
      if (failures === TOLD_AT) log.error({ err: fault }, 'our own database has ended and does not start again; we go on trying');
    }
  };
  const next = (): void => {
    if (!stopped) timer = setTimeout(() => void (looking = look().finally(next)), everyMs).unref();
  };
  next();
  return {
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await looking;
    },
  };
}
