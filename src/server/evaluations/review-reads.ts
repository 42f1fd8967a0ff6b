import type { CivilDate } from '#domain/calendar/civil-date.ts';
import { refuse } from '#domain/contracts/common-refusals.ts';
import { read, type Reading } from '#domain/engine/reading.ts';
import { schemeBook } from '#domain/engine/scheme-book.ts';
import type { BallotKind } from '#domain/evaluations/ballot-sums.ts';
import { ballotKinds } from '#domain/evaluations/ballot-sums.ts';
import { type MemberResultRule, memberResultIn, upToOf } from '#domain/evaluations/members-year.ts';
import { refuseEvaluation } from '#domain/evaluations/refusals.ts';
import type { LogEntry, LogEntryOf } from '#domain/facts/fact.ts';
import { refuseFact } from '#domain/facts/refusals.ts';
import { factOf, lastEntries, textOf } from '#server/facts/fact-reads.ts';
import { homeOf, subtree } from '#server/orgs/organisation-reads.ts';
import type { Call } from '#server/platform/call.ts';
import type { Tx } from '#server/platform/database.ts';
import { sql } from '#server/platform/sql.ts';
import { knownAt } from '#server/points/known-reads.ts';
import { logConcerning } from '#server/points/log-reads.ts';
import { type MemberRow, membersAt } from '#server/points/points-reads.ts';
import { waits } from '#server/rota/rota-reads.ts';
import { adoptedSchemes } from '#server/schemes/scheme-reads.ts';

export type ReviewEntry = LogEntryOf<'memberReview'>;

/** Words beside the log: the minutes of the grading, a reason for each member, why it was returned, the document of the approval. */
export interface ReviewText {
  readonly minutes: string;
  readonly reasons: Readonly<Record<string, string>>;
  readonly returned: string;
  readonly document: string;
}

export const noText: ReviewText = { minutes: '', reasons: {}, returned: '', document: '' };

export const reviewText = async (tx: Tx, { factId, version }: ReviewEntry): Promise<ReviewText> =>
  // Written by this room alone, as a whole; blanked it is null.
  ({ ...noText, ...(await textOf(tx, factId, version) as Partial<ReviewText> | null) });

const only = (entries: readonly LogEntry[]): ReviewEntry[] => entries.filter((entry) => entry.kind === 'memberReview');

export const reviewsOf = async (tx: Tx, organisations: readonly string[], year: number): Promise<ReviewEntry[]> => only(await lastEntries(tx, sql`
  fact_id IN (SELECT fact_id FROM member_review WHERE year = ${year} AND organisation_id = ANY(${[...organisations]}::uuid[]))`));

/** @throws NotFound, FactChanged */
export async function reviewAt(call: Call, review: string, version: number): Promise<ReviewEntry> {
  const entry = await factOf(call.tx, 'memberReview', review);
  if (!entry) throw refuse('NotFound', {});
  if (entry.version !== version) throw refuseFact('FactChanged', { read: version, current: entry.version });
  return entry;
}

/** Nobody returns or approves the evaluation in which he stands himself. @throws OwnBranch */
export async function demandOtherBranch({ tx, actor, today }: Call, organisation: string): Promise<void> {
  const home = actor.person === null ? undefined : await homeOf(tx, actor.person, today);
  if (home?.organisation === organisation) throw refuseEvaluation('OwnBranch', {});
}

/** The rule of a year. @throws NoMemberResult */
export const ruleOfYear = async (tx: Tx, year: number): Promise<MemberResultRule> => memberResultIn({ book: schemeBook(await adoptedSchemes(tx)) }, year);

export const kindsOf = ({ version, result }: MemberResultRule): BallotKind[] => ballotKinds(result, [...version.registers.values()]);

/**
 * Who is evaluated here: members at home in the branch on the day of the ballots, at the latest on the last day of the
 * year. Who was balloted in another branch already is evaluated there, so that nobody is twice, and nobody by none.
 */
