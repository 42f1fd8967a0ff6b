import type { CivilDate } from '#domain/calendar/civil-date.ts';
import type { EntryRow, RegisterCard } from './contract.ts';

/** What an entry begins with that follows from another one; everything of it may be changed before it is saved. */
export interface BegunEntry {
  readonly day: CivilDate | null;
  readonly until: CivilDate | null;
  readonly persons: readonly { readonly person: string; readonly as: string | null }[];
  readonly values: EntryRow['values'];
}

type Source = Pick<EntryRow, 'day' | 'until' | 'persons' | 'values'>;

/**
 * What two registers have in common: fields of one word and one kind, the matter where each has just one (任务名称), people
 * in the parts that both know, and the days where both last and they have begun.
 */
export function begunFrom(register: RegisterCard, source: RegisterCard, row: Source, today: CivilDate): BegunEntry {
  const lasting = register.lasts && source.lasts && row.day <= today;
  return {
    day: lasting ? row.day : null, until: lasting ? row.until : null, persons: personsFrom(register, source, row),
    values: Object.fromEntries(register.fields.flatMap((field) => {
      const from = source.fields.find(({ id, kind }) => id === field.id && kind === field.kind) ?? onlyMatter(register, source, field.id);
      const value = from && row.values[from.id];
      return value === undefined ? [] : [[field.id, value]];
    })),
  };
}

function onlyMatter(register: RegisterCard, source: RegisterCard, field: string): RegisterCard['fields'][number] | undefined {
  const [own, ...more] = register.fields.filter(({ kind }) => kind === 'matter');
  const [other, ...others] = source.fields.filter(({ kind }) => kind === 'matter');
  return own?.id === field && more.length === 0 && others.length === 0 ? other : undefined;
}

function personsFrom({ persons, parts }: RegisterCard, source: RegisterCard, row: Source): BegunEntry['persons'] {
  if (persons === 'none' || (persons === 'one' && row.persons.length > 1)) return [];
  if (parts.length === 0) return row.persons.map(({ id }) => ({ person: id, as: null }));
  return source.parts.length === 0 ? [] : row.persons.filter(({ as }) => parts.some(({ id }) => id === as)).map(({ id, as }) => ({ person: id, as }));
}
