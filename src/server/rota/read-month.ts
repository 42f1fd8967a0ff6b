import { addDays, type CivilDate, lastOfMonth, type Period } from '#domain/calendar/civil-date.ts';
import { markedDays } from '#domain/calendar/marked-days.ts';
import { expectedAt, type Expectation } from '#domain/engine/attendance.ts';
import type { Reading } from '#domain/engine/reading.ts';
import type { DayCellRow, RotaMonth, StudyCellRow, StudyRow } from '#domain/rota/contract.ts';
import { knownCycleOf } from '#domain/rota/known-cycle-of.ts';
import { dayCell } from '#domain/rota/month-cells.ts';
import { movedToOf, studiesOf, type Study } from '#domain/rota/month-studies.ts';
import { calendarBetween } from '#server/calendar/calendar-reads.ts';
import type { Call } from '#server/platform/call.ts';
import { sql } from '#server/platform/sql.ts';
import { readingOf } from './expected-reads.ts';
import { type Legend, legendOf } from './reason-legend.ts';
import { peopleOf, placementsWhere, teamsOf, type PlacementRow } from './rota-reads.ts';
import { demandAt, mayReadReasons } from './rota-rights.ts';

/** The month of an organisation: people × days, and for each weekly study who misses it and why. */
export async function readRotaMonth(call: Call, { organisation, month }: { organisation: string; month: Period }): Promise<RotaMonth> {
  const { tx } = call;
  const above = await demandAt(call, 'readRota', organisation);
  const days = daysOf(month);
  const last = lastOfMonth(month);
  const reading = await readingOf(tx, organisation, `${month}-01`, last);
  const people = await peopleOf(tx, organisation, `${month}-01`, last);
  const placements = await placementsWhere(tx, sql`p.person_id = ANY(${people.map((it) => it.id)}::uuid[])
    AND p.from_day <= ${last} AND (p.to_day IS NULL OR p.to_day >= ${`${month}-01`})`);
  const calendar = await calendarBetween(tx, `${month}-01`, last);
  const studies = studiesOf(reading, organisation, month, calendar).map((study) => ({ study, list: expectedAt(reading, study) }));
  const legend = legendOf(reading, mayReadReasons(call, above), call.actor.person);
  const rows = people.map((person) => ({
    person,
    ...lastTeam(placements.filter((it) => it.person === person.id)),
    cells: days.map((day) => cellRow(reading, legend, organisation, person.id, day)),
    studies: studies.map(({ study, list }) => studyCell(legend, study, list, person.id)),
  }));
  const teams = (await teamsOf(tx, above, `${month}-01`)).filter((it) => it.state.from <= last);
  return {
    days, people: rows,
    teams: teams.map(({ team, name, state }) => ({ team, name, known: knownCycleOf(state)?.id ?? null })),
    studies: studies.map(({ study, list }) => studyRow(reading, legend, study, list)),
    reasons: legend.seen(),
    calendar: markedDays(calendar, `${month}-01`, last),
  };
}

function daysOf(month: Period): CivilDate[] {
  const days: CivilDate[] = [];
  for (let day = `${month}-01`; day <= lastOfMonth(month); day = addDays(day, 1)) days.push(day);
  return days;
}

const lastTeam = (placements: readonly PlacementRow[]): { team: string | null; waiting: boolean } => {
  const last = placements.at(-1);
  return { team: last?.team ?? null, waiting: last?.waiting ?? false };
};

function cellRow(reading: Reading, legend: Legend, organisation: string, person: string, day: CivilDate): DayCellRow {
  const cell = dayCell(reading, organisation, person, day);
  return cell.kind === 'away' ? { kind: 'away', ...legend.show(cell.reason, person, day) } : { ...cell };
}

function studyCell(legend: Legend, study: Study, list: readonly Expectation[], person: string): StudyCellRow {
  const found = list.find((it) => it.person === person);
  if (!found) return { state: 'notListed' };
  if (!found.excuse) return { state: 'expected' };
  return { state: 'excused', ...legend.show(found.excuse.reason, person, study.day) };
}

function studyRow(reading: Reading, legend: Legend, study: Study, list: readonly Expectation[]): StudyRow {
  const stop = reading.book.on(study.day)?.broughtBy.get('studyStop')?.id;
  const [sitting] = study.sittings;
  return {
    session: study.session, day: study.day, from: sitting?.from ?? '00:00', to: sitting?.to ?? '00:00',
    activities: study.activities.map((id) => legend.activity(id, study.day)),
    stopped: stop !== undefined && list.length > 0 && list.every((it) => it.excuse?.reason === stop),
    movedTo: movedToOf(reading, study),
    expected: list.filter((it) => !it.excuse).length, listed: list.length,
  };
}