export async function membersOf({ tx, today }: Call, organisation: string, year: number, ballotDay: CivilDate | null): Promise<MemberRow[]> {
  const [day = today] = [ballotDay ?? today, `${year}-12-31`].toSorted();
  const members = await membersAt(tx, await subtree(tx, [organisation], day), day);
  const elsewhere = await tx.many<{ person: string }>(sql`
    SELECT named.person_id AS person FROM member_review r JOIN fact_person named ON named.fact_id = r.fact_id
    WHERE r.year = ${year} AND r.organisation_id <> ${organisation} AND r.stage <> 'opened' AND named.person_id = ANY(${members.map(({ id }) => id)}::uuid[])`);
  return members.filter(({ id }) => !elsewhere.some(({ person }) => person === id));
}

/** Full members have a vote. */
export const entitledAmong = (members: readonly MemberRow[]): number => members.filter(({ stage }) => stage === 'full').length;

const COMMITTEE_LEAST = 3;

/** Who decides on grades: the branch committee; where there is none, the full members together. */
export async function decidersOn({ tx }: Call, organisation: string, day: CivilDate): Promise<{ id: string; name: string }[]> {
  const committee = await tx.many<{ id: string; name: string }>(sql`
    SELECT DISTINCT p.id, p.name, p.number FROM post JOIN person p ON p.id = post.person_id
    WHERE post.organisation_id = ${organisation} AND post.post <> 'groupLeader' AND post.from_day <= ${day} AND (post.to_day IS NULL OR post.to_day >= ${day}) ORDER BY p.number`);
  const body = committee.length >= COMMITTEE_LEAST ? committee : (await membersAt(tx, await subtree(tx, [organisation], day), day)).filter(({ stage }) => stage === 'full');
  return body.map(({ id, name }) => ({ id, name }));
}

/** The year as the log has it now. */
export async function readingNow({ tx, today }: Call, persons: readonly string[], year: number): Promise<Reading> {
  // The week of New Year has days of the year before, and what belongs to December may be held until summer (A-15).
  const log = await logConcerning(tx, persons, `${year - 1}-12-01`, `${year + 1}-06-30`, 'all');
  return read({ schemes: await adoptedSchemes(tx), log, upTo: upToOf(year, today, Number.MAX_SAFE_INTEGER) });
}

/** The year as it was pinned, and nothing that came later (A-3). */
export async function readingPinned(tx: Tx, { year, seq, date }: { readonly year: number; readonly seq: number; readonly date: CivilDate }): Promise<Reading> {
  const known = await knownAt(tx, seq);
  return read({ schemes: known.schemes, log: known.log, upTo: upToOf(year, date, seq) });
}

export interface BallotEntry {
  readonly fact: string;
  readonly version: number;
  readonly register: string;
  readonly person: string;
  readonly by: string | null;
  readonly waiting: boolean;
  readonly values: Readonly<Record<string, unknown>>;
  readonly day: CivilDate;
}

/** The counts of a year that stand in some registers, of some members. */
export const ballotEntries = (tx: Tx, registers: readonly string[], persons: readonly string[], year: number): Promise<BallotEntry[]> => tx.many<BallotEntry>(sql`
  SELECT f.fact_id AS fact, f.version, r.register, named.person_id AS person, f.recorded_by AS by, ${waits(sql`f`)} AS waiting, f.state->'values' AS values, f.day
  FROM record r JOIN fact f ON f.fact_id = r.fact_id JOIN record_person named ON named.fact_id = r.fact_id
  WHERE r.register = ANY(${[...registers]}) AND named.person_id = ANY(${[...persons]}::uuid[]) AND left(f.period, 4) = ${String(year)} ORDER BY f.seq`);

/** The numbers among the values of an entry. */
export const countsOf = (values: Readonly<Record<string, unknown>>): Record<string, number> =>
  Object.fromEntries(Object.entries(values).filter((pair): pair is [string, number] => typeof pair[1] === 'number'));
