import { addMonths } from '#domain/calendar/civil-date.ts';
import { workingDaysAfter } from '#domain/calendar/working-days.ts';
import { type MemberReview, participants, type ReviewedMember } from '#domain/evaluations/grading-rules.ts';
import { filingOf } from '#domain/months/filing.ts';
import { calendarBetween } from '#server/calendar/calendar-reads.ts';
import { type AnyNewFact, amendFact, recordFacts } from '#server/facts/record-fact.ts';
import type { Call } from '#server/platform/call.ts';
import { schemeOn } from '#server/schemes/scheme-reads.ts';
import { type MemberResult, type ResultEntry, resultsOf } from './result-reads.ts';
import type { ReviewText } from './review-reads.ts';

/**
 * Every member is told his own grade and value, and may object for some working days. Told again after a return, only
 * those whose grade or grounds are others now, and who had objected, get a new version.
 * @returns how many were told.
 */
export async function tellMembers(call: Call, review: string, state: MemberReview, text: ReviewText): Promise<number> {
  const before = new Map((await resultsOf(call.tx, review)).map((it) => [it.state.person, it]));
  const objectUntil = await lastDayToObject(call);
  const fresh: AnyNewFact[] = [];
  let again = 0;
  for (const member of participants(state.members)) {
    const { pin, organisation, year } = state;
    if (pin === null || member.grade === null) continue;
    const next: MemberResult = {
      person: member.person, organisation, review, year, value: member.value, grade: member.grade, ...pin, groundsHash: member.groundsHash,
      toldOn: call.today, objectUntil, stage: 'told', verdict: null, movedOn: call.today,
    };
    const words = { reason: text.reasons[member.person] ?? '', document: text.document, words: '', minutes: '' };
    const earlier = before.get(member.person);
    if (!earlier) fresh.push({ kind: 'memberResult', state: next, text: words });
    else if (differs(earlier, member)) {
      again += 1;
      await amendFact(call, { kind: 'memberResult', factId: earlier.factId, version: earlier.version, state: next, text: words });
    }
  }
  await recordFacts(call, fresh);
  return fresh.length + again;
}

const differs = ({ state }: ResultEntry, { grade, value, groundsHash }: ReviewedMember): boolean =>
  state.grade !== grade || state.value !== value || state.groundsHash !== groundsHash || state.stage === 'answered';

async function lastDayToObject({ tx, today }: Call): Promise<string | null> {
  const calendar = await calendarBetween(tx, today, `${addMonths(today.slice(0, 7), 4)}-01`);
  const last = workingDaysAfter(calendar, today, filingOf(await schemeOn(tx, today)).objectionDays);
  return last.provisional ? null : last.day;
}
