import { addMonths, type Period } from '#domain/calendar/civil-date.ts';
import { workingDaysAfter } from '#domain/calendar/working-days.ts';
import type { LogEntryOf } from '#domain/facts/fact.ts';
import { filingOf } from '#domain/months/filing.ts';
import type { Statement } from '#domain/months/statement-rules.ts';
import { calendarBetween } from '#server/calendar/calendar-reads.ts';
import { type AnyNewFact, amendFact, recordFacts } from '#server/facts/record-fact.ts';
import type { Call } from '#server/platform/call.ts';
import { knownAt } from '#server/points/known-reads.ts';
import { schemeOn } from '#server/schemes/scheme-reads.ts';
import { membersAtEnd, type Prepared, saidAt, sayer } from './prepare-statements.ts';
import { statementsOf } from './statement-reads.ts';

/**
 * 积分确认单 of everybody who was a member below the organisation at the month's end: pinned to what the log knew when
 * the month was locked. Locked again after a reopening, only those get a new version whose numbers have changed.
 * @param prepared what was worked out before the log stood still, where that was done.
 * @returns how many were issued.
 */
export async function issueStatements(call: Call, organisation: string, period: Period, seq: number, prepared: Prepared | null = null): Promise<number> {
  const members = await membersAtEnd(call, organisation, period);
  if (members.length === 0) return 0;
  const say = prepared ? await saidAt(call, prepared, period, seq) : sayer(await knownAt(call.tx, seq), period);
  const objectUntil = await lastDayToObject(call, period);
  const before = new Map((await statementsOf(call.tx, members.map(({ person }) => person), period)).map((it) => [it.state.person, it]));
  const fresh: AnyNewFact[] = [];
  let again = 0;
  for (const { person, home } of members) {
    const said = say(person);
    if (!said) continue;
    const state: Statement = {
      person, organisation: home, period, ...said, issuedOn: call.today, objectUntil, stage: 'issued', disputed: null, verdict: null, answered: null,
      movedOn: call.today,
    };
    const earlier = before.get(person);
    if (!earlier) fresh.push({ kind: 'statement', state });
    else if (differs(earlier, state)) {
      again += 1;
      await amendFact(call, { kind: 'statement', factId: earlier.factId, version: earlier.version, state });
    }
  }
  await recordFacts(call, fresh);
  return fresh.length + again;
}

const differs = ({ state: { total, month, groundsHash } }: LogEntryOf<'statement'>, next: Statement): boolean =>
  total !== next.total || month !== next.month || groundsHash !== next.groundsHash;

async function lastDayToObject({ tx, today }: Call, period: Period): Promise<string | null> {
  const calendar = await calendarBetween(tx, today, `${addMonths(today.slice(0, 7), 4)}-01`);
  const last = workingDaysAfter(calendar, today, filingOf(await schemeOn(tx, `${period}-01`)).objectionDays);
  return last.provisional ? null : last.day;
}
