import type { z } from 'zod';
import { scopesOf } from '#domain/access/policy.ts';
import type { CivilDate } from '#domain/calendar/civil-date.ts';
import type { readPeople as contract, PersonRow } from '#domain/people/contract.ts';
import { subtree } from '#server/orgs/organisation-reads.ts';
import type { Call } from '#server/platform/call.ts';
import type { Tx } from '#server/platform/database.ts';
import { joined, sql, type Sql } from '#server/platform/sql.ts';

/** One page of the people whom the asker may see, by number; what one may not see is neither listed nor counted. */
export async function readPeople(call: Call, input: z.output<typeof contract.input>): Promise<z.output<typeof contract.output>> {
  const { tx, actor, today } = call;
  const day = input.day ?? today;
  const seen = await subtree(tx, scopesOf(actor, 'readPeople'), day);
  const wanted = input.organisation === undefined ? seen : await subtree(tx, [input.organisation], day);
  const places = wanted.filter((it) => seen.includes(it));
  const condition = joined([
    sql`m.from_day <= ${day} AND (m.to_day IS NULL OR m.to_day >= ${day})`,
    sql`(m.organisation_id = ANY(${places}::uuid[]) OR m.group_id = ANY(${places}::uuid[]))`,
    ...(input.search ? [sql`p.name_key LIKE ${`%${escaped(input.search.toLowerCase())}%`}`] : []),
    ...(input.stage === 'member' ? [sql`m.stage <> 'none'`] : input.stage ? [sql`m.stage = ${input.stage}`] : []),
    ...(input.staffKind ? [sql`m.staff_kind = ${input.staffKind}`] : []),
  ], ' AND ');
  const counted = await tx.one<{ total: number }>(sql`SELECT count(*) AS total FROM membership m JOIN person p ON p.id = m.person_id WHERE ${condition}`);
  const items = await page(tx, condition, input);
  return { items: await withPosts(tx, items, day), total: counted?.total ?? 0 };
}

/** `%`, `_` and `\` mean themselves in a search. */
const escaped = (text: string): string => text.replaceAll(/[\\%_]/g, (it) => `\\${it}`);

type Listed = Omit<PersonRow, 'posts'>;

const page = (tx: Tx, condition: Sql, { page: number, size }: { page: number; size: number }): Promise<Listed[]> =>
  tx.many<Listed>(sql`
    SELECT p.id, p.number, p.name, p.gender, m.stage, m.staff_kind AS "staffKind", json_build_object('id', b.id, 'name', b.short_name) AS branch,
      CASE WHEN g.id IS NULL THEN NULL ELSE json_build_object('id', g.id, 'name', g.short_name) END AS "group"
    FROM membership m JOIN person p ON p.id = m.person_id JOIN organisation b ON b.id = m.organisation_id LEFT JOIN organisation g ON g.id = m.group_id
    WHERE ${condition} ORDER BY p.number COLLATE "C" LIMIT ${size} OFFSET ${(number - 1) * size}`);

async function withPosts(tx: Tx, rows: readonly Listed[], day: CivilDate): Promise<PersonRow[]> {
  const held = await tx.many<{ person: string; organisation: string; post: PersonRow['posts'][number] }>(sql`
    SELECT person_id AS person, organisation_id AS organisation, post FROM post
    WHERE person_id = ANY(${rows.map((it) => it.id)}::uuid[]) AND from_day <= ${day} AND (to_day IS NULL OR to_day >= ${day}) ORDER BY from_day`);
  return rows.map((row) => ({
    ...row,
    posts: held.filter((it) => it.person === row.id && [row.branch.id, row.group?.id].includes(it.organisation)).map((it) => it.post),
  }));
}
