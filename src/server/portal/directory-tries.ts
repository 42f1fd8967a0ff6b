import { FORGOTTEN_AFTER_HOURS, signInDelaySeconds } from '#domain/access/sign-in-delay.ts';
import { PortalFault } from './portal-fault.ts';

/** One try, counted as wrong from its beginning, so that tries at the same moment are counted one by one. */
interface Try {
  /** The tries before it are forgotten too. */
  right(): void;
  /** Nobody said whether it was right: it was none. */
  undecided(): void;
}

export interface Tries {
  /** @throws PortalFault waiting, while this one is not tried at all. */
  begin(of: string, now: Date): Try;
}

interface Count {
  readonly tries: number;
  readonly at: number;
  readonly until: number;
}

const FORGOTTEN_MS = FORGOTTEN_AFTER_HOURS * 3_600_000;

/**
 * Wrong passwords in a row, in memory; a restart forgets them.
 * @param most how many are kept, the latest: whoever makes names up must not fill the memory.
 */
export function tries(most: number): Tries {
  const counts = new Map<string, Count>();
  const keep = (of: string, count: Count): void => {
    // Written anew, so that the first one is the oldest.
    counts.delete(of);
    counts.set(of, count);
    for (const [other, { at }] of counts) {
      if (counts.size <= most && count.at - at < FORGOTTEN_MS) break;
      counts.delete(other);
    }
  };
  return {
    begin: (of, now) => {
      const at = now.getTime();
      const before = counts.get(of) ?? { tries: 0, at, until: 0 };
      if (at < before.until) throw new PortalFault('waiting');
      const counted = (at - before.at < FORGOTTEN_MS ? before.tries : 0) + 1;
      keep(of, { tries: counted, at, until: at + signInDelaySeconds(counted) * 1000 });
      return {
        right: () => void counts.delete(of),
        undecided: () => {
          const now_ = counts.get(of);
          if (now_ !== undefined) counts.set(of, { ...now_, tries: Math.max(0, now_.tries - 1), until: before.until });
        },
      };
    },
  };
}
