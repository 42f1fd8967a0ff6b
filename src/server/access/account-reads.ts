import { createHash } from 'node:crypto';
import type { Actor } from '#domain/access/actor.ts';
import type { AccountRow, AccountState, LoginSession } from '#domain/access/account-contract.ts';
import { scopesOf } from '#domain/access/policy.ts';
import type { Role } from '#domain/access/roles.ts';
import type { CivilDate } from '#domain/calendar/civil-date.ts';
import { searchPattern } from '#domain/people/search-pattern.ts';
import { subtree } from '#server/orgs/organisation-reads.ts';
import type { Tx } from '#server/platform/database.ts';
import { joined, sql, type Sql } from '#server/platform/sql.ts';
import { idleSince } from './access-reads.ts';
import { belongsOf, grantsOf, rootLineage, standingOf, type GrantRow } from './grant-reads.ts';

const CANDIDATES_MOST = 100;

export interface Candidate {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly branch: { readonly id: string; readonly name: string };
}

export const nameHash = (userName: string): string => createHash('sha256').update(userName).digest('hex');

/** What the actor's right over accounts reaches today; `everything` when it begins at a root. */
export interface Reach {
  readonly everything: boolean;
  readonly organisations: readonly string[];
}

export async function reachOf(tx: Tx, actor: Actor, today: CivilDate): Promise<Reach> {
  const scopes = scopesOf(actor, 'manageAccounts');
  const roots = await rootLineage(tx, today);
  return { everything: roots.some((it) => scopes.includes(it)), organisations: await subtree(tx, scopes, today) };
}

export interface AccountFilter {
  readonly search?: string | undefined;
  readonly role?: Role | undefined;
  readonly state?: AccountState | undefined;
  /** Homes that are asked for. */
  readonly homes?: readonly string[] | undefined;
}

interface ListedAccount {
  readonly id: string;
  readonly user_name: string;
  readonly state: AccountState;
  readonly person_id: string | null;
  readonly number: string | null;
  readonly name: string | null;
  readonly home_id: string | null;
  readonly home_name: string | null;
}

/** Accounts with state and home as of today; `manageable` needs home and every live grant within reach. */
function listed(today: CivilDate): Sql {
  const liveGrant = liveGrants(today);
  return sql`listed AS (
    SELECT a.id, a.user_name, p.id AS person_id, p.number, p.name, coalesce(p.name_key, '') AS name_key,
      home.organisation_id AS home_id, o.short_name AS home_name,
      CASE WHEN a.closed_at IS NOT NULL THEN 'closed'
        WHEN a.person_id IS NOT NULL AND home.lasting IS NOT TRUE THEN 'departed'
        WHEN a.must_change_password THEN 'firstPassword' ELSE 'active' END AS state,
      ARRAY(${liveGrant}) AS granted
    FROM account a LEFT JOIN person p ON p.id = a.person_id
    LEFT JOIN LATERAL (
      SELECT organisation_id, from_day <= ${today} AND (to_day IS NULL OR to_day >= ${today}) AS lasting
      FROM membership WHERE person_id = p.id ORDER BY from_day > ${today}, from_day DESC LIMIT 1) AS home ON true
    LEFT JOIN organisation o ON o.id = home.organisation_id)`;
}

const liveGrants = (today: CivilDate): Sql => sql`
  SELECT g.organisation_id FROM role_grant g
  WHERE g.account_id = a.id AND g.ended_at IS NULL AND (g.to_day IS NULL OR g.to_day >= ${today})`;

function matching(filter: AccountFilter, reach: Reach, today: CivilDate): Sql {
  const { search, role, state, homes } = filter;
  const pattern = searchPattern(search ?? '');
  return joined([
    reach.everything ? sql`true` : sql`(home_id = ANY(${[...reach.organisations]}::uuid[]) OR granted && ${[...reach.organisations]}::uuid[])`,
    search ? sql`(lower(name_key) LIKE ${pattern} OR lower(user_name) LIKE ${pattern})` : sql`true`,
    state ? sql`state = ${state}` : sql`true`,
    homes ? sql`home_id = ANY(${[...homes]}::uuid[])` : sql`true`,
    role ? sql`EXISTS (SELECT FROM role_grant g WHERE g.account_id = listed.id AND g.role = ${role} AND g.ended_at IS NULL
      AND g.from_day <= ${today} AND (g.to_day IS NULL OR g.to_day >= ${today}))` : sql`true`,
  ], ' AND ');
}

/** One page of the accounts within reach, by user name, and how many there are. */
export async function listAccounts(
  tx: Tx, filter: AccountFilter, reach: Reach, today: CivilDate, page: { page: number; size: number },
): Promise<{ items: AccountRow[]; total: number }> {
  const condition = matching(filter, reach, today);
  const counted = await tx.one<{ total: number }>(sql`WITH ${listed(today)} SELECT count(*) AS total FROM listed WHERE ${condition}`);
  const rows = await tx.many<ListedAccount>(sql`WITH ${listed(today)}
    SELECT id, user_name, state, person_id, number, name, home_id, home_name FROM listed WHERE ${condition}
    ORDER BY user_name COLLATE "C" LIMIT ${page.size} OFFSET ${(page.page - 1) * page.size}`);
  return { items: await withRoles(tx, rows, reach, today), total: counted?.total ?? 0 };
}

