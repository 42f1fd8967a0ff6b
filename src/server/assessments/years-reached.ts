import { addDays, type CivilDate, yearOf } from '#domain/calendar/civil-date.ts';
import type { LogEntry } from '#domain/facts/fact.ts';
import { bearingsOf } from '#domain/facts/subjects.ts';
import { versionsOfAll } from '#server/facts/fact-reads.ts';
import type { Tx } from '#server/platform/database.ts';
import { rawSql, sql } from '#server/platform/sql.ts';
import { adoptedSchemes } from '#server/schemes/scheme-reads.ts';

/** One year of one branch: what the board counts anew as a whole. */
export interface BranchYearKey {
  readonly organisation: string;
  readonly year: number;
}

/** Categories of a branch of any kind, for SQL. */
const BRANCHES = rawSql(`('631', '632', '931', '932')`);
/** So many days a fact may lie from the year in which it counts: a meeting of the year is held until March of the next. */
const QUARTER = 92;

/** Who was drawn changes no mark; what a check found does. */
const nowhere: ReadonlySet<LogEntry['kind']> = new Set(['draw', 'recusal']);
/** What concerns everybody below somewhere, or the ground on which all is judged. */
const everywhere: ReadonlySet<LogEntry['kind']> = new Set(['schemeAdoption', 'inclusion', 'studyStop', 'shiftTeam']);

/**
 * The years of branches that some entries of the log can change: too many of them do no harm, one too few does. Asked after
 * the commit, with everything known then (decision 18). From the year of the entry on, because a record lasts.
 */
export async function yearsReached(tx: Tx, seqs: readonly number[], today: CivilDate): Promise<BranchYearKey[]> {
  const moved = await tx.many<{ id: string }>(sql`
    SELECT DISTINCT CASE kind WHEN 'confirmation' THEN (state->>'fact')::uuid ELSE fact_id END AS id FROM fact_log WHERE seq = ANY(${[...seqs]}::bigint[])`);
  const entries = (await versionsOfAll(tx, moved.map(({ id }) => id))).filter(({ kind }) => !nowhere.has(kind));
  const first = await firstYear(tx);
  if (first === null || entries.length === 0) return [];
  const days = entries.flatMap(({ day, period }) => [addDays(day, -QUARTER), `${period}-01`]).toSorted();
  const from = Math.max(first, yearOf(days[0] ?? today));
  const all = entries.some(({ kind, version }) => everywhere.has(kind) || (kind === 'organisation' && version > 1));
  const branches = all ? await everyBranch(tx) : await branchesAround(tx, entries);
  return years(branches, from, today);
}

/** Every year of every branch that the board can have. */
export async function everyYear(tx: Tx, today: CivilDate): Promise<BranchYearKey[]> {
  const first = await firstYear(tx);
  return first === null ? [] : years(await everyBranch(tx), first, today);
}

const years = (branches: readonly string[], from: number, today: CivilDate): BranchYearKey[] =>
  branches.flatMap((organisation) => Array.from({ length: Math.max(0, yearOf(today) - from + 1) }, (_, at) => ({ organisation, year: from + at })));

async function firstYear(tx: Tx): Promise<number | null> {
  const first = (await adoptedSchemes(tx))[0];
  return first ? yearOf(first.from) : null;
}

const everyBranch = async (tx: Tx): Promise<string[]> =>
  (await tx.many<{ id: string }>(sql`SELECT id FROM organisation WHERE category IN ${BRANCHES} ORDER BY number`)).map(({ id }) => id);

/**
 * The branches at, above and below where the entries lie, and wherever the people whom they name belonged, held a post, or
 * were named by anything: whose post it is to speak there is asked of them too.
 */
async function branchesAround(tx: Tx, entries: readonly LogEntry[]): Promise<string[]> {
  const bearings = entries.map((it) => bearingsOf(it.kind, it.state as never, it.recordedOn, it.period));
  const people = [...new Set(bearings.flatMap(({ persons }) => persons))];
  const places = entries.flatMap((it, at) => [bearings[at]?.organisation ?? [], it.kind === 'organisation' ? it.factId : [], it.kind === 'membership' ? it.state.group ?? [] : []].flat());
  const rows = await tx.many<{ id: string }>(sql`
    WITH RECURSIVE down AS (
      SELECT id FROM unnest(${[...new Set(places)]}::uuid[]) AS id
      UNION SELECT place.fact_id FROM organisation_placement place JOIN down ON place.parent_id = down.id),
    up AS (
      SELECT id FROM down
      UNION SELECT organisation_id FROM membership WHERE person_id = ANY(${people}::uuid[])
      UNION SELECT group_id FROM membership WHERE person_id = ANY(${people}::uuid[]) AND group_id IS NOT NULL
      UNION SELECT organisation_id FROM post WHERE person_id = ANY(${people}::uuid[])
      UNION SELECT f.organisation_id FROM fact_person named JOIN fact f ON f.fact_id = named.fact_id
        WHERE named.person_id = ANY(${people}::uuid[]) AND f.organisation_id IS NOT NULL),
    lifted AS (
      SELECT id FROM up
      UNION SELECT place.parent_id FROM lifted JOIN organisation_placement place ON place.fact_id = lifted.id WHERE place.parent_id IS NOT NULL)
    SELECT id FROM organisation WHERE category IN ${BRANCHES} AND id IN (SELECT id FROM lifted) ORDER BY number`);
  return rows.map(({ id }) => id);
}
