import type { z } from 'zod';
import { demand, scopesOf } from '#domain/access/policy.ts';
import type { CivilDate } from '#domain/calendar/civil-date.ts';
import { readPeopleChanges as contract, type ChangedPerson } from '#domain/people/changes-contract.ts';
import { within } from '#server/orgs/organisation-reads.ts';
import type { Call } from '#server/platform/call.ts';
import { writeAudit } from '#server/platform/once.ts';
import { joined, sql, type Sql } from '#server/platform/sql.ts';
import { type Cursor, readCursor, writeCursor } from './change-cursor.ts';

/**
 * A change bears the moment at which its transaction began, and is seen when that ended: the next pull begins so much before
 * this one that no transaction lasts from before to after it. Who changed in between comes twice.
 */
const OVERLAP_MS = 60 * 60_000;

/** People of one's subtree who changed since a cursor: of particulars, home and posts, as they stand today. @throws NotAllowed, CursorUnknown */
export async function readPeopleChanges(call: Call, { cursor: text, size }: z.output<typeof contract.input>): Promise<z.output<typeof contract.output>> {
  const scopes = scopesOf(call.actor, 'followPeople');
  demand(call.actor, 'followPeople', scopes);
  const cursor = readCursor(text);
  const began = cursor.pulling ?? { at: await clockOf(call), day: call.today, after: null };
  const rows = await call.tx.many<ChangedPerson>(page(scopes, cursor, began.after, call.today, size + 1));
  const items = rows.slice(0, size);
  const last = rows.length > size ? items.at(-1) : undefined;
  if (items.length > 0) await writeAudit(call.tx, call, contract.name, [{ kind: 'table', id: 'people-changes', details: { entries: items.length } }]);
  return { items, cursor: writeCursor(last ? { since: cursor.since, pulling: { at: began.at, day: began.day, after: last.id } } : after(began)), more: last !== undefined };
}

/** The clock of the database, which dates what is written. */
async function clockOf({ tx, now }: Call): Promise<string> {
  const row = await tx.one<{ at: Date }>(sql`SELECT now() AS at`);
  return (row?.at ?? now).toISOString();
}

const after = ({ at, day }: { readonly at: string; readonly day: CivilDate }): Cursor =>
  ({ since: { at: new Date(Date.parse(at) - OVERLAP_MS).toISOString(), day }, pulling: null });

function page(scopes: readonly string[], { since }: Cursor, past: string | null, today: CivilDate, count: number): Sql {
  const mine = sql`(m.organisation_id = ANY(${places}) OR m.group_id = ANY(${places}))`;
  return sql`
    WITH RECURSIVE ${within(scopes, undefined, today)},
    named AS (${namedSince('membership', since)}),
    posted AS (${namedSince('post', since)}),
    mine AS MATERIALIZED (
      SELECT m.person_id, m.organisation_id, m.group_id, m.stage, m.staff_kind, m.from_day, m.to_day, m.to_day IS NULL OR m.to_day >= ${today} AS present
      FROM membership m WHERE m.from_day <= ${today} AND ${mine}),
    touched AS (
      SELECT mine.person_id FROM mine JOIN person p ON p.id = mine.person_id WHERE ${movedSince(since, today)}
      UNION SELECT person_id FROM named),
    page AS MATERIALIZED (SELECT person_id FROM touched WHERE ${past === null ? sql`true` : sql`person_id > ${past}`} ORDER BY person_id LIMIT ${count})
    SELECT p.id, p.number, p.name, p.gender, CASE WHEN home.person_id IS NULL THEN 'left' ELSE 'active' END AS status,
      ${placeOf(sql`b`)} AS branch, ${placeOf(sql`g`)} AS "group", home.stage, home.staff_kind AS "staffKind",
      ARRAY(SELECT post FROM post WHERE post.person_id = p.id AND post.organisation_id IN (home.organisation_id, home.group_id)
        AND post.from_day <= ${today} AND (post.to_day IS NULL OR post.to_day >= ${today}) ORDER BY post.from_day, post.post) AS posts,
      home.from_day AS since, CASE WHEN home.person_id IS NULL THEN (SELECT max(to_day) FROM mine WHERE mine.person_id = p.id) ELSE home.to_day END AS until
    FROM page JOIN person p ON p.id = page.person_id
    LEFT JOIN mine home ON home.person_id = p.id AND home.present
    LEFT JOIN organisation b ON b.id = home.organisation_id LEFT JOIN organisation g ON g.id = home.group_id
    ORDER BY p.id`;
}

const places = sql`ARRAY(SELECT id FROM within)`;

const placeOf = (of: Sql): Sql =>
  sql`CASE WHEN ${of}.id IS NULL THEN NULL ELSE jsonb_build_object('id', ${of}.id, 'number', ${of}.number, 'name', ${of}.short_name) END`;

/** Whom what was recorded here since names, also where it was taken back and no row of it is left. */
const namedSince = (kind: 'membership' | 'post', since: Cursor['since']): Sql => (since === null ? sql`SELECT NULL::uuid AS person_id WHERE false` : sql`
  SELECT (l.state->>'person')::uuid AS person_id FROM fact_log l
  WHERE l.kind IN ('membership', 'post') AND l.kind = ${kind} AND l.logged_at >= ${since.at}
    AND ((l.state->>'organisation')::uuid = ANY(${places}) OR (l.state->>'group')::uuid = ANY(${places}))`);

/** Of those who belong here: whose particulars or posts are others since then, or whose belonging or post began or ended by its day, entered before it. */
const movedSince = (since: Cursor['since'], today: CivilDate): Sql => (since === null ? sql`true` : joined([
  sql`p.changed_at >= ${since.at}`, sql`mine.person_id IN (SELECT person_id FROM posted)`, sql`mine.from_day > ${since.day}`, sql`(mine.to_day >= ${since.day} AND mine.to_day < ${today})`,
  sql`EXISTS (SELECT FROM post WHERE post.person_id = mine.person_id AND ((post.from_day > ${since.day} AND post.from_day <= ${today}) OR (post.to_day >= ${since.day} AND post.to_day < ${today})))`,
], ' OR '));
