import { createHash } from 'node:crypto';
import { adoptedSchemes as adoptedIn } from '#domain/engine/adoption.ts';
import type { Grounds } from '#domain/engine/evaluation.ts';
import type { LogEntry } from '#domain/facts/fact.ts';
import type { AdoptedScheme } from '#domain/schemes/scheme.ts';
import { wholeLog } from '#server/facts/fact-reads.ts';
import { canonical } from '#server/facts/fact-writes.ts';
import type { Tx } from '#server/platform/database.ts';
import { schemesByHash } from '#server/schemes/scheme-reads.ts';

/** What a number rests on, and nothing else: the log and the schemes as they were known. */
export interface Known {
  readonly seq: number;
  readonly log: readonly LogEntry[];
  readonly schemes: readonly AdoptedScheme[];
}

/** Everything that was known at a number of the log, adoptions of schemes among it: nothing that came later can show. */
export async function knownAt(tx: Tx, seq: number): Promise<Known> {
  const log = await wholeLog(tx, seq);
  const texts = await schemesByHash(tx, log.flatMap((entry) => (entry.kind === 'schemeAdoption' ? [entry.state.textHash] : [])));
  const schemes = adoptedIn(log, { seq, date: '9999-12-31' }, (_, __, hash) => {
    const scheme = texts.get(hash);
    if (!scheme) throw new Error(`the adopted scheme ${hash} has no text`);
    return scheme;
  });
  return { seq, log, schemes };
}

/** What a pinned number keeps of its grounds: computed again they must give the same (decision 25). */
export const hashOfGrounds = (grounds: Grounds | null): string => createHash('sha256').update(canonical(grounds)).digest('hex');
