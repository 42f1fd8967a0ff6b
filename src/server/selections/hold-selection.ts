import type { z } from 'zod';
import { holds } from '#domain/activities/holders.ts';
import type { CivilDate } from '#domain/calendar/civil-date.ts';
import { refuse } from '#domain/contracts/common-refusals.ts';
import { demandNoticeLong, demandNoticeOver } from '#domain/reviews/notice.ts';
import type * as contracts from '#domain/selections/contract.ts';
import { refuseSelection } from '#domain/selections/refusals.ts';
import { demandChoosable } from '#domain/selections/selection-rules.ts';
import { referenceOf } from '#server/evaluations/reference-reads.ts';
import { personCards } from '#server/activities/name-reads.ts';
import { demandIn } from '#server/orgs/act-reads.ts';
import { heldOrganisation } from '#server/orgs/organisation-reads.ts';
import type { Call } from '#server/platform/call.ts';
import { newId } from '#server/platform/ids.ts';
import { sql } from '#server/platform/sql.ts';
import { calendarAround } from '#server/reviews/review-clock-reads.ts';
import { heldSelection, namesOfPersons, noticeOf, objectionsToSelection, type Selection, selectionsWhere, struckFrom, vetoedAmong } from './selection-reads.ts';

type Input<K extends keyof typeof contracts> = (typeof contracts)[K] extends { input: infer I extends z.ZodType } ? z.output<I> : never;
interface Saved {
  readonly selection: string;
}

/** 开展评选 under a committee, with its quota. @throws SelectionThere, CommitteesSelect, NoMemberResult */
export async function openSelection(call: Call, { organisation, year, title, quota }: Input<'openSelection'>): Promise<Saved> {
  await demandIn(call, 'runSelections', organisation);
  const place = await heldOrganisation(call.tx, organisation);
  if (place === undefined || !holds('committee', place.category)) throw refuseSelection('CommitteesSelect', {});
  await call.tx.many(sql`SELECT id FROM organisation WHERE id = ${organisation} FOR NO KEY UPDATE`);
  if ((await selectionsWhere(call, sql`s.organisation_id = ${organisation} AND s.year = ${year} AND s.title = ${title}`)).length > 0) throw refuseSelection('SelectionThere', { title, year });
  await referenceOf(call.tx, [], year);
  const selection = newId();
  await call.tx.run(sql`INSERT INTO award_selection (id, organisation_id, year, title, quota, account_id, person_id, opened_on)
    VALUES (${selection}, ${organisation}, ${year}, ${title}, ${quota}, ${call.actor.account}, ${call.actor.person}, ${call.today})`);
  call.audit({ kind: 'selection', id: selection, organisation, details: { year } });
  return { selection };
}

/**
 * 支部推荐: the committee of a branch proposes a member whom the reference lists. Nothing is proposed by itself.
 * @throws SelectionPast, NotInReference, PersonVetoed, NominatedAlready
 */
export async function nominateMember(call: Call, { selection: id, organisation, person, minutes, reason }: Input<'nominateMember'>): Promise<Saved> {
  const selection = await heldSelection(call, id);
  await demandIn(call, 'nominateMembers', organisation);
  demandOpen(selection);
  const reference = await referenceOf(call.tx, [organisation], selection.year);
  if (!reference.branches.some(({ persons }) => persons.includes(person))) throw refuseSelection('NotInReference', { conditions: reference.conditions });
  await demandNoVeto(call, [person]);
  if (selection.nominations.some(({ nominee }) => nominee === person)) throw refuseSelection('NominatedAlready', { name: (await namesOfPersons(call.tx, [person])).join('') });
  await sayOf(call, selection, { person, organisation, proposed: true, minutes, reason });
  return { selection: id };
}

/** @throws SelectionPast, NotNominated */
export async function withdrawNomination(call: Call, { selection: id, person, reason }: Input<'withdrawNomination'>): Promise<Saved> {
  const selection = await heldSelection(call, id);
  const nomination = selection.nominations.find(({ nominee }) => nominee === person);
  if (nomination === undefined) throw refuse('NotFound', {});
  await demandIn(call, 'nominateMembers', nomination.organisation);
  demandOpen(selection);
  await sayOf(call, selection, { person, organisation: nomination.organisation, proposed: false, minutes: nomination.minutes, reason });
  return { selection: id };
}

/** 公示: no more than the quota, from the proposals, for five working days. @throws SelectionPast, QuotaExceeded, NotNominated, PersonVetoed, NoticeTooShort, NoticeBackdated */
export async function postSelectionNotice(call: Call, { selection: id, persons, from, until }: Input<'postSelectionNotice'>): Promise<Saved> {
  const selection = await heldSelection(call, id);
  await demandIn(call, 'runSelections', selection.organisation);
  demandOpen(selection);
  await demandAmong(call, selection, persons, selection.nominations.map(({ nominee }) => nominee), 'branches');
  if (from < call.today) throw refuseSelection('NoticeBackdated', { today: call.today });
  demandNoticeLong(await calendarAround(call.tx, from), from, until);
  await step(call, selection, { stage: 'noticed', persons, from, until, words: '' });
  return { selection: id };
}

