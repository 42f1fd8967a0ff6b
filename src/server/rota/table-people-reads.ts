import type { CivilDate } from '#domain/calendar/civil-date.ts';
import { scopesOf } from '#domain/access/policy.ts';
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
 * Who bears the numbers of a table, with the homes that lie where the asker keeps the rota; of somebody else no more is
 * known than of a number that nobody has.
 * @param hold keeps the persons until the transaction ends, so that nobody enters the same of them meanwhile.
 */
export async function peopleOfTable(call: Call, numbers: readonly string[], hold: boolean): Promise<readonly PersonOfTable[]> {
  const scope = [...(await rotaScope(call))];
  const persons = await call.tx.many<Omit<PersonOfTable, 'homes'>>(sql`SELECT id, number, name FROM person WHERE number = ANY(${[...new Set(numbers)]})`);
  if (hold) await lockPersons(call.tx, persons.map(({ id }) => id));
  const homes = await call.tx.many<PersonOfTable['homes'][number] & { person: string }>(sql`
    SELECT person_id AS person, organisation_id AS organisation, group_id AS "group", from_day AS "from", to_day AS "to" FROM membership
    WHERE person_id = ANY(${persons.map(({ id }) => id)}::uuid[]) AND (organisation_id = ANY(${scope}::uuid[]) OR group_id = ANY(${scope}::uuid[]))`);
  return persons.map((it) => ({ ...it, homes: homes.filter(({ person }) => person === it.id) }));
}
