import { createHash } from 'node:crypto';
import type { Actor, Grant } from '#domain/access/actor.ts';
import type { WhoAmI } from '#domain/access/contract.ts';
import { homeRoles, type Role } from '#domain/access/roles.ts';
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

/** Idle time after which a session is over, and its longest life (T14, A12: a phone left on a desk). */
const IDLE_MINUTES = 120;
/** A session is stamped this often, not with each request: reads then write nothing and requests of one page do not queue. */
const STAMP_MINUTES = 1;

const minutesBefore = (now: Date, minutes: number): Date => new Date(now.getTime() - minutes * 60_000);

/** The session of a token, if it still lives; stamped when the last stamp is old. */
const livingSession = (token: string, now: Date): Sql => sql`
  seen AS (
    SELECT account_id, last_seen_at FROM login_session
    WHERE token_hash = ${tokenHash(token)} AND expires_at > ${now} AND last_seen_at > ${minutesBefore(now, IDLE_MINUTES)}),
  stamped AS (
    UPDATE login_session SET last_seen_at = ${now}
    WHERE token_hash = ${tokenHash(token)} AND EXISTS (SELECT FROM seen WHERE last_seen_at < ${minutesBefore(now, STAMP_MINUTES)}))`;

/**
 * Who stands behind a token now, with the grants in force today; one statement, because every request asks it.
 * A closed account, and the account of a person without a home in the bureau today, is nobody: sessions of a person who
 * left end with the next request (A13). Roles of a branch hold only while their holder belongs to it ({@link homeRoles}).
 */
export async function whoActs(tx: Tx, token: string, now: Date): Promise<Actor | undefined> {
  const today = civilDay(now);
  const rows = await tx.many<{
    account: string; user_name: string; person: string | null; must_change_password: boolean;
    grant_id: string | null; role: Role; organisation_id: string; from_day: CivilDate; to_day: CivilDate | null;
  }>(sql`
    WITH RECURSIVE ${livingSession(token, now)},
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
    SELECT a.id AS account, a.user_name, a.person_id AS person, a.must_change_password,
           g.id AS grant_id, g.role, g.organisation_id, g.from_day, g.to_day
    FROM seen JOIN account a ON a.id = seen.account_id AND a.closed_at IS NULL
      AND (a.person_id IS NULL OR EXISTS (SELECT FROM home))
    LEFT JOIN role_grant g ON g.account_id = a.id AND g.from_day <= ${today} AND (g.to_day IS NULL OR g.to_day >= ${today})
      AND (g.role <> ALL(${homeRoles}) OR g.organisation_id IN (SELECT organisation_id FROM belongs))
    ORDER BY g.id`);
  const first = rows[0];
  if (!first) return undefined;
  const grants = rows.flatMap((row): Grant[] => row.grant_id === null ? [] : [
    { id: row.grant_id, role: row.role, organisation: row.organisation_id, from: row.from_day, to: row.to_day }]);
  return { account: first.account, userName: first.user_name, person: first.person, mustChangePassword: first.must_change_password, grants, session: tokenHash(token) };
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
    mustChangePassword: actor.mustChangePassword,
    bureau,
    today,
  };
}
