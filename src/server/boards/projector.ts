import type { Database } from '#server/platform/database.ts';
import { moves } from './mark-due.ts';
import { projectDue } from './project-months.ts';

export interface ProjectorOptions {
  readonly database: Database;
  readonly bureaus: readonly string[];
  /** Further boards that follow the same facts, worked off after the months. */
  readonly further?: (database: Database, bureau: string, enough: () => boolean) => Promise<void>;
  readonly onFault: (bureau: string, fault: unknown) => void;
}

export interface Projector {
  /** Begins to bring the boards up to date as facts move. */
  start(): void;
  /** Takes nothing further; done when the month in hand is. */
  stop(): Promise<void>;
}

/** Commits of this process are announced; so often we look for those of others. */
const SWEEP_MS = 5_000;

/** One per process. Boards follow the facts after the commit and may be late, never wrong. */
export function openProjector({ database, bureaus, further, onFault }: ProjectorOptions): Projector {
  const waiting = new Set<string>();
  let stopped = false;
  let turn: Promise<void> = Promise.resolve();
  const workOff = async (bureau: string): Promise<void> => {
    waiting.delete(bureau);
    // The database is away, or a month cannot be counted; what was due is still due at the next sweep.
    await projectDue(database, bureau, () => stopped).then(() => further?.(database, bureau, () => stopped)).catch((fault: unknown) => onFault(bureau, fault));
  };
  const onMoved = (bureau: string): void => {
    if (waiting.has(bureau) || !bureaus.includes(bureau)) return;
    waiting.add(bureau);
    turn = turn.then(() => workOff(bureau));
  };
  const lookEverywhere = (): void => bureaus.forEach(onMoved);
  let sweep: NodeJS.Timeout | undefined;
  return {
    start: () => {
      moves.on('moved', onMoved);
      sweep = setInterval(lookEverywhere, SWEEP_MS).unref();
      lookEverywhere();
    },
    stop: () => {
      stopped = true;
      moves.off('moved', onMoved);
      clearInterval(sweep);
      return turn;
    },
  };
}
