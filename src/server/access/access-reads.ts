import { createHash } from 'node:crypto';
import type { Actor, Grant } from '#domain/access/actor.ts';
import type { WhoAmI } from '#domain/access/contract.ts';
import { grantStanding } from '#domain/access/grant-standing.ts';
import { scopesOf } from '#domain/access/policy.ts';
import type { Role } from '#domain/access/roles.ts';
import type { CivilDate } from '#domain/calendar/civil-date.ts';
import { civilDay } from '#server/platform/clock.ts';
import type { Tx } from '#server/platform/database.ts';
import { sql, type Sql } from '#server/platform/sql.ts';

export const tokenHash = (token: string): string => createHash('sha256').update(token).digest('hex');

export interface AccountRow {
  readonly id: string;
  readonly user_name: string;
  readonly password_hash: string;
  readonly closed_at: Date | null;
}

export const accountNamed = (tx: Tx, userName: string): Promise<AccountRow | undefined> =>
  tx.one<AccountRow>(sql`SELECT id, user_name, password_hash, closed_at FROM account WHERE user_name = ${userName}`);

export interface AccountIdentity {
  readonly id: string;
  readonly user_name: string;
  readonly person_id: string | null;
  readonly closed_at: Date | null;
  readonly created_at: Date;
}

const identity = sql`SELECT id, user_name, person_id, closed_at, created_at FROM account`;

export const accountIdentity = (tx: Tx, account: string): Promise<AccountIdentity | undefined> =>
  tx.one<AccountIdentity>(sql`${identity} WHERE id = ${account}`);

/** Locked until the end of the transaction, for whoever is about to change it or its grants. */
export const accountLocked = (tx: Tx, account: string): Promise<AccountIdentity | undefined> =>
  tx.one<AccountIdentity>(sql`${identity} WHERE id = ${account} FOR UPDATE`);

/** Idle time after which a session is over, and its longest life (T14, A12: a phone left on a desk). */
const IDLE_MINUTES = 120;
/** A session is stamped this often, not with each request: reads then write nothing and requests of one page do not queue. */
const STAMP_MINUTES = 1;

/** A session last used before this is over. */
export const idleSince = (now: Date): Date => minutesBefore(now, IDLE_MINUTES);

const minutesBefore = (now: Date, minutes: number): Date => new Date(now.getTime() - minutes * 60_000);

/** The session of a token, if it still lives; stamped when the last stamp is old. */
const livingSession = (token: string, now: Date): Sql => sql`
  seen AS (
    SELECT account_id, last_seen_at, came_by FROM login_session
    WHERE token_hash = ${tokenHash(token)} AND expires_at > ${now} AND last_seen_at > ${idleSince(now)}),
  stamped AS (
    UPDATE login_session SET last_seen_at = ${now}
    WHERE token_hash = ${tokenHash(token)} AND EXISTS (SELECT FROM seen WHERE last_seen_at < ${minutesBefore(now, STAMP_MINUTES)}))`;

interface ActingRow {
  readonly account: string;
  readonly user_name: string;
  readonly person: string | null;
  /** Of whoever came by a password that somebody else gave him. */
  readonly must_change_password: boolean;
  /** Has a second factor, or came by a portal that asks for one itself. */
  readonly enrolled: boolean;
  /** Whether the role of this grant demands a second factor. */
  readonly demanded: boolean;
  /** Home and group today with everything above them. */
  readonly belongs: readonly string[];
  readonly grant_id: string | null;
  readonly role: Role;
  readonly organisation_id: string;
  readonly from_day: CivilDate;
  readonly to_day: CivilDate | null;
}

/**
 * Who stands behind a token now, with the grants in force today; one statement, because every request asks it.
 * A closed account, and the account of a person without a home in the bureau today, is nobody: sessions of a person who
 * left end with the next request, and so do roles of a branch that he does not belong to any more (A13).
 */
export const whoActs = (tx: Tx, token: string, now: Date): Promise<Actor | undefined> =>
  acting(tx, livingSession(token, now), tokenHash(token), civilDay(now));

/** The same of an account by its id, for work that goes on after its request (a job). */
export const accountActs = (tx: Tx, account: string, now: Date): Promise<Actor | undefined> =>
  acting(tx, sql`seen AS (SELECT ${account}::uuid AS account_id, 'password' AS came_by)`, '', civilDay(now));

