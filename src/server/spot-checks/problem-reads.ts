import { may, scopesOf } from '#domain/access/policy.ts';
import { refuse } from '#domain/contracts/common-refusals.ts';
import type { FactState } from '#domain/facts/contract.ts';
import type { LogEntryOf } from '#domain/facts/fact.ts';
import type { ProblemRow } from '#domain/spot-checks/problem-contract.ts';
import { isOverdue } from '#domain/spot-checks/problem-rules.ts';
import { itemNodes } from '#domain/spot-checks/checkable-items.ts';
import { personCards } from '#server/activities/name-reads.ts';
import { factOf } from '#server/facts/fact-reads.ts';
import { lineage, subtree } from '#server/orgs/organisation-reads.ts';
import type { Call } from '#server/platform/call.ts';
import { sql, type Sql } from '#server/platform/sql.ts';
import { adoptedSchemes } from '#server/schemes/scheme-reads.ts';

/** What stands beside the log: the problem, what was done, what was said last. */
export interface ProblemText {
  readonly what?: string;
  readonly measures?: string;
  readonly said?: string;
}

interface Found {
  readonly problem: string;
  readonly version: number;
  readonly state: FactState<'problem'>;
  readonly number: string;
  readonly name: string;
  readonly text: ProblemText | null;
}

/** Problems that meet a condition on `problem` (`p`): what is open first, the earliest due at the top. */
export const problemsWhere = (tx: Call['tx'], condition: Sql, limit = 500): Promise<Found[]> => tx.many<Found>(sql`
  SELECT p.fact_id AS problem, f.version, f.state, o.number, o.short_name AS name,
    (SELECT t.text FROM fact_text t WHERE t.fact_id = p.fact_id AND t.text IS NOT NULL ORDER BY t.version DESC LIMIT 1) AS text
  FROM problem p JOIN fact f ON f.fact_id = p.fact_id JOIN organisation o ON o.id = p.organisation_id
  WHERE ${condition} ORDER BY p.stage = 'closed', CASE WHEN p.stage <> 'closed' THEN p.due_day END, p.closed_on DESC, p.fact_id LIMIT ${limit}`);

export async function problemRows({ tx, today }: Call, found: readonly Found[]): Promise<ProblemRow[]> {
  const people = await personCards(tx, found.flatMap(({ state }) => state.finders));
  const labels = new Map((await adoptedSchemes(tx)).flatMap(({ scheme }) => (scheme.indicators ? itemNodes(scheme.indicators).map(({ id, label }) => [id, label] as const) : [])));
  return found.map(({ problem, version, state, number, name, text }) => ({
    problem, version, organisation: { id: state.organisation, name, number }, sheet: state.sheet, item: state.item === null ? null : labels.get(state.item) ?? { zh: state.item, en: state.item },
    what: text?.what ?? '', day: state.day, until: state.until, stage: state.stage, closedOn: state.closedOn, late: isOverdue(state, today),
    finders: state.finders.map((finder) => people.get(finder)?.name ?? ''),
  }));
}

/** Problems that one may see: of the organisations that one works for, and those that one found. */
export async function problemsSeen({ tx, actor, today }: Call): Promise<Sql> {
  const places = await subtree(tx, scopesOf(actor, 'readProblems'), today);
  return sql`(p.organisation_id = ANY(${[...places]}::uuid[]) OR EXISTS (SELECT 1 FROM check_sheet_judge j WHERE j.fact_id = p.sheet_id AND j.person_id = ${actor.person}))`;
}

export interface SeenProblem {
  readonly entry: LogEntryOf<'problem'>;
  readonly above: readonly string[];
  /** Who found it, or the office: they check it again. */
  readonly finder: boolean;
}

/** @throws NotFound */
export async function seenProblem(call: Call, problem: string): Promise<SeenProblem> {
  const { tx, actor, today } = call;
  const entry = await factOf(tx, 'problem', problem);
  if (!entry) throw refuse('NotFound', {});
  const above = await lineage(tx, entry.state.organisation, today);
  const found = actor.person !== null && entry.state.finders.includes(actor.person);
  const finder = found || may(actor, 'drawSpotChecks', above).allowed;
  if (!finder && !may(actor, 'readProblems', above).allowed) throw refuse('NotFound', {});
  return { entry, above, finder };
}
