import type { CivilDate } from '#domain/calendar/civil-date.ts';
import type { EntryFault, EntryRowRead } from '#domain/registers/entry-cells.ts';
import * as faultOf from './entry-faults.ts';
import type { ImportGround } from './import-ground.ts';

/** A person of a row, and how the row names him. */
export interface ResolvedPerson {
  readonly id: string;
  readonly as: string | null;
  readonly written: string;
}

/**
 * Whom a row names. A number is enough; a name alone is, where one person of that name belongs to the organisation that
 * day, or to the unit that the row writes. The name beside a number is held against the one in the system, but only of people whom the place may know of.
 */
export async function resolvePersons(read: EntryRowRead, organisation: string, day: CivilDate, ground: ImportGround): Promise<{ persons: readonly ResolvedPerson[]; unknown: readonly EntryFault[] }> {
  const here = await ground.belongsTo(organisation, day);
  const persons: ResolvedPerson[] = [];
  const unknown: EntryFault[] = [];
  for (const mention of read.persons) {
    const written = [mention.name, mention.number].filter((it) => it !== null).join(' ');
    const meant = ground.personsOf(mention);
    const namesakes = meant.length === 1 ? meant : meant.filter(({ id }) => here.has(id));
    const unit = namesakes.length > 1 && read.unit !== '' ? await ground.inUnit(read.unit, organisation, day) : null;
    const apart = namesakes.filter(({ id }) => unit?.has(id));
    const likely = apart.length === 1 ? apart : namesakes;
    const [person] = likely;
    if (!person || (mention.number === null && !here.has(person.id))) unknown.push(faultOf.notHere(mention.as, written, day));
    else if (likely.length > 1) unknown.push(faultOf.manyOfName(mention.as, written, likely.length));
    else if (mention.number !== null && mention.name !== null && mention.name !== person.name && here.has(person.id)) unknown.push(faultOf.otherName(mention.as, mention.number, person.name));
    else persons.push({ id: person.id, as: mention.as, written });
  }
  return { persons, unknown };
}