/** 撤回公示, so that the list can be changed and posted anew. @throws SelectionNotNoticed, SelectionPast */
export async function returnSelection(call: Call, { selection: id, reason }: Input<'returnSelection'>): Promise<Saved> {
  const selection = await heldSelection(call, id);
  await demandIn(call, 'runSelections', selection.organisation);
  noticeOf(selection);
  await step(call, selection, { stage: 'returned', persons: [], from: null, until: null, words: reason });
  return { selection: id };
}

/** 决定 by a document once the notice is over, by a leader who does not stand on the list. @throws the refusals of the contract */
export async function decideSelection(call: Call, { selection: id, persons, document }: Input<'decideSelection'>): Promise<Saved> {
  const selection = await heldSelection(call, id);
  await demandIn(call, 'decideSelections', selection.organisation);
  const notice = noticeOf(selection);
  await demandAmong(call, selection, persons, notice.persons, 'notice');
  const struck = struckFrom(selection, persons);
  if (struck.length > 0) throw refuseSelection('NomineeStruck', { names: await namesOfPersons(call.tx, struck) });
  const open = await objectionsToSelection(call, id);
  if (open.length > 0) throw refuseSelection('SelectionDisputed', { count: open.length });
  if (call.actor.person !== null && persons.includes(call.actor.person)) throw refuseSelection('OwnSelection', {});
  demandNoticeOver(await calendarAround(call.tx, notice.from), { from: notice.from, until: notice.until, listed: [] }, call.today);
  await step(call, selection, { stage: 'decided', persons, from: null, until: null, words: document });
  return { selection: id };
}

function demandOpen({ stage }: Selection): void {
  if (stage !== 'opened') throw refuseSelection('SelectionPast', { stage });
}

async function demandAmong(call: Call, { quota }: Selection, persons: readonly string[], among: readonly string[], by: 'branches' | 'notice'): Promise<void> {
  const cards = await personCards(call.tx, persons);
  demandChoosable(persons, { quota, among, by, nameOf: (person) => cards.get(person)?.name ?? '?' });
  await demandNoVeto(call, persons);
}

/**
 * 取消人选 by an upheld objection to the notice: the proposal is taken back, so that he cannot be chosen; the notice stays as the
 * record of who was named, and needs no other because nobody is added. Whoever decides on the objection has asked who may.
 */
export async function strikeNominee(call: Call, { selection: id, person, words }: { readonly selection: string; readonly person: string; readonly words: string }): Promise<void> {
  const selection = await heldSelection(call, id);
  const nomination = selection.nominations.find(({ nominee }) => nominee === person);
  if (nomination) await sayOf(call, selection, { person, organisation: nomination.organisation, proposed: false, minutes: nomination.minutes, reason: words });
}

/** A decision of discipline in force keeps somebody out at every step, whatever was decided before. @throws PersonVetoed */
async function demandNoVeto(call: Call, persons: readonly string[]): Promise<void> {
  const vetoed = await vetoedAmong(call, persons);
  if (vetoed.length > 0) throw refuseSelection('PersonVetoed', { names: await namesOfPersons(call.tx, vetoed) });
}

interface Said {
  readonly person: string;
  readonly organisation: string;
  readonly proposed: boolean;
  readonly minutes: string;
  readonly reason: string;
}

async function sayOf(call: Call, { selection, nominations }: Selection, { person, organisation, proposed, minutes, reason }: Said): Promise<void> {
  await call.tx.run(sql`INSERT INTO award_nomination (selection_id, nominee_id, number, organisation_id, proposed, minutes, reason, account_id, person_id, proposed_on)
    SELECT ${selection}, ${person}, 1 + count(*), ${organisation}, ${proposed}, ${minutes}, ${reason}, ${call.actor.account}, ${call.actor.person}::uuid, ${call.today}::date
    FROM award_nomination said WHERE said.selection_id = ${selection} AND said.nominee_id = ${person}`);
  call.audit({ kind: 'selection', id: selection, organisation, details: { proposed }, before: { proposed: nominations.some(({ nominee }) => nominee === person) } });
}

interface Taken {
  readonly stage: 'noticed' | 'returned' | 'decided';
  readonly persons: readonly string[];
  readonly from: CivilDate | null;
  readonly until: CivilDate | null;
  readonly words: string;
}

async function step(call: Call, { selection, organisation, stage: before }: Selection, { stage, persons, from, until, words }: Taken): Promise<void> {
  await call.tx.run(sql`INSERT INTO award_step (selection_id, number, stage, persons, from_day, until_day, words, account_id, person_id, taken_on)
    SELECT ${selection}, 1 + count(*), ${stage}, ${[...new Set(persons)]}::uuid[], ${from}::date, ${until}::date, ${words}, ${call.actor.account}, ${call.actor.person}::uuid, ${call.today}::date
    FROM award_step taken WHERE taken.selection_id = ${selection}`);
  call.audit({ kind: 'selection', id: selection, organisation, details: { stage }, before: { stage: before } });
}
