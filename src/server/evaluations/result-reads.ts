import { may } from '#domain/access/policy.ts';
import { addMonths, type CivilDate } from '#domain/calendar/civil-date.ts';
import { workingDaysAfter } from '#domain/calendar/working-days.ts';
import { schemeBook } from '#domain/engine/scheme-book.ts';
import { columnsOf, memberResultIn, type MemberResultRule } from '#domain/evaluations/members-year.ts';
import type { MemberResultView, ResultStanding } from '#domain/evaluations/result-contract.ts';
import type { FactState } from '#domain/facts/contract.ts';
import type { LogEntry, LogEntryOf } from '#domain/facts/fact.ts';
import { filingOf } from '#domain/months/filing.ts';
import type { Words } from '#domain/words/words.ts';
import { calendarBetween } from '#server/calendar/calendar-reads.ts';
import type { FactText } from '#server/facts/fact-text.ts';
import { factOf, lastEntries, textOf, textsOf, versionsOf } from '#server/facts/fact-reads.ts';
import { lineage } from '#server/orgs/organisation-reads.ts';
import type { Call } from '#server/platform/call.ts';
import type { Tx } from '#server/platform/database.ts';
import { sql } from '#server/platform/sql.ts';
import { cardsOf, namesOf } from '#server/points/points-reads.ts';
import { adoptedSchemes, schemeOn } from '#server/schemes/scheme-reads.ts';

export type MemberResult = FactState<'memberResult'>;
export type ResultEntry = LogEntryOf<'memberResult'>;

export interface ResultText {
  readonly reason: string;
  readonly document: string;
  readonly words: string;
  /** Of the meeting that changed the grade after an objection. */
  readonly minutes: string;
}

const only = (entries: readonly LogEntry[]): ResultEntry[] => entries.filter((entry) => entry.kind === 'memberResult');

export const resultsOf = async (tx: Tx, review: string): Promise<ResultEntry[]> =>
  only(await lastEntries(tx, sql`fact_id IN (SELECT fact_id FROM member_result WHERE review_id = ${review})`));

export const resultsOfPerson = async (tx: Tx, person: string): Promise<ResultEntry[]> =>
  only(await lastEntries(tx, sql`fact_id IN (SELECT fact_id FROM member_result WHERE person_id = ${person})`));

export const resultText = async (tx: Tx, factId: string, version: number): Promise<ResultText> => textIn(await textOf(tx, factId, version));

/** Written by this room alone, as a whole; blanked it is null. */
const textIn = (text: FactText | null): ResultText => ({ reason: '', document: '', words: '', minutes: '', ...(text as Partial<ResultText> | null) });

/** Silence confirms once the last day for an objection is over, if that day is certain. */
export const standingOfResult = ({ stage, objectUntil }: Pick<MemberResult, 'stage' | 'objectUntil'>, today: CivilDate): ResultStanding =>
  (stage === 'told' && objectUntil !== null && objectUntil < today ? 'silent' : stage);

/** Whether the member still has to read it: what he was told, or the answer to his objection; while the branch decides anew there is nothing to read. */
export const isToRead = (state: MemberResult, today: CivilDate): boolean =>
  standingOfResult(state, today) === 'told' || (state.stage === 'answered' && (state.verdict === 'rejected' || state.regraded !== undefined));

/** One result as its member and those who answer for it see it. */
export async function viewOfResult(call: Call, entry: ResultEntry): Promise<MemberResultView> {
  const { tx, actor, today } = call;
  const { state } = entry;
  const rule = memberResultIn({ book: schemeBook(await adoptedSchemes(tx)) }, state.year);
  const [person] = await cardsOf(tx, [state.person]);
  const text = await resultText(tx, entry.factId, entry.version);
  const review = await factOf(tx, 'memberReview', state.review);
  const member = review?.state.members.find((it) => it.person === state.person);
  const standing = standingOfResult(state, today);
  const own = actor.person === state.person;
  const above = await lineage(tx, state.organisation, today);
  const answers = !own && actor.person !== null && state.stage === 'objected' && may(actor, 'answerResults', above).allowed;
  return {
    result: entry.factId, version: entry.version, year: state.year, standing, verdict: state.verdict,
    person: person ?? { id: state.person, name: '', number: '' },
    organisation: { id: state.organisation, name: (await namesOf(tx, [], [state.organisation]))[state.organisation] ?? '' },
    value: state.value, grade: gradeIn(rule, state.grade),
    regraded: state.regraded === undefined ? null : { from: gradeIn(rule, state.regraded.from), on: state.regraded.on, minutes: text.minutes },
    reason: text.reason, talkedOn: member?.talkedOn ?? null, approvedOn: review?.state.approvedOn ?? null, document: text.document,
    parts: columnsOf(rule).map((part) => ({ ...part, value: member?.figures.find((it) => it.part === part.part)?.value ?? null })),
    toldOn: state.toldOn, deadline: standing === 'told' ? state.objectUntil : null, answerBy: standing === 'objected' ? await answerDay(call, state.movedOn) : null,
    scheme: { label: rule.version.scheme.label, version: state.schemeVersion }, asOf: { seq: state.asOfSeq, day: state.date },
    history: await historyOf(call, entry, rule),
    may: {
      confirm: own && isToRead(state, today), object: own && standing === 'told',
      answer: answers, regrade: answers && may(actor, 'approveMemberReviews', above).allowed,
    },
  };
}

const gradeIn = ({ result }: MemberResultRule, grade: string): Words => result.grades?.find(({ id }) => id === grade)?.label ?? { zh: grade, en: grade };

/** By when the office answers; null while the calendar of the year is not announced, because then nothing runs out. */
async function answerDay({ tx, today }: Call, objectedOn: CivilDate): Promise<CivilDate | null> {
  const calendar = await calendarBetween(tx, objectedOn, `${addMonths(today.slice(0, 7), 4)}-01`);
  const last = workingDaysAfter(calendar, objectedOn, filingOf(await schemeOn(tx, objectedOn)).answerDays);
  return last.provisional ? null : last.day;
}

async function historyOf({ tx, today }: Call, { factId }: ResultEntry, rule: MemberResultRule): Promise<MemberResultView['history']> {
  const versions = only(await versionsOf(tx, factId));
  const names = await namesOf(tx, versions.flatMap(({ recordedBy }) => recordedBy ?? []), []);
  const textAt = await textsOf(tx, factId);
  return versions.map(({ version, state, recordedBy, recordedOn }, at) => ({
    standing: at === versions.length - 1 ? standingOfResult(state, today) : state.stage, grade: gradeIn(rule, state.grade), on: recordedOn, by: recordedBy === null ? null : names[recordedBy] ?? null,
    words: textIn(textAt(version)).words,
  }));
}
