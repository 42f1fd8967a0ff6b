import { setImmediate } from 'node:timers/promises';
import type { AttendanceGrid, GridColumn } from '#domain/activities/grid/attendance-grid.ts';
import { byUnits } from '#domain/activities/grid/grid-units.ts';
import { columnName } from '#domain/imports/column-name.ts';
import { isUncertainDay } from '#domain/imports/day-titles.ts';
import { withoutDay } from '#domain/activities/grid/made-up-mark.ts';
import { legendMeaning, markKey, markOf, meaningOf } from '#domain/activities/grid/mark-meaning.ts';
import type { SessionText } from '#domain/activities/contract.ts';
import { emptyText } from '#domain/activities/empty-text.ts';
import type { Mark } from '#domain/activities/marks.ts';
import { rosterOf } from '#domain/activities/roster.ts';
import { sessionOfRecord } from '#domain/activities/session-of-record.ts';
import { type CivilDate, parseCivilDate, type Period, periodOf, weekday } from '#domain/calendar/civil-date.ts';
import { Refused } from '#domain/contracts/refusal.ts';
import type { FactState } from '#domain/facts/contract.ts';
import type { LogEntryOf } from '#domain/facts/fact.ts';
import { plainTitle } from '#domain/imports/cell-text.ts';
import { isGroup } from '#domain/orgs/categories.ts';
import type { Activity, Scheme } from '#domain/schemes/scheme.ts';
import { lateRefusal } from '#server/months/open-month-reads.ts';
import type { OrganisationOnDay } from '#server/orgs/organisation-reads.ts';
import type { Call } from '#server/platform/call.ts';
import { matterKeyOf } from '#server/registers/register-reads.ts';
import { newId } from '#server/platform/ids.ts';
import * as faultOf from './grid-faults.ts';
import type { GridFault } from './grid-faults.ts';
import { belongs, gridGround, type GridGround, placeGround, type PlaceGround } from './grid-ground.ts';
import type { GridAsked } from './grid-jobs.ts';
import { type NamedRow, namedRows } from './grid-people.ts';
import { type MadeUpCell, type PlannedMakeUp, planMakeUps, addedMakeUps } from './plan-make-ups.ts';

export interface PlannedSession {
  readonly state: FactState<'session'>;
  readonly text: SessionText;
  readonly makeUps: readonly PlannedMakeUp[];
}
interface Placed {
  readonly column: GridColumn;
  readonly activity: Activity | null;
}
/** What one column of a sheet means for the system. One with a fault enters nothing; one in which nobody is marked is no session. */
export type ColumnPlan = Placed & (
  | { readonly outcome: 'created'; readonly session: PlannedSession; readonly expected: number }
  | { readonly outcome: 'there'; readonly differs: boolean; readonly session: string; readonly period: Period; readonly makeUps: readonly PlannedMakeUp[] }
  | { readonly outcome: 'faulty'; readonly faults: readonly GridFault[] });

export interface SheetPlan {
  readonly grid: AttendanceGrid;
  readonly place: OrganisationOnDay | null;
  readonly columns: readonly ColumnPlan[];
}

/** Decides sheet by sheet and column by column what carrying out the workbook would enter; writes nothing. */
export async function planGrids(call: Call, grids: readonly AttendanceGrid[], asked: GridAsked, onSheet: (done: number) => Promise<void>): Promise<readonly SheetPlan[]> {
  const ground = await gridGround(call);
  const plans: SheetPlan[] = [];
  /** Sessions of the workbook by organisation, activity and day. */
  const above = new Map<string, string>();
  for (const [done, whole] of grids.entries()) {
    for (const grid of byUnits(whole, (unit) => isBranch(ground.placeOf(unit, daysOf(whole))))) {
      plans.push(await planSheet(call, grid, ground, asked, above));
      await setImmediate();
    }
    await onSheet(done + 1);
  }
  return plans;
}

const isBranch = (place: OrganisationOnDay | undefined): boolean => place !== undefined && !isGroup(place.category);
const daysOf = ({ columns }: AttendanceGrid): CivilDate[] => columns.flatMap(({ day }) => day ?? []);

