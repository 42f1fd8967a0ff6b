import { dayOfMakeUp, madeUpIn } from '#domain/activities/grid/made-up-mark.ts';
import { makeUpRefusal } from '#domain/activities/owed-make-up.ts';
import type { CivilDate } from '#domain/calendar/civil-date.ts';
import { attendanceOf } from '#domain/engine/attendance.ts';
import { type Reading, read } from '#domain/engine/reading.ts';
import type { FactState } from '#domain/facts/contract.ts';
import type { LogEntryOf } from '#domain/facts/fact.ts';
import { evaluationWith } from '#server/activities/attendance-reads.ts';
import { lateRefusal } from '#server/months/open-month-reads.ts';
import type { Call } from '#server/platform/call.ts';
import { newId } from '#server/platform/ids.ts';
import * as faultOf from './grid-faults.ts';
import type { GridFault } from './grid-faults.ts';
import type { GridPerson, PlaceGround } from './grid-ground.ts';

/** A cell that says somebody made the session up. */
export interface MadeUpCell {
  readonly row: number;
  readonly person: GridPerson;
  readonly value: string;
  readonly key: string;
}

export type PlannedMakeUp = Pick<FactState<'makeUp'>, 'person' | 'day' | 'way'>;

/**
 * The make-ups of a session that the same column enters, or what stands against them: asked as the form asks, of the log as
 * it would be with that session. A sheet says neither how nor mostly when; then it is reading, on the day of the session.
 */
export function planMakeUps({ today }: Call, at: number, there: PlaceGround, entry: LogEntryOf<'session'>, cells: readonly MadeUpCell[]): { makeUps: PlannedMakeUp[]; faults: GridFault[] } {
  const makeUps: PlannedMakeUp[] = [];
  const faults: GridFault[] = [];
  if (cells.length === 0) return { makeUps, faults };
  const reading = read(evaluationWith(there.evaluation, entry));
  for (const cell of cells) {
    const day = dayOf(cell, entry.day);
    const fault = day === null || day < entry.day || day > today ? faultOf.makeUpDayWrong(entry.day, today) : against(reading, entry.factId, cell.person, day);
    if (fault !== null) faults.push({ row: cell.row, at, value: cell.value, ...fault });
    else if (day !== null) makeUps.push({ person: cell.person.id, day, way: 'reading' });
  }
  return { makeUps, faults };
}

function against(reading: Reading, fact: string, { id, name }: GridPerson, day: CivilDate): ReturnType<typeof faultOf.ofRefusal> | null {
  const session = reading.world.sessions.get(fact);
  const refused = makeUpRefusal(reading, session, id, day, name);
  const attendance = session && attendanceOf(reading, session, id);
  if (refused?.refusal.name !== 'MakeUpNotNeeded' || !attendance || !['absent', 'excused'].includes(attendance.status)) return refused && faultOf.ofRefusal(refused);
  return attendance.reason === null ? faultOf.makeUpNotOwed : faultOf.makeUpNotForReason;
}

/** Make-ups that a session which is there lacks; whatever else the sheet says of it differently is told and left. */
export async function addedMakeUps(call: Call, { reading, madeUp }: PlaceGround, { session, state }: { readonly session: string; readonly state: FactState<'session'> }, cells: readonly MadeUpCell[]): Promise<PlannedMakeUp[]> {
  const added = cells.flatMap((cell): PlannedMakeUp[] => {
    const day = dayOf(cell, state.day);
    const stands = !madeUp.has(`${session} ${cell.person.id}`) && day !== null && day >= state.day && day <= call.today && makeUpRefusal(reading, reading.world.sessions.get(session), cell.person.id, day, cell.person.name) === null;
    return stands ? [{ person: cell.person.id, day, way: 'reading' }] : [];
  });
  const [first] = added;
  return first && (await lateRefusal(call, asLogged(call, session, state.period, first))) ? [] : added;
}

const asLogged = (call: Call, session: string, period: string, it: PlannedMakeUp): LogEntryOf<'makeUp'> => ({
  kind: 'makeUp', state: { session, ...it }, period, standing: 'counted', day: it.day, seq: 0, factId: newId(call.now.getTime()), version: 1, change: 'recorded', recordedBy: call.actor.person, recordedOn: call.today,
});

function dayOf({ key }: MadeUpCell, session: CivilDate): CivilDate | null {
  const said = madeUpIn(key)?.day ?? null;
  return said === null ? session : dayOfMakeUp(said, session);
}
