import { type CivilDate, firstOfMonth, lastOfMonth } from '#domain/calendar/civil-date.ts';
import { type EvaluationInput, read } from '#domain/engine/reading.ts';
import type { FactState } from '#domain/facts/contract.ts';
import type { LogEntry } from '#domain/facts/fact.ts';
import { type SessionEffect, sessionEffects } from '#domain/points/session-effects.ts';
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

/** Everybody who may be expected there on one of some days, asked for all of them at once. */
export async function candidatesOn(tx: Tx, organisation: string, days: readonly CivilDate[]): Promise<readonly string[]> {
  const exists = sql`o.founded <= down.day AND (o.dissolved IS NULL OR o.dissolved >= down.day)`;
  const asked = sql`unnest(${[...days]}::date[])`;
  const rows = await tx.many<{ id: string }>(sql`
    WITH RECURSIVE down(day, id) AS (
      SELECT day, ${organisation}::uuid FROM ${asked} AS day
      UNION
      SELECT down.day, o.id FROM down
      JOIN organisation_placement place ON place.parent_id = down.id AND place.from_day <= down.day
      JOIN organisation o ON o.id = place.fact_id AND ${exists}
      WHERE NOT EXISTS (SELECT FROM organisation_placement later WHERE later.fact_id = place.fact_id AND later.from_day > place.from_day AND later.from_day <= down.day))
    SELECT m.person_id AS id FROM down JOIN membership m ON m.organisation_id = down.id AND m.from_day <= down.day AND (m.to_day IS NULL OR m.to_day >= down.day)
    UNION
    SELECT m.person_id FROM down JOIN membership m ON m.group_id = down.id AND m.from_day <= down.day AND (m.to_day IS NULL OR m.to_day >= down.day)
    UNION
    SELECT p.person_id FROM ${asked} AS day JOIN post p ON p.organisation_id = ${organisation} AND p.from_day <= day AND (p.to_day IS NULL OR p.to_day >= day)`);
  return rows.map((it) => it.id);
}

/** What the evaluator is told of some people, in whole months: a session comes by its period, which may be another month than its day. */
export async function evaluationOf(call: Call, persons: readonly string[], days: readonly CivilDate[]): Promise<EvaluationInput> {
  const sorted = days.toSorted();
  const log = await logConcerning(call.tx, persons, firstOfMonth(sorted[0] ?? call.today), lastOfMonth(sorted.at(-1) ?? call.today));
  return { schemes: await adoptedSchemes(call.tx), log, upTo: { seq: Number.MAX_SAFE_INTEGER, date: call.today } };
}

/** The same with an entry that was written since, in place of the version before it. */
export const evaluationWith = (input: EvaluationInput, entry: LogEntry): EvaluationInput =>
  ({ ...input, log: [...input.log.filter((it) => it.factId !== entry.factId || it.version < entry.version), entry] });

/** Who gains by a session beyond being there: asked about beside everybody who is expected, because he may be from elsewhere. */
export const takingPart = ({ host, speakers, exchanges }: Pick<FactState<'session'>, 'host' | 'speakers' | 'exchanges'>): readonly string[] =>
  [...speakers, ...exchanges, ...(host === null ? [] : [host])];

/** What a session counted toward on its day, out of an evaluation of all who are expected or take part. */
export const effectsIn = (input: EvaluationInput, session: string, day: CivilDate): readonly SessionEffect[] =>
  sessionEffects(read({ ...input, upTo: { ...input.upTo, date: day } }), session);
