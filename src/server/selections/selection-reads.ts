import { may, scopesOf } from '#domain/access/policy.ts';
import { holds } from '#domain/activities/holders.ts';
import type { CivilDate } from '#domain/calendar/civil-date.ts';
import type { ReckonedDay } from '#domain/calendar/working-days.ts';
import { noticeEnd } from '#domain/reviews/notice.ts';
import { refuse } from '#domain/contracts/common-refusals.ts';
import { byNumber } from '#domain/orgs/number-order.ts';
import type { SelectionStage, SelectionView } from '#domain/selections/contract.ts';
import { proposedNow, stageOf } from '#domain/selections/selection-rules.ts';
import { refuseSelection } from '#domain/selections/refusals.ts';
import { type ObjectionEntry, openObjections } from '#server/objections/objection-reads.ts';
import { organisationCards, personCards } from '#server/activities/name-reads.ts';
import { lineage, organisationsOn, subtree } from '#server/orgs/organisation-reads.ts';
import type { Call } from '#server/platform/call.ts';
import type { Tx } from '#server/platform/database.ts';
import { sql, type Sql } from '#server/platform/sql.ts';
import { registersOn } from '#server/registers/register-reads.ts';
import { calendarAround } from '#server/reviews/review-clock-reads.ts';

interface Kept {
  readonly selection: string;
  readonly organisation: string;
  readonly year: number;
  readonly title: string;
  readonly quota: number;
  readonly openedOn: CivilDate;
}

export interface NominationRow {
  readonly nominee: string;
  readonly organisation: string;
  readonly proposed: boolean;
  readonly minutes: string;
  readonly reason: string;
  readonly by: string | null;
  readonly on: CivilDate;
}

export interface StepRow {
  readonly stage: 'noticed' | 'returned' | 'decided';
  readonly persons: readonly string[];
  readonly from: CivilDate | null;
  readonly until: CivilDate | null;
  readonly words: string;
  readonly on: CivilDate;
}

export interface Selection extends Kept {
  readonly stage: SelectionStage;
  /** The standing proposals, each as it was last made. */
  readonly nominations: readonly NominationRow[];
  readonly steps: readonly StepRow[];
}

/** Selections that meet a condition on `award_selection` (`s`), with what branches and office have said. */
export async function selectionsWhere({ tx }: Call, condition: Sql): Promise<Selection[]> {
  const kept = await tx.many<Kept>(sql`SELECT s.id AS selection, s.organisation_id AS organisation, s.year, s.title, s.quota, s.opened_on AS "openedOn"
    FROM award_selection s WHERE ${condition} ORDER BY s.opened_on DESC, s.id`);
  const ids = kept.map(({ selection }) => selection);
  const words = await tx.many<NominationRow & { selection: string }>(sql`
    SELECT n.selection_id AS selection, n.nominee_id AS nominee, n.organisation_id AS organisation, n.proposed, n.minutes, n.reason, n.person_id AS by, n.proposed_on AS on
    FROM award_nomination n WHERE n.selection_id = ANY(${ids}::uuid[]) ORDER BY n.number`);
  const steps = await tx.many<StepRow & { selection: string }>(sql`
    SELECT t.selection_id AS selection, t.stage, t.persons, t.from_day AS "from", t.until_day AS until, t.words, t.taken_on AS on
    FROM award_step t WHERE t.selection_id = ANY(${ids}::uuid[]) ORDER BY t.number`);
  return kept.map((it) => {
    const own = words.filter(({ selection }) => selection === it.selection);
    const proposed = proposedNow(own);
    const taken = steps.filter(({ selection }) => selection === it.selection);
    return {
      ...it, stage: stageOf(taken), steps: taken,
      nominations: proposed.flatMap((nominee) => own.filter((word) => word.nominee === nominee).at(-1) ?? []),
    };
  });
}

/** One selection, held against a simultaneous change. Whether it is there is no secret. @throws NotFound */
export async function heldSelection(call: Call, selection: string): Promise<Selection> {
  const place = await call.tx.one<{ organisation: string }>(sql`SELECT organisation_id AS organisation FROM award_selection WHERE id = ${selection}`);
  if (place === undefined) throw refuse('NotFound', {});
  // Two who say something to it at the same moment: the second sees the first.
  await call.tx.many(sql`SELECT id FROM organisation WHERE id = ${place.organisation} FOR NO KEY UPDATE`);
  const [found] = await selectionsWhere(call, sql`s.id = ${selection}`);
  if (found === undefined) throw refuse('NotFound', {});
  return found;
}

/** The notice on which a selection stands, held against a simultaneous step. @throws NotFound, SelectionPast, SelectionNotNoticed */
export async function noticeOfSelection(call: Call, selection: string): Promise<Pick<Selection, 'organisation' | 'title' | 'year'> & { notice: Notice }> {
  const { organisation, title, year, ...found } = await heldSelection(call, selection);
  return { organisation, title, year, notice: noticeOf(found) };
}

export interface Notice {
  readonly persons: readonly string[];
  readonly from: CivilDate;
  readonly until: CivilDate;
}

/** @throws SelectionPast, SelectionNotNoticed */
export function noticeOf({ stage, steps }: Pick<Selection, 'stage' | 'steps'>): Notice {
  if (stage === 'decided') throw refuseSelection('SelectionPast', { stage });
  const notice = steps.at(-1);
  if (stage === 'opened' || notice === undefined || notice.from === null || notice.until === null) throw refuseSelection('SelectionNotNoticed', {});
  return { persons: notice.persons, from: notice.from, until: notice.until };
}

/** Whoever stands on the notice and was taken off it since, because an objection to him was upheld. */
export const struckFrom = ({ nominations }: Pick<Selection, 'nominations'>, persons: readonly string[]): string[] =>
  persons.filter((person) => !nominations.some(({ nominee }) => nominee === person));