/** A sheet of such a name is of that organisation and no other, even when the caller may not record there. */
const NAMES_A_PLACE = /支部|总支|委员会|党委|小组/;
/** 拘留所党支部2026年考勤表 is of that branch, also when it is none of ours; 党支部考勤表, 本支部 and 各支部 name none. */
const NAMED_IN_TITLE = /(?:^|[\s:：年月])(?!(?:本|各|全|我|机关)?党?支部)([^\s:：年月]{2,30}支部)/;

async function planSheet(call: Call, grid: AttendanceGrid, ground: GridGround, asked: GridAsked, above: Map<string, string>): Promise<SheetPlan> {
  const days = daysOf(grid);
  const told = ground.placeOf(grid.organisation, days) ?? ground.placeOf(grid.sheet, days);
  // What the sheet or its file says of itself goes before what was chosen for sheets that say nothing.
  const spokenOf = NAMES_A_PLACE.test(grid.sheet) ? undefined : ground.placeIn(grid.title, days) ?? ground.placeIn(asked.fileName, days);
  const [, another] = NAMED_IN_TITLE.exec(grid.title) ?? [];
  const silent = another === undefined && !NAMES_A_PLACE.test(grid.sheet) ? ground.places.find(({ id }) => id === asked.organisation) : undefined;
  const gone = told || spokenOf ? undefined : ground.handedOverIn([grid.organisation, grid.sheet, grid.title, asked.fileName], days);
  const place = told ?? (grid.organisation === grid.sheet ? spokenOf ?? (gone ? undefined : silent) : undefined);
  const filled = grid.columns.filter(({ at }) => grid.rows.some(({ cells }) => markKey(cells[at] ?? '') !== ''));
  if (!place) {
    const named = grid.organisation === grid.sheet ? another ?? grid.organisation : grid.organisation;
    const fault = { row: grid.headRow, at: Math.max(0, Math.min(grid.at.number, grid.at.name)), value: named, ...(gone?.dissolved ? faultOf.handedOver(gone.shortName, gone.dissolved) : faultOf.placeUnknown(named)) };
    return { grid, place: null, columns: filled.map((column) => ({ column, activity: null, outcome: 'faulty', faults: [fault] })) };
  }
  const there = await placeGround(call, place, grid);
  const people = namedRows(grid, there);
  const columns: ColumnPlan[] = [];
  for (const column of filled) columns.push(await planColumn(call, { grid, column, ground, there, people, asked, above }));
  return { grid, place, columns };
}

interface Column {
  readonly grid: AttendanceGrid;
  readonly column: GridColumn;
  readonly ground: GridGround;
  readonly there: PlaceGround;
  readonly people: readonly NamedRow[];
  readonly asked: GridAsked;
  readonly above: Map<string, string>;
}

/** What is wrong with a column as a whole stands at its head. */
function headFault({ grid, column }: Column, what: Pick<GridFault, 'rule' | 'suggestion'>): ColumnPlan {
  return { column, activity: null, outcome: 'faulty', faults: [{ row: grid.headRow, at: column.at, value: column.written, ...what }] };
}

async function planColumn(call: Call, it: Column): Promise<ColumnPlan> {
  const { column, ground, there, asked, above } = it;
  const { day } = column;
  if (day === null) return headFault(it, isUncertainDay(column.written) ? faultOf.dayUncertain(column.written) : faultOf.dayUnread);
  const scheme = ground.adopted.findLast(({ from }) => from <= day)?.scheme;
  if (!scheme) return headFault(it, faultOf.noSchemeThen(day));
  const activity = activityOf(scheme, column.activity, asked.activity);
  if (!activity) return headFault(it, faultOf.activityUnknown(column.activity, scheme.activities.map(({ label }) => label.zh)));
  const meant = noughtLostIn(column, activity);
  if (meant !== null) return headFault(it, faultOf.noughtLost(column.written, day, meant));
  const hours = hoursOf(column.time, activity);
  if (hours === null) return headFault(it, faultOf.timeUnread);
  const { dissolved } = there.place;
  if (dissolved !== null && day > dissolved) return headFault(it, faultOf.endedBefore(there.place.shortName, dissolved));
  const refused = await there.refusedOn(day);
  if (refused) return headFault(it, faultOf.ofRefusal(refused));
  const key = `${there.place.id} ${activity.id} ${day} ${column.time === '' ? '' : hours.from}`;
  const twin = above.get(key);
  if (twin !== undefined) return headFault(it, faultOf.twice(twin));
  above.set(key, columnName(column.at));

  const known = there.sessions.find(({ state }) => state.day === day && state.activities.includes(activity.id) && (column.time === '' || state.sittings.some(({ from }) => from === hours.from)));
  if (known?.state.stage === 'arranged') return headFault(it, faultOf.arrangedAlready);
  const { marks, attendees, faults, expected, madeUp } = marksIn(it, scheme, activity, { day, ...hours });
  if (known) {
    const makeUps = await addedMakeUps(call, there, known, madeUp);
    return { column, activity, outcome: 'there', session: known.session, period: known.state.period, differs: faults.length > 0 || differ(known.state.marks, marks), makeUps };
  }
  if (faults.length > 0) return { column, activity, outcome: 'faulty', faults };
  const planned = sessionAs(call, it, scheme, { day, ...hours }, activity, { marks, attendees });
  if (planned instanceof Refused) return headFault(it, faultOf.ofRefusal(planned));
  const entry = asLogged(call, planned.state);
  const late = await lateRefusal(call, entry);
  if (late) return headFault(it, faultOf.ofRefusal(late));
  const made = planMakeUps(call, column.at, there, entry, madeUp);
  return made.faults.length > 0 ? { column, activity, outcome: 'faulty', faults: made.faults } : { column, activity, outcome: 'created', session: { ...planned, makeUps: made.makeUps }, expected };
}

