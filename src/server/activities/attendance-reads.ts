import { type CivilDate, firstOfMonth, lastOfMonth } from '#domain/calendar/civil-date.ts';
import { type EvaluationInput, type Reading, read } from '#domain/engine/reading.ts';
import type { LogEntry } from '#domain/facts/fact.ts';
import type { Call } from '#server/platform/call.ts';
import type { Tx } from '#server/platform/database.ts';
import { sql } from '#server/platform/sql.ts';
import { subtree } from '#server/orgs/organisation-reads.ts';
import { logConcerning } from '#server/points/log-reads.ts';
import { adoptedSchemes } from '#server/schemes/scheme-reads.ts';

/** Everybody who may be expected at a session of an organisation on a day: those at home below it, its committee. */
export async function candidatesOf(tx: Tx, organisation: string, day: CivilDate): Promise<readonly string[]> {
  const below = [...(await subtree(tx, [organisation], day))];
  const rows = await tx.many<{ id: string }>(sql`
    SELECT person_id AS id FROM membership WHERE (organisation_id = ANY(${below}::uuid[]) OR group_id = ANY(${below}::uuid[]))
      AND from_day <= ${day} AND (to_day IS NULL OR to_day >= ${day})
    UNION
    SELECT person_id FROM post WHERE organisation_id = ${organisation} AND from_day <= ${day} AND (to_day IS NULL OR to_day >= ${day})`);
  return rows.map((it) => it.id);
}

/** What the evaluator is told of some people, in whole months: a session comes by its period, which may be another month than its day. */
export async function evaluationOf(call: Call, persons: readonly string[], days: readonly CivilDate[]): Promise<EvaluationInput> {
  const sorted = days.toSorted();
  const log = await logConcerning(call.tx, persons, firstOfMonth(sorted[0] ?? call.today), lastOfMonth(sorted.at(-1) ?? call.today));
  return { schemes: await adoptedSchemes(call.tx), log, upTo: { seq: Number.MAX_SAFE_INTEGER, date: call.today } };
}

/** The same with an entry that was written since, in place of the version before it. */
export const readWith = (input: EvaluationInput, entry: LogEntry): Reading =>
  read({ ...input, log: [...input.log.filter((it) => it.factId !== entry.factId || it.version < entry.version), entry] });
