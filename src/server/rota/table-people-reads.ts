import type { CivilDate } from '#domain/calendar/civil-date.ts';
import { scopesOf } from '#domain/access/policy.ts';
import { withNoughts } from '#domain/imports/lost-noughts.ts';
import { subtree } from '#server/orgs/organisation-reads.ts';
import type { Call } from '#server/platform/call.ts';
import { sql } from '#server/platform/sql.ts';
import { lockPersons } from './rota-reads.ts';

export interface PersonOfTable {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  /** Homes in organisations whose rota the asker keeps. */
  readonly homes: readonly { readonly organisation: string; readonly group: string | null; readonly from: CivilDate; readonly to: CivilDate | null }[];
}

/** Where the asker keeps the rota today. */
export const rotaScope = async (call: Call): Promise<ReadonlySet<string>> => new Set(await subtree(call.tx, scopesOf(call.actor, 'enterRota'), call.today));

/**
 * Who bears the numbers of a table, or one of them with noughts in front that a spreadsheet dropped, with the homes that lie where the asker keeps the rota; of somebody else no more is
 * known than of a number that nobody has.
 * @param hold keeps the persons until the transaction ends, so that nobody enters the same of them meanwhile.
 */
export async function peopleOfTable(call: Call, numbers: readonly string[], hold: boolean): Promise<readonly PersonOfTable[]> {
  return withHomes(call, await call.tx.many<Bearer>(sql`SELECT id, number, name FROM person WHERE number = ANY(${[...new Set(numbers.flatMap(withNoughts))]})`), hold);
}

/** Everybody who belonged at some time where the asker keeps the rota, for tables that know people by name. */
export async function peopleInScope(call: Call, hold: boolean): Promise<readonly PersonOfTable[]> {
  const scope = [...(await rotaScope(call))];
  return withHomes(call, await call.tx.many<Bearer>(sql`
    SELECT p.id, p.number, p.name FROM person p WHERE p.erased_at IS NULL AND EXISTS (
      SELECT FROM membership m WHERE m.person_id = p.id AND (m.organisation_id = ANY(${scope}::uuid[]) OR m.group_id = ANY(${scope}::uuid[])))`), hold);
}

type Bearer = Omit<PersonOfTable, 'homes'>;

async function withHomes(call: Call, persons: readonly Bearer[], hold: boolean): Promise<readonly PersonOfTable[]> {
  const scope = [...(await rotaScope(call))];
  if (hold) await lockPersons(call.tx, persons.map(({ id }) => id));
  const homes = await call.tx.many<PersonOfTable['homes'][number] & { person: string }>(sql`
    SELECT person_id AS person, organisation_id AS organisation, group_id AS "group", from_day AS "from", to_day AS "to" FROM membership
    WHERE person_id = ANY(${persons.map(({ id }) => id)}::uuid[]) AND (organisation_id = ANY(${scope}::uuid[]) OR group_id = ANY(${scope}::uuid[]))`);
  const ofPerson = new Map<string, typeof homes>();
  for (const it of homes) ofPerson.set(it.person, [...(ofPerson.get(it.person) ?? []), it]);
  return persons.map((it) => ({ ...it, homes: ofPerson.get(it.id) ?? [] }));
}