const ONE_DIGIT_DAY = /^\d{1,2}\.[123]$/;

/** The 10th, 20th or 30th where the column says 8.1, a day on which this weekly activity is not, and the other one is. */
function noughtLostIn({ written, day }: GridColumn, activity: Activity): CivilDate | null {
  if (day === null || activity.weekday === null || !ONE_DIGIT_DAY.test(written) || weekday(day) === activity.weekday) return null;
  const meant = parseCivilDate(`${day.slice(0, 8)}${day.slice(9)}0`);
  return meant !== null && weekday(meant) === activity.weekday ? meant : null;
}

/** What the column calls itself, or what the upload says that columns are; part of a name is enough where one has it. */
function activityOf({ activities }: Scheme, written: string, usual: string): Activity | null {
  if (written === '') return activities.find(({ id }) => id === usual) ?? null;
  const wanted = plainTitle(written);
  const exact = activities.find(({ id, label }) => id === written || plainTitle(label.zh) === wanted || plainTitle(label.en) === wanted);
  const likely = activities.filter(({ label }) => plainTitle(label.zh).includes(wanted));
  return exact ?? (likely.length === 1 ? likely[0] ?? null : null);
}

const HOURS = /^(\d{1,2})[:：](\d{2})\s*[-–—~～至]\s*(\d{1,2})[:：](\d{2})$/;

function hoursOf(written: string, { from, to }: Activity): { from: string; to: string } | null {
  if (written === '') return { from, to };
  const [, h1 = '', m1 = '', h2 = '', m2 = ''] = HOURS.exec(written) ?? [];
  const clock = (hour: string, minute: string): string | null => (Number(hour) < 24 && Number(minute) < 60 && hour !== '' ? `${hour.padStart(2, '0')}:${minute}` : null);
  const [begin, end] = [clock(h1, m1), clock(h2, m2)];
  return begin === null || end === null ? null : { from: begin, to: end };
}

type Hours = FactState<'session'>['sittings'][number];

/**
 * The marks of a column, with what stands against them; whoever is expected and says nothing is left to leave and duty, else
 * absent. Who belonged here without being expected (no member of the Party, retired) and was there, was there in attendance (列席).
 */
