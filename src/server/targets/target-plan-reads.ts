import { schemeBook, type SchemeVersion } from '#domain/engine/scheme-book.ts';
import { read } from '#domain/engine/reading.ts';
import type { LogEntryOf } from '#domain/facts/fact.ts';
import type { PointsPart } from '#domain/schemes/scheme.ts';
import { type PlanItem, planItems, type PlanPlace } from '#domain/targets/plan-items.ts';
import { isAssigned, type PlanDeadlines, planDeadlines } from '#domain/targets/plan-standing.ts';
import { logOfBranchYear } from '#server/assessments/branch-log-reads.ts';
import { lastEntries, textOf } from '#server/facts/fact-reads.ts';
import type { Call } from '#server/platform/call.ts';
import type { Tx } from '#server/platform/database.ts';
import { sql, type Sql } from '#server/platform/sql.ts';
import { adoptedSchemes } from '#server/schemes/scheme-reads.ts';

export type PlanEntry = LogEntryOf<'targetPlan'>;

/** What a plan is made of: the items of the scheme of the year, and all that is known of the branch. */
export interface PlanGround {
  readonly place: PlanPlace;
  readonly version: SchemeVersion;
  readonly tree: PointsPart;
  readonly items: readonly PlanItem[];
  readonly deadlines: PlanDeadlines;
}

/**
 * Null: no scheme with items for branches is in force in the year, or the organisation is no branch.
 * @param known who reads how far items are needs everything; who writes a plan only whose branch it is and who belongs to it.
 */
export async function planGround(call: Call, organisation: string, year: number, known: 'everything' | 'people'): Promise<PlanGround | null> {
  const { tx, today } = call;
  const schemes = await adoptedSchemes(tx);
  if (!(await isBranchOn(tx, organisation))) return null;
  const log = known === 'everything' ? await logOfBranchYear(tx, organisation, year) : await lastEntries(tx, peopleAndPlaces(organisation));
  const reading = read({ schemes, log, upTo: { seq: Number.MAX_SAFE_INTEGER, date: today } });
  const version = reading.book.forWindow(String(year));
  const tree = version?.scheme.indicators ?? null;
  if (version === null || tree === null) return null;
  return { place: { reading, organisation, year }, version, tree, items: planItems(tree), deadlines: planDeadlines(tree, year) };
}

/** The tree, and who is at home or holds a post in the branch and its groups. */
const peopleAndPlaces = (organisation: string): Sql => sql`NOT withdrawn AND fact_id = ANY(ARRAY(
  WITH below AS (SELECT ${organisation}::uuid AS id UNION SELECT fact_id FROM organisation_placement WHERE parent_id = ${organisation})
  SELECT id FROM organisation
  UNION SELECT fact_id FROM membership WHERE organisation_id IN (SELECT id FROM below) OR group_id IN (SELECT id FROM below)
  UNION SELECT fact_id FROM post WHERE organisation_id IN (SELECT id FROM below)))`;

const isBranchOn = async (tx: Tx, organisation: string): Promise<boolean> =>
  (await tx.one(sql`SELECT 1 FROM organisation WHERE id = ${organisation} AND category IN ('631', '632', '931', '932')`)) !== undefined;

/** By when plans of a year are due, without looking at any branch. */
export async function deadlinesOf(tx: Tx, year: number): Promise<PlanDeadlines | null> {
  const tree = schemeBook(await adoptedSchemes(tx)).forWindow(String(year))?.scheme.indicators ?? null;
  return tree && planDeadlines(tree, year);
}

export async function plansOf(tx: Tx, organisations: readonly string[], year: number): Promise<PlanEntry[]> {
  const entries = await lastEntries(tx, sql`fact_id IN (SELECT fact_id FROM target_plan WHERE year = ${year} AND organisation_id = ANY(${[...organisations]}::uuid[]))`);
  return entries.filter((entry) => entry.kind === 'targetPlan');
}

/** The same, held until the transaction ends, so that two who make the first one at the same moment see each other's. */
export async function planToWrite(call: Call, organisation: string, year: number): Promise<PlanEntry | undefined> {
  await call.tx.many(sql`SELECT id FROM organisation WHERE id = ${organisation} FOR NO KEY UPDATE`);
  return (await plansOf(call.tx, [organisation], year))[0];
}

/** Free text of a plan, complete in every version: 完成标准 by item, and why the office returned it. */
export interface PlanText {
  readonly standards: Readonly<Record<string, string>>;
  readonly reason: string | null;
}

export async function planTextOf(tx: Tx, entry: PlanEntry | undefined): Promise<PlanText> {
  const text = entry === undefined ? null : await textOf(tx, entry.factId, entry.version);
  const { standards, reason } = text ?? {};
  return {
    standards: typeof standards === 'object' && standards !== null ? Object.fromEntries(Object.entries(standards).map(([item, words]) => [item, String(words)])) : {},
    reason: typeof reason === 'string' ? reason : null,
  };
}

/** How many lines there are, and how many have somebody and a day. */
export const lineCounts = ({ state: { lines } }: PlanEntry): { readonly planned: number; readonly assigned: number } =>
  ({ planned: lines.length, assigned: lines.filter(isAssigned).length });
