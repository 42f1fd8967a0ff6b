import { owedBy } from '#domain/activities/owed-make-up.ts';
import type { SessionSaved } from '#domain/activities/contract.ts';
import { attendancesAt } from '#domain/engine/attendance.ts';
import type { EvaluationInput } from '#domain/engine/reading.ts';
import type { LogEntryOf } from '#domain/facts/fact.ts';
import type { Call } from '#server/platform/call.ts';
import { effectsOfSession } from '#server/points/effect-reads.ts';
import { readWith } from './attendance-reads.ts';
import { lateDaysOf } from './session-reads.ts';

/** What followed from a record: told by the evaluator, with the new entry in its log. */
export async function savedAnswer(call: Call, evaluation: EvaluationInput, entry: LogEntryOf<'session'>, firstRecordedOn: string): Promise<SessionSaved> {
  const reading = readWith(evaluation, entry);
  const session = reading.world.sessions.get(entry.factId);
  const attendances = session ? attendancesAt(reading, session) : [];
  const owing = session ? attendances.flatMap((it) => owedBy(reading, session, it) ?? []).filter(({ required }) => required) : [];
  const count = (...statuses: readonly string[]): number => attendances.filter(({ status }) => statuses.includes(status)).length;
  return {
    session: entry.factId, version: entry.version,
    expected: count('present', 'madeUp', 'absent'), present: count('present'), excused: count('excused'),
    owing: owing.length === 0 ? null : { persons: owing.length, until: owing.map(({ until }) => until).toSorted().at(-1) ?? entry.day },
    lateDays: lateDaysOf(entry.day, firstRecordedOn), effects: [...(await effectsOfSession(call.tx, entry.factId))],
  };
}
