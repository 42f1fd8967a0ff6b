import { type CivilDate } from '#domain/calendar/civil-date.ts';
import type { Match } from '#domain/schemes/format/match-shape.ts';
import type { MemberClass } from '#domain/schemes/format/register-shape.ts';
import { isInForce } from './entry.ts';
import { homeOn, isOnCommittee } from './home.ts';
import { once } from './once.ts';
import { matches } from './rule-match.ts';
import type { Reading } from './reading.ts';
import { stoodForByAnother } from './standing.ts';
import { member } from './subject.ts';
import { personIn } from './world.ts';

/** The class of a member on a day (word 7): the first of the scheme's that fits; null for everybody else, who is simply in. */
export function classOn(reading: Reading, person: string, day: CivilDate): MemberClass | null {
  const classes = reading.book.on(day)?.scheme.classes ?? [];
  if (classes.length === 0) return null;
  return once(reading, person, `class ${day}`, () => classes.find((one) => fits(reading, one, person, day)) ?? null);
}

function fits(reading: Reading, one: MemberClass, person: string, day: CivilDate): boolean {
  const home = homeOn(reading.world, person, day);
  if (home === null) return false;
  return (one.staff === undefined || one.staff.includes(home.state.staffKind))
    && (one.stages === undefined || one.stages.includes(home.state.stage))
    && (one.committee === undefined || isOnCommittee(reading.world, person, home.state.organisation, day) === one.committee)
    && (one.records === undefined || isRecorded(reading, { records: one.records, where: one.where }, person, day));
}

function isRecorded(reading: Reading, match: Match, person: string, day: CivilDate): boolean {
  return personIn(reading.world, person).entries.some((entry) =>
    isInForce(entry, day) && stoodForByAnother(entry, person) && matches(reading, entry, match, member(person)));
}

/** Whether a rule that names classes looks at this member; one without names looks at all. */
export function isOfClass(reading: Reading, match: Match, person: string, day: CivilDate): boolean {
  if (match.classes === undefined || match.classes.length === 0) return true;
  const found = classOn(reading, person, day);
  return found !== null && match.classes.includes(found.id);
}

/** Whether something that happened on the day counts for the member under the given part of the points. */
export function isCounted(reading: Reading, person: string, day: CivilDate, path: readonly string[]): boolean {
  const found = classOn(reading, person, day);
  switch (found?.are) {
    case 'out': case 'suspended': return false;
    case 'otherwise': return (found.parts ?? []).some((part) => path.includes(part));
    default: return true;
  }
}
