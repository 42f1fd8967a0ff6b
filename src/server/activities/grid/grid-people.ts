import type { AttendanceGrid, GridRow } from '#domain/activities/grid/attendance-grid.ts';
import { withNoughts } from '#domain/imports/lost-noughts.ts';
import * as faultOf from './grid-faults.ts';
import type { GridFault } from './grid-faults.ts';
import type { GridPerson, PlaceGround } from './grid-ground.ts';

/** A row of a sheet and whom it names. */
export interface NamedRow {
  readonly line: GridRow;
  readonly person: GridPerson | null;
  /** What is wrong with the name; it concerns every session in which the row says something. */
  readonly fault: GridFault | null;
}

/**
 * Whom the rows name. A number is enough; a name alone is, where one person of that name belonged to the organisation on
 * one of its days, or in a unit that the row writes. The name beside a number is held against the one in the system only of people who belonged there.
 */
export function namedRows(grid: AttendanceGrid, ground: Pick<PlaceGround, 'persons' | 'here' | 'inUnit'>): readonly NamedRow[] {
  const seen = new Map<string, number>();
  return grid.rows.map((line): NamedRow => {
    const at = line.number === '' ? grid.at.name : grid.at.number;
    const fault = (what: Pick<GridFault, 'rule' | 'suggestion'>): NamedRow => ({ line, person: null, fault: { row: line.row, at, value: line.number || line.name, ...what } });
    const meant = personsOf(line, ground);
    const [person] = meant;
    if (!person) return fault(faultOf.personUnknown([line.name, line.number].filter((it) => it !== '').join(' ')));
    if (meant.length > 1) return fault(faultOf.namedTwice(line.name, meant.length));
    if (line.number !== '' && line.name !== '' && line.name !== person.name && ground.here.has(person.id)) return fault(faultOf.otherName(line.number, person.name));
    const before = seen.get(person.id);
    if (before !== undefined) return fault(faultOf.rowTwice(before));
    seen.set(person.id, line.row);
    return { line, person, fault: null };
  });
}

function personsOf({ number, name, units }: GridRow, { persons, here, inUnit }: Pick<PlaceGround, 'persons' | 'here' | 'inUnit'>): readonly GridPerson[] {
  if (number === '') {
    const namesakes = persons.filter((it) => it.name === name && here.has(it.id));
    const apart = namesakes.length < 2 ? [] : units.map((unit) => inUnit(unit)).map((there) => namesakes.filter(({ id }) => there?.has(id)));
    return apart.find((it) => it.length === 1) ?? namesakes;
  }
  const exact = persons.filter((it) => it.number === number);
  if (exact.length > 0) return exact;
  const shortened = new Set(withNoughts(number));
  const likely = persons.filter((it) => shortened.has(it.number));
  return likely.length === 1 ? likely : likely.filter(({ id }) => here.has(id));
}
