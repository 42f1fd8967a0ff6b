import type { LogEntry } from '#domain/facts/fact.ts';
import type { Call } from '#server/platform/call.ts';
import type { Tx } from '#server/platform/database.ts';
import { sql } from '#server/platform/sql.ts';
import type { FactText } from './fact-text.ts';
import type { BatchFact } from './import-batches.ts';
import { amendFact, recordFact, withdrawFacts } from './record-fact.ts';

type Standing = Pick<BatchFact, 'factId' | 'version' | 'period'>;

/**
 * Puts the log back to what it said before a batch: what began with it and stands is withdrawn, what it amended says again
 * what it said, and what it withdrew is recorded anew. Whoever calls has seen to it that nothing builds on the batch.
 * @param said what is kept beside each withdrawal: the reason, and what was typed before.
 * @returns how many facts were withdrawn.
 */
export async function takeBackFacts(call: Call, batch: string, begun: readonly Standing[], said: (before: FactText | undefined) => FactText): Promise<number> {
  const texts = await textsOf(call.tx, begun.map((it) => it.factId));
  for (const period of [...new Set(begun.map((it) => it.period))].sort()) {
    await withdrawFacts(call, begun.filter((it) => it.period === period).map(({ factId, version }) => ({ factId, version, text: said(texts.get(factId)) })));
  }
  for (const { factId, written, withdrawn, kind, before } of await changedBy(call.tx, batch)) {
    // Kind and state stand in one row of the log, so they belong together.
    if (withdrawn) await recordFact(call, { kind, state: before } as Parameters<typeof recordFact>[1]);
    else await amendFact(call, { kind, factId, version: written, state: before } as Parameters<typeof amendFact>[1]);
  }
  await call.tx.run(sql`INSERT INTO import_batch_withdrawal (batch_id, account_id, person_id, recorded_on) VALUES (${batch}, ${call.actor.account}, ${call.actor.person}, ${call.today})`);
  return begun.length;
}

interface Changed {
  readonly factId: string;
  readonly written: number;
  readonly withdrawn: boolean;
  readonly kind: LogEntry['kind'];
  readonly before: LogEntry['state'];
}

/** What a batch amended or withdrew, with what it had been. */
const changedBy = (tx: Tx, batch: string): Promise<Changed[]> =>
  tx.many<Changed>(sql`
    SELECT c.fact_id AS "factId", c.version AS written, l.change = 'withdrawn' AS withdrawn, l.kind, earlier.state AS before
    FROM import_batch_change c JOIN fact_log l ON l.fact_id = c.fact_id AND l.version = c.version
    JOIN fact_log earlier ON earlier.fact_id = c.fact_id AND earlier.version = c.version - 1
    WHERE c.batch_id = ${batch} ORDER BY l.seq`);

/** What was typed beside the log stays readable with the reason. */
async function textsOf(tx: Tx, facts: readonly string[]): Promise<ReadonlyMap<string, FactText>> {
  const rows = await tx.many<{ factId: string; text: FactText }>(sql`
    SELECT fact_id AS "factId", text FROM fact_text WHERE fact_id = ANY(${[...facts]}::uuid[]) AND text IS NOT NULL ORDER BY version`);
  return new Map(rows.map(({ factId, text }) => [factId, text]));
}
