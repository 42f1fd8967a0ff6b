import type { CivilDate } from '#domain/calendar/civil-date.ts';
import { type ReckonedDay, type WorkingCalendar, workingDaysAfter } from '#domain/calendar/working-days.ts';
import type { PersonTotal } from '#domain/engine/evaluation.ts';
import type { FactState } from '#domain/facts/contract.ts';
import type { FilingClock } from './filing.ts';
import { refuseMonth } from './refusals.ts';

export type Statement = FactState<'statement'>;
type Total = Pick<PersonTotal, 'total' | 'parts'>;

/**
 * The numbers of a statement: of the year to the month's end, and of the month alone, which is what the month added. So
 * the months of a year add up to its total, whatever shares and limits of the year do in between.
 * @param before the same at the end of the month before; null at the beginning of a year.
 */
export function statementNumbers(end: Total | null, before: Total | null): Pick<Statement, 'total' | 'month' | 'parts'> {
  return {
    total: end?.total ?? null,
    month: added(end?.total, before?.total),
    parts: (end?.parts ?? []).map(({ part, value }) => ({
      part, total: value, month: added(value, before?.parts.find((it) => it.part === part)?.value) })),
  };
}

const added = (end: number | null | undefined, before: number | null | undefined): number | null =>
  (end === null || end === undefined ? null : end - (before ?? 0));

/** How a statement stands on a day; silence confirms once the last day for an objection is over, if that day is certain. */
export type StatementStanding = Statement['stage'] | 'silent';

export const standingOf = ({ stage, objectUntil }: Pick<Statement, 'stage' | 'objectUntil'>, today: CivilDate): StatementStanding =>
  (stage === 'issued' && objectUntil !== null && objectUntil < today ? 'silent' : stage);

/** The last day for whoever is to move next: the branch answers, the member asks for review, the organs committee reviews. */
export function nextDeadline({ stage, movedOn, objectUntil }: Statement, calendar: WorkingCalendar, filing: FilingClock): ReckonedDay | null {
  switch (stage) {
    case 'issued': return objectUntil === null ? workingDaysAfter(calendar, movedOn, filing.objectionDays) : { day: objectUntil, provisional: false };
    case 'objected': return workingDaysAfter(calendar, movedOn, filing.answerDays);
    case 'answered': return workingDaysAfter(calendar, movedOn, filing.objectionDays);
    case 'appealed': return workingDaysAfter(calendar, movedOn, filing.reviewDays);
    case 'confirmed': case 'reviewed': return null;
  }
}

/** Confirming and objecting are the member's own, while the statement waits for him. @throws StatementSettled */
export function demandWaiting(statement: Statement, today: CivilDate): void {
  const standing = standingOf(statement, today);
  if (standing !== 'issued') throw refuseMonth('StatementSettled', {});
}

/**
 * 复核 can be asked for after an answer, in time, or when the branch let its own time run out.
 * @param overdue whether the last day of the one who was to move is over for certain.
 * @throws ReviewNotOpen
 */
export function demandAppealable({ stage }: Statement, overdue: boolean): void {
  if ((stage === 'answered' && !overdue) || (stage === 'objected' && overdue)) return;
  throw refuseMonth('ReviewNotOpen', {});
}

/** Who took part in the disputed entry, or is the member himself, does not decide (finding 22). @throws OwnObjection, OwnEntryDisputed */
export function demandImpartial(statement: Statement, decider: string | null, authors: readonly string[]): void {
  if (decider === null || decider === statement.person) throw refuseMonth('OwnObjection', {});
  if (authors.includes(decider)) throw refuseMonth('OwnEntryDisputed', {});
}
