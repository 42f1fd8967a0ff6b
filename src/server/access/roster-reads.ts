import type { Role } from '#domain/access/roles.ts';
import { roleOfPost } from '#domain/access/roles-of-posts.ts';
import { ROSTER_ROWS_MOST, type ProposedRole, type RosterAccount } from '#domain/access/roster-contract.ts';
import type { CivilDate } from '#domain/calendar/civil-date.ts';
import type { OrganisationCategory } from '#domain/orgs/categories.ts';
import type { Post } from '#domain/people/posts.ts';
import type { Tx } from '#server/platform/database.ts';
import { sql } from '#server/platform/sql.ts';

interface Lacking {
  readonly person: string;
  readonly number: string;
  readonly name: string;
  readonly branch_id: string;
  readonly branch_name: string;
  readonly user_name: string | null;
  /** Roles held now or later, as `role organisation`. */
  readonly held: readonly string[];
  readonly posts: readonly HeldPost[];
}

interface HeldPost {
  readonly post: Post;
  readonly organisation: string;
  readonly organisationName: string;
  readonly category: OrganisationCategory;
  readonly leads: boolean;
}

/**
 * People with a home today in one of the organisations (null: anywhere) who have no account, or not the role of a post
 * of today; by branch and number. A closed account is left alone: somebody decided that.
 */
export async function lackingAccounts(tx: Tx, organisations: readonly string[] | null, today: CivilDate): Promise<{ items: RosterAccount[]; total: number }> {
  const within = organisations === null ? sql`true` : sql`(m.organisation_id = ANY(${[...organisations]}::uuid[]) OR m.group_id = ANY(${[...organisations]}::uuid[]))`;
  const rows = await tx.many<Lacking>(sql`
    SELECT p.id AS person, p.number, p.name, o.id AS branch_id, o.short_name AS branch_name, a.user_name,
      ARRAY(SELECT g.role || ' ' || g.organisation_id FROM role_grant g
        WHERE g.account_id = a.id AND g.ended_at IS NULL AND (g.to_day IS NULL OR g.to_day >= ${today})) AS held,
      coalesce((SELECT jsonb_agg(json_build_object('post', post.post, 'organisation', at.id, 'organisationName', at.short_name, 'category', at.category,
          'leads', EXISTS (SELECT FROM organisation below WHERE below.parent_id = at.id AND below.category = '611' AND (below.dissolved IS NULL OR below.dissolved >= ${today})))
          ORDER BY at.number, post.post)
        FROM post JOIN organisation at ON at.id = post.organisation_id
        WHERE post.person_id = p.id AND post.from_day <= ${today} AND (post.to_day IS NULL OR post.to_day >= ${today})), '[]') AS posts
    FROM person p JOIN membership m ON m.person_id = p.id AND m.from_day <= ${today} AND (m.to_day IS NULL OR m.to_day >= ${today})
    JOIN organisation o ON o.id = m.organisation_id LEFT JOIN account a ON a.person_id = p.id
    WHERE ${within} AND p.erased_at IS NULL AND a.closed_at IS NULL
    ORDER BY o.number COLLATE "C", p.number COLLATE "C"`);
  const lacking = rows.map(rosterAccount).filter((it) => it.userName === null || it.proposed.length > 0);
  return { items: lacking.slice(0, ROSTER_ROWS_MOST), total: lacking.length };
}

function rosterAccount(row: Lacking): RosterAccount {
  const proposed = row.posts.flatMap((it): readonly ProposedRole[] => {
    const role = roleOfPost(it.post, it);
    return role === null || row.held.includes(`${role} ${it.organisation}`) ? [] : [{ post: it.post, role, organisation: it.organisation, organisationName: it.organisationName }];
  });
  const { person, number, name, branch_id, branch_name, user_name } = row;
  return { person, number, name, branch: { id: branch_id, name: branch_name }, userName: user_name, proposed };
}

/** The account of a person and what it holds now or later on which organisation. */
export async function accountOfPerson(tx: Tx, person: string, today: CivilDate): Promise<{ id: string; userName: string; held: readonly { role: Role; organisation: string }[] } | undefined> {
  const row = await tx.one<{ id: string; user_name: string; held: { role: Role; organisation: string }[] }>(sql`
    SELECT a.id, a.user_name, coalesce((SELECT jsonb_agg(json_build_object('role', g.role, 'organisation', g.organisation_id)) FROM role_grant g
      WHERE g.account_id = a.id AND g.ended_at IS NULL AND (g.to_day IS NULL OR g.to_day >= ${today})), '[]') AS held
    FROM account a WHERE a.person_id = ${person}`);
  return row && { id: row.id, userName: row.user_name, held: row.held };
}