/** An account that is known to be there. */
export async function accountById(tx: Tx, account: string, reach: Reach, today: CivilDate): Promise<AccountRow> {
  const rows = await tx.many<ListedAccount>(sql`WITH ${listed(today)}
    SELECT id, user_name, state, person_id, number, name, home_id, home_name FROM listed WHERE id = ${account}`);
  const [row] = await withRoles(tx, rows, reach, today);
  if (!row) throw new Error(`no account ${account}`);
  return row;
}

async function withRoles(tx: Tx, rows: readonly ListedAccount[], reach: Reach, today: CivilDate): Promise<AccountRow[]> {
  const grants = await grantsOf(tx, rows.map((it) => it.id));
  const belongs = await belongsOf(tx, rows.flatMap((it) => it.person_id ?? []), today);
  return rows.map((row): AccountRow => {
    const standing = (grant: GrantRow): string => standingOf(grant, today, belongs.get(row.person_id ?? '') ?? []);
    const live = grants.filter((it) => it.account === row.id && standing(it) !== 'over');
    const opens = row.state === 'active' || row.state === 'firstPassword';
    const places = [...live.map((it) => it.organisation), ...(row.home_id === null ? [] : [row.home_id])];
    return {
      id: row.id, userName: row.user_name, state: row.state,
      person: row.person_id === null ? null : { id: row.person_id, number: row.number ?? '', name: row.name ?? '' },
      branch: row.home_id === null ? null : { id: row.home_id, name: row.home_name ?? '' },
      roles: opens ? live.filter((it) => standing(it) === 'inForce').map((it) => ({ role: it.role, organisation: it.organisationName })) : [],
      manageable: reach.everything || (places.length > 0 && places.every((it) => reach.organisations.includes(it))),
    };
  });
}

/** Sessions that still live, the last used first. */
export async function sessionsOf(tx: Tx, account: string, asking: Actor, now: Date): Promise<LoginSession[]> {
  const rows = await tx.many<{ token_hash: string; created_at: Date; last_seen_at: Date; expires_at: Date; device: string | null }>(sql`
    SELECT token_hash, created_at, last_seen_at, expires_at, device FROM login_session
    WHERE account_id = ${account} AND expires_at > ${now} AND last_seen_at > ${idleSince(now)} ORDER BY last_seen_at DESC, token_hash`);
  return rows.map((it) => ({
    session: it.token_hash, openedAt: it.created_at.toISOString(), lastSeenAt: it.last_seen_at.toISOString(),
    expiresAt: it.expires_at.toISOString(), current: it.token_hash === asking.session, device: it.device,
  }));
}

/** Until when wrong passwords keep an account from being tried, if they do. */
export async function delayOf(tx: Tx, userName: string, now: Date): Promise<Date | null> {
  const row = await tx.one<{ delayed_until: Date }>(sql`
    SELECT delayed_until FROM sign_in_tries WHERE name_hash = ${nameHash(userName)} AND delayed_until > ${now}`);
  return row?.delayed_until ?? null;
}

/** People with a home today in one of the organisations (null: anywhere) and no account yet, by number. */
export async function peopleWithoutAccount(
  tx: Tx, search: string | undefined, organisations: readonly string[] | null, today: CivilDate,
): Promise<{ items: Candidate[]; total: number }> {
  const pattern = searchPattern(search ?? '');
  const within = organisations === null ? sql`true` : sql`(m.organisation_id = ANY(${[...organisations]}::uuid[]) OR m.group_id = ANY(${[...organisations]}::uuid[]))`;
  const rows = await tx.many<{ id: string; number: string; name: string; branch_id: string; branch_name: string; total: number }>(sql`
    SELECT p.id, p.number, p.name, o.id AS branch_id, o.short_name AS branch_name, count(*) OVER () AS total
    FROM person p JOIN membership m ON m.person_id = p.id AND m.from_day <= ${today} AND (m.to_day IS NULL OR m.to_day >= ${today})
    JOIN organisation o ON o.id = m.organisation_id
    WHERE ${within} AND (lower(p.name_key) LIKE ${pattern} OR lower(p.number) LIKE ${pattern})
      AND NOT EXISTS (SELECT FROM account a WHERE a.person_id = p.id)
    ORDER BY p.number COLLATE "C" LIMIT ${CANDIDATES_MOST}`);
  return {
    items: rows.map((it) => ({ id: it.id, number: it.number, name: it.name, branch: { id: it.branch_id, name: it.branch_name } })),
    total: rows[0]?.total ?? 0,
  };
}