/** Objections to the notice of a selection that are under way. */
export const objectionsToSelection = (call: Call, selection: string): Promise<ObjectionEntry[]> => openObjections(call, sql`fact_id IN (
  SELECT fact_id FROM fact WHERE kind = 'objection' AND state->'about'->>'kind' = 'listing' AND state->'about'->>'selection' = ${selection})`);

/** Who of some people has a decision of discipline that is in force today; never which. */
export async function vetoedAmong({ tx, today }: Call, persons: readonly string[]): Promise<string[]> {
  const registers = (await registersOn(tx, today)).filter(({ keptBy }) => keptBy === 'discipline').map(({ id }) => id);
  const rows = await tx.many<{ person: string }>(sql`SELECT DISTINCT named.person_id AS person FROM record r JOIN record_person named ON named.fact_id = r.fact_id
    WHERE r.register = ANY(${registers}) AND named.person_id = ANY(${[...persons]}::uuid[]) AND r.from_day <= ${today} AND (r.to_day IS NULL OR r.to_day >= ${today})`);
  return rows.map(({ person }) => person);
}

export async function namesOfPersons(tx: Tx, persons: readonly string[]): Promise<string[]> {
  const cards = await personCards(tx, persons);
  return persons.map((person) => cards.get(person)?.name ?? '?');
}

/** A selection as the asker may see it: proposals of the branches he answers for, the notice and the decision for everybody. */
export async function viewOf(call: Call, it: Selection): Promise<SelectionView> {
  const { tx, actor, today } = call;
  const above = await lineage(tx, it.organisation, today);
  const run = may(actor, 'runSelections', above).allowed;
  const decide = may(actor, 'decideSelections', above).allowed;
  const own = new Set(await subtree(tx, scopesOf(actor, 'nominateMembers'), today));
  const below = new Set(await subtree(tx, [it.organisation], today));
  const there = (await organisationsOn(tx, today)).toSorted(byNumber);
  const seen = it.nominations.filter(({ organisation }) => run || own.has(organisation));
  const notice = it.stage === 'opened' ? undefined : it.steps.findLast(({ stage }) => stage === 'noticed');
  const decision = it.steps.findLast(({ stage }) => stage === 'decided');
  const cards = await personCards(tx, [...seen.flatMap(({ nominee, by }) => [nominee, ...(by === null ? [] : [by])]), ...it.steps.flatMap(({ persons }) => persons)]);
  const nameIn = (organisation: string): string => there.find(({ id }) => id === organisation)?.shortName ?? '';
  const branchOf = (person: string): string => nameIn(it.nominations.find(({ nominee }) => nominee === person)?.organisation ?? '');
  const named = (persons: readonly string[]) => persons.flatMap((person) => cards.get(person) ?? []).toSorted(byPerson).map((person) => ({ person, organisation: branchOf(person.id) }));
  const [committee = { id: it.organisation, name: '' }] = await organisationCards(tx, [it.organisation]);
  return {
    selection: it.selection, organisation: committee, year: it.year, title: it.title, quota: it.quota, stage: it.stage, openedOn: it.openedOn,
    nominees: there.flatMap(({ id, shortName }) => seen.filter(({ organisation }) => organisation === id).flatMap(({ nominee, minutes, reason, by, on }) => {
      const person = cards.get(nominee);
      return person ? [{ person, organisation: { id, name: shortName }, minutes, reason, by: by === null ? null : cards.get(by)?.name ?? null, on, mayWithdraw: it.stage === 'opened' && own.has(id) }] : [];
    }).toSorted((left, right) => byPerson(left.person, right.person))),
    notice: notice === undefined || notice.from === null || notice.until === null ? null : await noticeView(call, it, { persons: notice.persons, from: notice.from, until: notice.until }, named(notice.persons), run || decide),
    decision: decision === undefined ? null : { on: decision.on, document: decision.words, persons: named(decision.persons) },
    returned: run ? it.steps.filter(({ stage }) => stage === 'returned').map(({ on, words }) => ({ on, reason: words })) : [],
    nominating: it.stage === 'opened' ? there.filter(({ id, category }) => own.has(id) && below.has(id) && holds('branch', category)).map(({ id, shortName }) => ({ id, name: shortName })) : [],
    may: { run, decide },
  };
}

const byPerson = (left: { readonly number: string }, right: { readonly number: string }): number => (left.number < right.number ? -1 : 1);

type Named = readonly { readonly person: { id: string; name: string; number: string }; readonly organisation: string }[];

/** Whoever belongs to the bureau may object while the notice stands; while its last day is a guess it stands. */
async function noticeView(call: Call, it: Selection, { from, until, persons }: Notice, named: Named, answers: boolean): Promise<NonNullable<SelectionView['notice']>> {
  const { tx, actor, today } = call;
  const least = noticeEnd(await calendarAround(tx, from), from);
  const over = isOver(least, until, today);
  const struck = struckFrom(it, persons);
  const objecting = it.stage === 'noticed' && !over && actor.person !== null;
  return {
    from, until, over, provisional: least.provisional, disputed: answers && it.stage === 'noticed' ? (await objectionsToSelection(call, it.selection)).length : null,
    persons: named.map((one) => ({ ...one, struck: struck.includes(one.person.id), mayObject: objecting && !struck.includes(one.person.id) })),
  };
}

const isOver = (least: ReckonedDay, until: CivilDate, today: CivilDate): boolean => !least.provisional && (until > least.day ? until : least.day) < today;

export const isNoticeOver = async ({ tx, today }: Call, { from, until }: Pick<Notice, 'from' | 'until'>): Promise<boolean> =>
  isOver(noticeEnd(await calendarAround(tx, from), from), until, today);
