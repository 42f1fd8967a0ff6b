import type { z } from 'zod';
import { scopesOf } from '#domain/access/policy.ts';
import type { readPeople as contract, PersonRow } from '#domain/people/contract.ts';
import { searchPattern } from '#domain/people/search-pattern.ts';
import { within } from '#server/orgs/organisation-reads.ts';
import type { Call } from '#server/platform/call.ts';
import { joined, sql, type Sql } from '#server/platform/sql.ts';

/** A row of the page, or, where the page is empty, one that tells the total alone. */
interface ListedRow extends Pick<PersonRow, 'number' | 'name' | 'gender' | 'stage' | 'staffKind' | 'posts'> {
  readonly total: number;
  readonly id: string | null;
  readonly branchId: string;
  readonly branchName: string;
  readonly groupId: string | null;
  readonly groupName: string;
}

/** One page of the people whom the asker may see, by number; what one may not see is neither listed nor counted. */
export async function readPeople({ tx, actor, today }: Call, input: z.output<typeof contract.input>): Promise<z.output<typeof contract.output>> {
  const day = input.day ?? today;
  const scopes = scopesOf(actor, 'readPeople');
  // Of everybody in the subtree only what puts him in order; names, branch and posts of the one page.
  const rows = await tx.many<ListedRow>(sql`
    WITH RECURSIVE ${within(scopes, input.organisation, day)},
    listed AS MATERIALIZED (
      SELECT m.person_id, p.number COLLATE "C" AS number, m.organisation_id, m.group_id, m.stage, m.staff_kind
      FROM membership m JOIN person p ON p.id = m.person_id WHERE ${conditionOf(input, day)}),
    page AS MATERIALIZED (SELECT * FROM listed ORDER BY number LIMIT ${input.size} OFFSET ${(input.page - 1) * input.size}),
    held AS MATERIALIZED (
      SELECT person_id, organisation_id, post, from_day FROM post
      WHERE person_id = ANY(ARRAY(SELECT person_id FROM page)) AND from_day <= ${day} AND (to_day IS NULL OR to_day >= ${day}))
    SELECT counted.total, p.id, p.number, p.name, p.gender, page.stage, page.staff_kind AS "staffKind",
      b.id AS "branchId", b.short_name AS "branchName", g.id AS "groupId", g.short_name AS "groupName",
      ARRAY(SELECT post FROM held WHERE held.person_id = p.id AND held.organisation_id IN (page.organisation_id, page.group_id) ORDER BY from_day) AS posts
    FROM (SELECT count(*) AS total FROM listed) AS counted
    LEFT JOIN (page JOIN person p ON p.id = page.person_id JOIN organisation b ON b.id = page.organisation_id
      LEFT JOIN organisation g ON g.id = page.group_id) ON true
    ORDER BY page.number`);
  return { items: rows.flatMap(personRow), total: rows[0]?.total ?? 0 };
}

function conditionOf(input: z.output<typeof contract.input>, day: string): Sql {
  const places = sql`ARRAY(SELECT id FROM within)`;
  return joined([
    sql`m.from_day <= ${day} AND (m.to_day IS NULL OR m.to_day >= ${day})`,
    sql`(m.organisation_id = ANY(${places}) OR m.group_id = ANY(${places}))`,
    ...(input.search ? [sql`p.name_key LIKE ${searchPattern(input.search)}`] : []),
    ...(input.stage === 'member' ? [sql`m.stage <> 'none'`] : input.stage ? [sql`m.stage = ${input.stage}`] : []),
    ...(input.staffKind ? [sql`m.staff_kind = ${input.staffKind}`] : []),
  ], ' AND ');
}

function personRow({ total: _, id, branchId, branchName, groupId, groupName, ...row }: ListedRow): PersonRow[] {
  if (id === null) return [];
  return [{ ...row, id, branch: { id: branchId, name: branchName }, group: groupId === null ? null : { id: groupId, name: groupName } }];
}