async function acting(tx: Tx, seen: Sql, session: string, today: CivilDate): Promise<Actor | undefined> {
  const rows = await tx.many<ActingRow>(sql`
    WITH RECURSIVE ${seen},
    home AS (
      SELECT organisation_id, group_id FROM membership
      WHERE person_id = (SELECT person_id FROM account WHERE id = (SELECT account_id FROM seen))
        AND from_day <= ${today} AND (to_day IS NULL OR to_day >= ${today})),
    belongs(organisation_id, depth) AS (
      SELECT organisation_id, 0 FROM home UNION SELECT group_id, 0 FROM home WHERE group_id IS NOT NULL
      UNION
      SELECT place.parent_id, depth + 1 FROM belongs CROSS JOIN LATERAL (
        SELECT parent_id FROM organisation_placement WHERE fact_id = belongs.organisation_id AND from_day <= ${today}
        ORDER BY from_day DESC LIMIT 1) AS place
      WHERE place.parent_id IS NOT NULL AND depth < 20)
    SELECT a.id AS account, a.user_name, a.person_id AS person, a.must_change_password AND seen.came_by = 'password' AS must_change_password,
           ARRAY(SELECT organisation_id FROM belongs) AS belongs,
           EXISTS (SELECT FROM second_factor f WHERE f.account_id = a.id) OR seen.came_by = 'strongTicket' AS enrolled,
           EXISTS (SELECT FROM second_factor_demand d WHERE d.role = g.role) AS demanded,
           g.id AS grant_id, g.role, g.organisation_id, g.from_day, g.to_day
    FROM seen JOIN account a ON a.id = seen.account_id AND a.closed_at IS NULL
      AND (a.person_id IS NULL OR EXISTS (SELECT FROM home))
    LEFT JOIN role_grant g ON g.account_id = a.id AND g.ended_at IS NULL
    ORDER BY g.id`);
  const first = rows[0];
  if (!first) return undefined;
  return {
    account: first.account, userName: first.user_name, person: first.person, mustChangePassword: first.must_change_password,
    mustEnrol: !first.enrolled && rows.some((row) => row.demanded && grantOf(row, today).length > 0),
    grants: rows.flatMap((row) => grantOf(row, today)), session,
  };
}

function grantOf(row: ActingRow, today: CivilDate): readonly Grant[] {
  if (row.grant_id === null) return [];
  const written = { role: row.role, organisation: row.organisation_id, from: row.from_day, to: row.to_day };
  return grantStanding({ ...written, ended: false }, today, row.belongs) === 'inForce' ? [{ id: row.grant_id, ...written }] : [];
}

interface ActorRow {
  readonly name: string | null;
  readonly number: string | null;
  readonly branch_id: string | null;
  readonly branch_name: string | null;
}

/** What a page needs to begin: who, home branch, grants with the names of their organisations, which bureau. */
export async function describeActor(tx: Tx, actor: Actor, bureau: WhoAmI['bureau'], today: CivilDate): Promise<WhoAmI> {
  const row = await tx.one<ActorRow>(sql`
    SELECT p.name, p.number, o.id AS branch_id, o.short_name AS branch_name FROM person p
    LEFT JOIN membership m ON m.person_id = p.id AND m.from_day <= ${today} AND (m.to_day IS NULL OR m.to_day >= ${today})
    LEFT JOIN organisation o ON o.id = m.organisation_id
    WHERE p.id = ${actor.person} LIMIT 1`);
  const names = await tx.many<{ id: string; short_name: string }>(sql`
    SELECT id, short_name FROM organisation WHERE id = ANY(${actor.grants.map((it) => it.organisation)}::uuid[])`);
  const nameOf = new Map(names.map((it) => [it.id, it.short_name]));
  return {
    account: actor.account,
    userName: actor.userName,
    person: actor.person && row?.name && row.number ? { id: actor.person, name: row.name, number: row.number } : null,
    branch: row?.branch_id && row.branch_name ? { id: row.branch_id, name: row.branch_name } : null,
    grants: actor.grants.map((it) => ({ ...it, organisationName: nameOf.get(it.organisation) ?? '' })),
    takesTables: scopesOf(actor, 'takeTables').length > 0,
    mustChangePassword: actor.mustChangePassword,
    mustEnrol: actor.mustEnrol,
    bureau,
    today,
  };
}
