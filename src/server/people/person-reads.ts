import type { CivilDate } from '#domain/calendar/civil-date.ts';
import { post, type FactState } from '#domain/facts/contract.ts';
import type { Spell } from '#domain/people/membership.ts';
import type { PostState } from '#domain/people/posts.ts';
import type { Tx } from '#server/platform/database.ts';
import { sql } from '#server/platform/sql.ts';

const postOrder: readonly string[] = post.options;

export interface Headcount {
  readonly organisation: string;
  readonly group: string | null;
  /** Full and probationary members. */
  readonly members: number;
  /** With those on the roster who are not members. */
  readonly people: number;
}

/** How many have their home where on a day, by branch and group. */
export const headcounts = (tx: Tx, day: CivilDate, organisations: readonly string[]): Promise<Headcount[]> =>
  tx.many<Headcount>(sql`
    SELECT organisation_id AS organisation, group_id AS "group", count(*) FILTER (WHERE stage <> 'none') AS members, count(*) AS people
    FROM membership
    WHERE organisation_id = ANY(${[...organisations]}::uuid[]) AND from_day <= ${day} AND (to_day IS NULL OR to_day >= ${day})
    GROUP BY organisation_id, group_id`);

/** Who is secretary where on a day. */
export const secretariesOn = (tx: Tx, day: CivilDate, organisations: readonly string[]): Promise<{ organisation: string; person: string; name: string }[]> =>
  tx.many(sql`
    SELECT post.organisation_id AS organisation, p.id AS person, p.name FROM post JOIN person p ON p.id = post.person_id
    WHERE post.post = 'secretary' AND post.organisation_id = ANY(${[...organisations]}::uuid[])
      AND post.from_day <= ${day} AND (post.to_day IS NULL OR post.to_day >= ${day})`);

/** How many belong to an organisation, as branch or as group, after a day, and since when anybody did. */
export async function belongingTo(tx: Tx, organisation: string, after: CivilDate | null): Promise<{ peopleAfter: number; firstUse: CivilDate | null }> {
  const row = await tx.one<{ peopleAfter: number; firstUse: CivilDate | null }>(sql`
    SELECT count(DISTINCT person_id) FILTER (WHERE to_day IS NULL OR to_day > ${after}) AS "peopleAfter", min(from_day) AS "firstUse"
    FROM (SELECT person_id, from_day, to_day FROM membership WHERE organisation_id = ${organisation} OR group_id = ${organisation}
          UNION ALL SELECT person_id, from_day, to_day FROM post WHERE organisation_id = ${organisation}) AS spell`);
  return row ?? { peopleAfter: 0, firstUse: null };
}

export interface PostOfOrganisation {
  readonly id: string;
  readonly version: number;
  readonly post: FactState<'post'>['post'];
  readonly person: string;
  readonly name: string;
  readonly from: CivilDate;
  readonly to: CivilDate | null;
}

/** Holders of posts of one organisation on a day, in the order of their posts. */
export async function postsOf(tx: Tx, organisation: string, day: CivilDate): Promise<PostOfOrganisation[]> {
  const rows = await tx.many<PostOfOrganisation>(sql`
    SELECT post.fact_id AS id, f.version, post.post, p.id AS person, p.name, post.from_day AS "from", post.to_day AS "to"
    FROM post JOIN person p ON p.id = post.person_id JOIN fact f ON f.fact_id = post.fact_id
    WHERE post.organisation_id = ${organisation} AND post.from_day <= ${day} AND (post.to_day IS NULL OR post.to_day >= ${day})
    ORDER BY post.from_day, p.number`);
  return rows.toSorted((a, b) => postOrder.indexOf(a.post) - postOrder.indexOf(b.post));
}

/** All memberships of a person in the order of their days. */
export const spellsOf = (tx: Tx, person: string): Promise<Spell[]> =>
  tx.many<Spell>(sql`
    SELECT f.fact_id AS "factId", f.version, f.state FROM membership m JOIN fact f ON f.fact_id = m.fact_id
    WHERE m.person_id = ${person} ORDER BY m.from_day`);

export interface PostOfPerson {
  readonly factId: string;
  readonly version: number;
  readonly state: PostState;
}

/** All posts a person holds or held, newest first. */
export const postsHeldBy = (tx: Tx, person: string): Promise<PostOfPerson[]> =>
  tx.many<PostOfPerson>(sql`
    SELECT f.fact_id AS "factId", f.version, f.state FROM post JOIN fact f ON f.fact_id = post.fact_id
    WHERE post.person_id = ${person} ORDER BY post.from_day DESC, f.fact_id`);
