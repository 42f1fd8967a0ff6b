import type { z } from 'zod';
import type { organisationCard, personCard } from '#domain/activities/contract.ts';
import type { CivilDate } from '#domain/calendar/civil-date.ts';
import { searchPattern } from '#domain/people/search-pattern.ts';
import type { Tx } from '#server/platform/database.ts';
import { sql } from '#server/platform/sql.ts';

export type PersonCard = z.output<typeof personCard>;
export type OrganisationCard = z.output<typeof organisationCard>;

/** Cards of persons by id; whoever is not on the roster has none. */
export async function personCards(tx: Tx, ids: Iterable<string>): Promise<ReadonlyMap<string, PersonCard>> {
  const rows = await tx.many<PersonCard>(sql`SELECT id, name, number FROM person WHERE id = ANY(${[...new Set(ids)]}::uuid[])`);
  return new Map(rows.map((it) => [it.id, it]));
}

/** Organisations by id, in the order of their numbers. */
export const organisationCards = (tx: Tx, ids: readonly string[]): Promise<OrganisationCard[]> =>
  tx.many<OrganisationCard>(sql`SELECT id, short_name AS name FROM organisation WHERE id = ANY(${[...ids]}::uuid[]) ORDER BY number`);

export interface Member extends PersonCard {
  readonly group: string | null;
}

/** Persons with the group they were in on a day, in the order of groups and numbers: the order of every list of names. */
export const inOrder = (tx: Tx, persons: readonly string[], day: CivilDate): Promise<Member[]> =>
  tx.many<Member>(sql`
    SELECT p.id, p.name, p.number, g.short_name AS "group" FROM person p
    LEFT JOIN LATERAL (SELECT group_id FROM membership m WHERE m.person_id = p.id AND m.from_day <= ${day} AND (m.to_day IS NULL OR m.to_day >= ${day})
      ORDER BY m.from_day DESC LIMIT 1) AS home ON true
    LEFT JOIN organisation g ON g.id = home.group_id
    WHERE p.id = ANY(${[...persons]}::uuid[]) ORDER BY g.number NULLS FIRST, p.number`);

/** Anybody on the roster by name, number or pinyin; few, because it is for naming one person at a time. */
export const personsLike = (tx: Tx, text: string, day: CivilDate): Promise<(PersonCard & { home: string | null })[]> => {
  const pattern = searchPattern(text);
  return tx.many(sql`
    SELECT p.id, p.name, p.number, (SELECT o.short_name FROM membership m JOIN organisation o ON o.id = m.organisation_id
      WHERE m.person_id = p.id AND m.from_day <= ${day} AND (m.to_day IS NULL OR m.to_day >= ${day}) LIMIT 1) AS home
    FROM person p WHERE p.erased_at IS NULL AND lower(p.name_key) LIKE ${pattern} ORDER BY p.number LIMIT 12`);
};
