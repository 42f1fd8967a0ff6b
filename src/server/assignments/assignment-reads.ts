import { scopesOf } from '#domain/access/policy.ts';
import { isLate } from '#domain/assignments/assignment-rules.ts';
import type { AssignmentRow } from '#domain/assignments/contract.ts';
import type { FactState } from '#domain/facts/contract.ts';
import { personCards } from '#server/activities/name-reads.ts';
import { subtree } from '#server/orgs/organisation-reads.ts';
import type { Call } from '#server/platform/call.ts';
import type { Tx } from '#server/platform/database.ts';
import { sql, type Sql } from '#server/platform/sql.ts';

/** Free text of a task, beside the log. */
export interface AssignmentText {
  readonly what: string;
  /** What the person said on handing it in. */
  readonly report: string;
  /** Why it was returned or closed, with the version that did. */
  readonly said: string;
}

export interface FoundAssignment {
  readonly assignment: string;
  readonly version: number;
  readonly state: FactState<'assignment'>;
  readonly organisationName: string;
  /** Who handed it out: the recorder of its first version. */
  readonly hander: string | null;
  readonly by: string | null;
  readonly text: AssignmentText | null;
}

const FOUND = sql`f.fact_id AS assignment, f.version, f.state, o.short_name AS "organisationName", first.recorded_by AS hander, hander.name AS by,
  (SELECT t.text FROM fact_text t WHERE t.fact_id = f.fact_id AND t.text IS NOT NULL ORDER BY t.version DESC LIMIT 1) AS text`;
const FROM = sql`FROM assignment a JOIN fact f ON f.fact_id = a.fact_id JOIN organisation o ON o.id = a.organisation_id
  JOIN fact_log first ON first.fact_id = a.fact_id AND first.version = 1 LEFT JOIN person hander ON hander.id = first.recorded_by`;
/** Still to be done by the person. */
export const OPEN = sql`a.stage IN ('open', 'returned')`;
/** Tasks that an earlier version gave to the person, and the last one does not (转交). */
export const onceOf = (person: string | null): Sql => (person === null ? sql`false` : sql`a.person_id IS DISTINCT FROM ${person}
  AND EXISTS (SELECT 1 FROM fact_log was WHERE was.fact_id = a.fact_id AND was.state->>'person' = ${person})`);

/** Tasks that meet a condition on `assignment` (`a`) and its first entry (`first`): what is open first, the earliest due at the top, then the latest settled. */
export const assignmentsWhere = (tx: Tx, condition: Sql, limit: number, offset = 0): Promise<FoundAssignment[]> =>
  tx.many<FoundAssignment>(sql`SELECT ${FOUND} ${FROM} WHERE ${condition}
    ORDER BY a.stage IN ('open', 'returned', 'handedIn') DESC, CASE WHEN a.stage IN ('open', 'returned', 'handedIn') THEN a.due_day END, a.due_day DESC, a.fact_id DESC
    LIMIT ${limit} OFFSET ${offset}`);

export async function countAssignments(tx: Tx, condition: Sql): Promise<number> {
  const row = await tx.one<{ total: number }>(sql`SELECT count(*) AS total ${FROM} WHERE ${condition}`);
  return row?.total ?? 0;
}

export async function hasAssignment(tx: Tx, condition: Sql): Promise<boolean> {
  const row = await tx.one<{ has: boolean }>(sql`SELECT EXISTS (SELECT 1 ${FROM} WHERE ${condition}) AS has`);
  return row?.has ?? false;
}

export async function assignmentRows({ tx, actor, today }: Call, found: readonly FoundAssignment[]): Promise<AssignmentRow[]> {
  const cards = await personCards(tx, found.map(({ state }) => state.person));
  return found.map(({ assignment, version, state, organisationName, by, text }) => ({
    assignment, version, organisation: { id: state.organisation, name: organisationName },
    person: cards.get(state.person) ?? { id: state.person, name: '', number: '' }, what: text?.what ?? '', day: state.day, until: state.until, stage: state.stage,
    handedInOn: state.handedInOn, late: isLate(state, today), by, mine: state.person === actor.person,
  }));
}

/** Organisations in which the actor settles what others handed out: those of which he is secretary or deputy. */
export const settlingPlaces = ({ tx, actor, today }: Call): Promise<readonly string[]> => subtree(tx, scopesOf(actor, 'settleAssignments'), today);

/** Tasks that wait for the actor: those he handed out, and in his branches those of others; never his own. */
export async function waitingForMe(call: Call): Promise<Sql> {
  const places = await settlingPlaces(call);
  return sql`a.stage = 'handedIn' AND a.person_id IS DISTINCT FROM ${call.actor.person} AND (first.recorded_by = ${call.actor.person} OR a.organisation_id = ANY(${[...places]}::uuid[]))`;
}
