import { lexicon } from '#domain/activities/lexicon.ts';
import { owedBy } from '#domain/activities/owed-make-up.ts';
import type { Participant } from '#domain/activities/record-contract.ts';
import { attendancesAt } from '#domain/engine/attendance.ts';
import { type EvaluationInput, read } from '#domain/engine/reading.ts';
import type { FactState } from '#domain/facts/contract.ts';
import type { Call } from '#server/platform/call.ts';
import { sql } from '#server/platform/sql.ts';
import { sourcesOf } from './grid/grid-batch-reads.ts';
import { inOrder, personCards } from './name-reads.ts';
import type { Standing } from './rights.ts';
import type { SessionRow } from './session-reads.ts';

/** What became of everybody who was expected, by group and number; reasons only where the reader may know them. */
export async function participantsOf(call: Call, row: SessionRow, evaluation: EvaluationInput, standing: Standing): Promise<Participant[]> {
  const reading = read(evaluation);
  const words = lexicon(evaluation.schemes);
  const session = reading.world.sessions.get(row.session);
  if (!session) return [];
  const attendances = new Map(attendancesAt(reading, session).map((it) => [it.person, it]));
  const makeUps = await makeUpsOf(call, row.session);
  const sittings = new Map(row.state.marks.map(({ person, mark, sitting }) => [person, mark === 'present' || mark === 'late' ? sitting : null]));
  const reasons = standing.may('readReasons').allowed;
  return (await inOrder(call.tx, [...attendances.keys()], row.state.day)).flatMap(({ group, ...person }): Participant[] => {
    const attendance = attendances.get(person.id);
    if (!attendance || attendance.status === 'notExpected') return [];
    const reason = attendance.reason === null ? null : words.reason(attendance.reason, row.state.day);
    const absent = attendance.status === 'absent' ? 'absent' : null;
    return [{
      person, group, status: attendance.status, credit: attendance.credit, sitting: sittings.get(person.id) ?? null,
      reason: reason && (reasons || person.id === call.actor.person) ? reason.label : null,
      reasonClass: reason?.shownAs ?? absent,
      makeUp: makeUps.get(person.id) ?? null, owes: makeUps.has(person.id) ? null : owedBy(reading, session, attendance),
    }];
  });
}

interface MakeUpRow {
  readonly id: string;
  readonly version: number;
  readonly state: FactState<'makeUp'>;
  readonly standing: 'counted' | 'proposed';
  readonly recordedBy: string | null;
  readonly confirmedBy: readonly string[];
}

async function makeUpsOf({ tx }: Call, session: string): Promise<ReadonlyMap<string, NonNullable<Participant['makeUp']>>> {
  const rows = await tx.many<MakeUpRow>(sql`
    SELECT f.fact_id AS id, f.version, f.state, f.standing, f.recorded_by AS "recordedBy",
      ARRAY(SELECT cf.recorded_by::text FROM confirmation c JOIN fact cf ON cf.fact_id = c.fact_id
        WHERE c.confirmed_id = f.fact_id AND c.version = f.version AND cf.recorded_by <> f.recorded_by) AS "confirmedBy"
    FROM make_up m JOIN fact f ON f.fact_id = m.fact_id WHERE m.session_id = ${session}`);
  const cards = await personCards(tx, rows.flatMap(({ recordedBy, confirmedBy }) => [...(recordedBy === null ? [] : [recordedBy]), ...confirmedBy]));
  const name = (person: string): string => cards.get(person)?.name ?? '?';
  const sources = await sourcesOf(tx, rows.map(({ id }) => id));
  return new Map(rows.map(({ id, version, state, standing, recordedBy, confirmedBy }) => [state.person, {
    id, version, day: state.day, way: state.way, proposed: standing === 'proposed' && confirmedBy.length === 0,
    recordedBy: recordedBy === null ? null : name(recordedBy), confirmedBy: confirmedBy.map(name), source: sources.get(id)?.fileName ?? null,
  }]));
}