function marksIn({ grid, column, there, people, asked }: Column, scheme: Scheme, activity: Activity, sitting: Hours): { marks: Mark[]; attendees: string[]; faults: GridFault[]; expected: number; madeUp: MadeUpCell[] } {
  const roster = rosterOf(there.reading, { organisation: there.place.id, day: sitting.day, activities: [activity.id], sittings: [sitting] });
  const standing = new Map(roster.map((it) => [it.person, it.standing]));
  const chosen = new Map(asked.marks.map(({ written, meaning }) => [written, meaning]));
  const marks: Mark[] = [];
  const attendees: string[] = [];
  const faults: GridFault[] = [];
  const madeUp: MadeUpCell[] = [];
  const listed = new Set<string>();
  for (const { line, person, fault } of people) {
    const value = line.cells[column.at] ?? '';
    const key = markKey(value);
    const cell = (what: Pick<GridFault, 'rule' | 'suggestion'>): void => void faults.push({ row: line.row, at: column.at, value, ...what });
    if (person) listed.add(person.id);
    const meaning = chosen.get(withoutDay(key)) ?? legendMeaning(grid.legend, key, scheme) ?? meaningOf(key, scheme);
    const mark = meaning === null ? null : markOf(meaning, key, scheme);
    if (person && meaning === 'madeUp') madeUp.push({ row: line.row, person, value, key });
    if (meaning === null || (mark === null && meaning !== 'unmarked' && meaning !== 'madeUp')) cell(faultOf.markUnknown(value));
    else if (fault && mark) faults.push(fault);
    else if (person && mark && !standing.has(person.id) && !belongs(there.reading, person.id, there.place.id, sitting.day)) cell(faultOf.notExpected(sitting.day));
    else if (person && mark && !standing.has(person.id)) attendees.push(...(mark.mark === 'present' || mark.mark === 'late' ? [person.id] : []));
    else if (person && mark) marks.push({ person: person.id, sitting: 0, ...mark });
    else if (person && standing.get(person.id) === 'expected') marks.push({ person: person.id, sitting: 0, mark: 'absent', reason: null });
  }
  const unlisted = roster.filter((it) => it.standing === 'expected' && !listed.has(it.person)).map(({ person }) => there.persons.find(({ id }) => id === person)?.name ?? '?');
  if (unlisted.length > 0 && faults.length === 0) faults.push({ row: grid.headRow, at: column.at, value: column.written, ...faultOf.notListed(unlisted) });
  return { marks, attendees, faults, expected: roster.length, madeUp };
}

/** The session as the form would have made it, or what the form would have refused. */
function sessionAs({ actor, today }: Call, { column, there }: Column, scheme: Scheme, sitting: Hours, activity: Activity, { marks, attendees }: { readonly marks: readonly Mark[]; readonly attendees: readonly string[] }): Omit<PlannedSession, 'makeUps'> | Refused {
  const { place, reading, persons } = there;
  const roster = rosterOf(reading, { organisation: place.id, day: sitting.day, activities: [activity.id], sittings: [sitting] });
  try {
    return sessionOfRecord({
      ...emptyText, activities: [activity.id], contents: [], topic: column.topic.slice(0, 200), period: periodOf(sitting.day), sittings: [{ ...sitting, place: '' }],
      host: null, minuteTaker: null, speakers: [], exchanges: [], attendees: [...attendees], agenda: [], resolutions: [], marks: [...marks], allPresent: false,
    }, {
      organisation: place.id, arrangement: null, scheme, roster, before: [], recorder: actor.person, today, nameOf: (person) => persons.find(({ id }) => id === person)?.name ?? '?', keyOf: matterKeyOf,
    });
  } catch (fault) {
    if (fault instanceof Refused) return fault;
    throw fault;
  }
}

/** The session as it would stand in the log, for the question whether its month still takes it. */
const asLogged = (call: Call, state: FactState<'session'>): LogEntryOf<'session'> => ({
  kind: 'session', state, period: state.period, standing: 'counted', day: state.day, seq: 0, factId: newId(call.now.getTime()), version: 1, change: 'recorded', recordedBy: call.actor.person, recordedOn: call.today,
});

const differ = (one: readonly Mark[], other: readonly Mark[]): boolean => {
  const said = (marks: readonly Mark[]): string => marks.map(({ person, mark, reason }) => `${person} ${mark} ${reason ?? ''}`).sort().join();
  return said(one) !== said(other);
};

/** Marks of a sheet as they are written, days of make-ups aside, each with the number of its cells. */
export function marksWritten(grids: readonly AttendanceGrid[]): ReadonlyMap<string, number> {
  const counted = new Map<string, number>();
  for (const { rows, columns } of grids) {
    const filled = columns.filter(({ at }) => rows.some(({ cells }) => markKey(cells[at] ?? '') !== ''));
    for (const { at } of filled) for (const { cells } of rows) {
      const mark = withoutDay(markKey(cells[at] ?? ''));
      counted.set(mark, (counted.get(mark) ?? 0) + 1);
    }
  }
  return counted;
}

