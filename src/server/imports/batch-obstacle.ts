import type { Refused } from '#domain/contracts/refusal.ts';
import { refuseBatch } from '#domain/imports/batch-refusals.ts';
import type { BatchFact, BatchRow } from '#server/facts/import-batches.ts';
import { lineage } from '#server/orgs/organisation-reads.ts';
import type { Call } from '#server/platform/call.ts';
import type { Tx } from '#server/platform/database.ts';
import { sql } from '#server/platform/sql.ts';
import { placesOf } from './batch-reads.ts';

/** Kinds that say where somebody belongs: whoever is named by one later stands on it. */
const BELONGING: readonly BatchFact['kind'][] = ['membership', 'post', 'teamPlacement'];

/** What stands against taking a batch back whole; facts of it that were withdrawn one by one do not. */
export async function obstacleTo(call: Call, row: BatchRow, facts: readonly BatchFact[]): Promise<Refused | undefined> {
  if (row.withdrawnOn !== null) return refuseBatch('ImportTakenBack', { on: row.withdrawnOn, by: row.withdrawnBy });
  const moved = peopleMoved(facts);
  if (call.actor.person !== null && moved.includes(call.actor.person)) return refuseBatch('ImportMovesYou', {});
  const standing = facts.filter((it) => !(it.began && it.withdrawn));
  const last = Math.max(0, ...standing.filter((it) => it.version === it.written).map((it) => it.seq));
  // Locking a month writes statements that stand on the batch as well; the lock is what one has to know of.
  const window = await lockedSince(call, row.batch, standing, last);
  if (window !== undefined) return refuseBatch('ImportMonthLocked', { window });
  const builtOn = {
    amended: standing.filter((it) => it.version !== it.written).length + await particularsAmended(call.tx, row.batch),
    later: await laterFacts(call.tx, facts, moved, last),
    accounts: await accountsOf(call.tx, row.batch),
  };
  return builtOn.amended + builtOn.later + builtOn.accounts > 0 ? refuseBatch('ImportBuiltOn', builtOn) : undefined;
}

const peopleMoved = (facts: readonly BatchFact[]): string[] =>
  [...new Set(facts.flatMap(({ kind, state }) => (BELONGING.includes(kind) && 'person' in state ? [state.person] : [])))];

async function particularsAmended(tx: Tx, batch: string): Promise<number> {
  const row = await tx.one<{ n: number }>(sql`
    SELECT count(*)::int AS n FROM import_batch_person b JOIN person p ON p.id = b.person_id WHERE b.batch_id = ${batch}
      AND (p.name <> b.after->>'name' OR p.gender IS DISTINCT FROM b.after->>'gender' OR p.birth_date IS DISTINCT FROM (b.after->>'birthDate')::date OR p.details <> b.after->'details')`);
  return row?.n ?? 0;
}

async function accountsOf(tx: Tx, batch: string): Promise<number> {
  const row = await tx.one<{ n: number }>(sql`
    SELECT count(*)::int AS n FROM import_batch_person b JOIN account a ON a.person_id = b.person_id WHERE b.batch_id = ${batch} AND b.before IS NULL`);
  return row?.n ?? 0;
}

/** Facts recorded after the batch of people whom it placed; and everything in organisations and teams that came with it. */
async function laterFacts(tx: Tx, facts: readonly BatchFact[], moved: readonly string[], last: number): Promise<number> {
  const own = facts.map(({ factId }) => factId);
  const begun = (kind: BatchFact['kind']): string[] => facts.filter((it) => it.began && it.kind === kind).map(({ factId }) => factId);
  const [organisations, teams] = [begun('organisation'), begun('shiftTeam')];
  const row = await tx.one<{ n: number }>(sql`
    SELECT count(*)::int AS n FROM (
      SELECT f.fact_id FROM fact_person n JOIN fact f ON f.fact_id = n.fact_id WHERE n.person_id = ANY(${[...moved]}::uuid[]) AND f.seq > ${last} AND NOT f.withdrawn AND f.fact_id <> ALL(${own}::uuid[])
      UNION SELECT f.fact_id FROM fact f WHERE f.organisation_id = ANY(${organisations}::uuid[]) AND NOT f.withdrawn
      UNION SELECT m.fact_id FROM membership m WHERE m.group_id = ANY(${organisations}::uuid[])
      UNION SELECT place.fact_id FROM organisation_placement place WHERE place.parent_id = ANY(${organisations}::uuid[]) AND place.fact_id <> ALL(${own}::uuid[])
      UNION SELECT g.id FROM role_grant g WHERE g.organisation_id = ANY(${organisations}::uuid[])
      UNION SELECT t.fact_id FROM team_placement t WHERE t.team_id = ANY(${teams}::uuid[]) AND t.fact_id <> ALL(${own}::uuid[])) AS later`);
  return row?.n ?? 0;
}

/** The first month, or year, that was locked after the batch where it wrote something, and that it reaches into. */
async function lockedSince({ tx, today }: Call, batch: string, facts: readonly BatchFact[], last: number): Promise<string | undefined> {
  const [first] = facts.map(({ period }) => period).toSorted();
  if (first === undefined) return undefined;
  const above = new Set<string>();
  for (const place of (await placesOf(tx, [batch], today)).get(batch) ?? []) {
    if (!above.has(place)) for (const it of await lineage(tx, place, today)) above.add(it);
  }
  const row = await tx.one<{ window: string }>(sql`
    SELECT c.window_key AS window FROM closing c JOIN fact f ON f.fact_id = c.fact_id
    WHERE c.stage = 'closed' AND f.seq > ${last} AND c.organisation_id = ANY(${[...above]}::uuid[]) AND c.window_key >= CASE WHEN length(c.window_key) = 4 THEN ${first.slice(0, 4)} ELSE ${first} END
    ORDER BY c.window_key LIMIT 1`);
  return row?.window;
}
