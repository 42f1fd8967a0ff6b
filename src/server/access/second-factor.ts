import { scopesOf, demand } from '#domain/access/policy.ts';
import { refuseAccess } from '#domain/access/refusals.ts';
import type { Role } from '#domain/access/roles.ts';
import { roots } from '#server/orgs/organisation-reads.ts';
import type { Call } from '#server/platform/call.ts';
import type { Tx } from '#server/platform/database.ts';
import type { Sealing } from '#server/platform/sealed.ts';
import { joined, sql } from '#server/platform/sql.ts';
import { demandAccountToChange } from './demand-account.ts';
import { provePassword } from './prove-password.ts';
import { stepOfCode } from './time-code.ts';

interface FactorRow {
  readonly sealed_secret: string;
  readonly last_step: number;
}

export const hasSecondFactor = async (tx: Tx, account: string): Promise<boolean> =>
  (await tx.many(sql`SELECT 1 FROM second_factor WHERE account_id = ${account}`)).length > 0;

/**
 * Whether this is the code of the account's phone now, or one of its recovery codes. What was taken is spent: the row is
 * locked, so that of two sign-ins with one code at the same moment one comes in.
 */
export async function takeCode(call: Call, sealed: Sealing, account: string, code: string): Promise<boolean> {
  const { tx, now } = call;
  const factor = await tx.one<FactorRow>(sql`SELECT sealed_secret, last_step FROM second_factor WHERE account_id = ${account} FOR UPDATE`);
  if (!factor) return false;
  if (code.includes('-')) {
    return (await tx.run(sql`UPDATE recovery_code SET used_at = ${now} WHERE account_id = ${account} AND code_hash = ${sealed.mark(code, account)} AND used_at IS NULL`)) === 1;
  }
  const step = stepOfCode(sealed.open(factor.sealed_secret, account), code, now, factor.last_step);
  if (step === undefined) return false;
  await tx.run(sql`UPDATE second_factor SET last_step = ${step} WHERE account_id = ${account}`);
  return true;
}

export async function mySecondFactor(call: Call): Promise<{ enrolledAt: string | null; recoveryLeft: number; demanded: boolean }> {
  const row = await call.tx.one<{ enrolled_at: Date; left: number }>(sql`
    SELECT f.enrolled_at, (SELECT count(*) FROM recovery_code r WHERE r.account_id = f.account_id AND r.used_at IS NULL) AS left
    FROM second_factor f WHERE f.account_id = ${call.actor.account}`);
  return { enrolledAt: row?.enrolled_at.toISOString() ?? null, recoveryLeft: row?.left ?? 0, demanded: await isDemanded(call) };
}

interface Enrolment {
  readonly password: string;
  readonly secret: string;
  readonly code: string;
  readonly recoveryCodes: readonly string[];
}

/** Enrols the asker's phone; every other session of his ends, because it came in without it. */
export async function enrolSecondFactor(call: Call, input: Enrolment, sealed: Sealing): Promise<Record<string, never>> {
  const { tx, actor, now } = call;
  const account = await provePassword(call, actor.userName, input.password);
  if (!account) throw refuseAccess('PasswordWrong', {});
  const step = stepOfCode(input.secret, input.code, now, 0);
  if (step === undefined) throw refuseAccess('SecondFactorWrong', {});
  const made = await tx.run(sql`INSERT INTO second_factor (account_id, sealed_secret, enrolled_at, last_step)
    VALUES (${actor.account}, ${sealed.seal(input.secret, actor.account)}, ${now}, ${step}) ON CONFLICT (account_id) DO NOTHING`);
  if (made === 0) throw refuseAccess('SecondFactorThere', {});
  const codes = [...new Set(input.recoveryCodes)].map((code) => sql`(${actor.account}, ${sealed.mark(code, actor.account)})`);
  await tx.run(sql`INSERT INTO recovery_code (account_id, code_hash) VALUES ${joined(codes, ', ')}`);
  await tx.run(sql`DELETE FROM login_session WHERE account_id = ${actor.account} AND token_hash <> ${actor.session}`);
  call.audit({ kind: 'account', id: actor.account, details: { enrolled: true }, before: { enrolled: false } });
  return {};
}

/** Takes one's own away, where no role demands it. */
export async function removeSecondFactor(call: Call, input: { password: string }): Promise<Record<string, never>> {
  const { actor } = call;
  if (!(await provePassword(call, actor.userName, input.password))) throw refuseAccess('PasswordWrong', {});
  if (await isDemanded(call)) throw refuseAccess('SecondFactorDemanded', {});
  await forget(call, actor.account);
  return {};
}

/** For a lost phone: the account comes in by its password alone, or must enrol anew where its role demands it. */
export async function resetSecondFactor(call: Call, input: { account: string }): Promise<Record<string, never>> {
  const account = await demandAccountToChange(call, input.account);
  await forget(call, account.id);
  await call.tx.run(sql`DELETE FROM login_session WHERE account_id = ${account.id}`);
  return {};
}

async function forget(call: Call, account: string): Promise<void> {
  const { tx } = call;
  await tx.run(sql`DELETE FROM recovery_code WHERE account_id = ${account}`);
  if ((await tx.run(sql`DELETE FROM second_factor WHERE account_id = ${account}`)) === 0) throw refuseAccess('SecondFactorMissing', {});
  call.audit({ kind: 'account', id: account, details: { enrolled: false }, before: { enrolled: true } });
}

/** Whether a role that the asker holds now demands a second factor. */
async function isDemanded({ tx, actor }: Call): Promise<boolean> {
  const held = actor.grants.map((it) => it.role);
  return (await tx.many(sql`SELECT 1 FROM second_factor_demand WHERE role = ANY(${held})`)).length > 0;
}

const rolesDemanded = async (tx: Tx): Promise<Role[]> =>
  (await tx.many<{ role: Role }>(sql`SELECT role FROM second_factor_demand ORDER BY role`)).map((it) => it.role);

export async function secondFactorRoles(call: Call): Promise<{ roles: Role[] }> {
  demand(call.actor, 'manageAccounts', scopesOf(call.actor, 'manageAccounts'));
  return { roles: await rolesDemanded(call.tx) };
}

/** Says of which roles a second factor is demanded; for the whole bureau, so by whoever manages the accounts of its top. */
export async function demandSecondFactor(call: Call, input: { roles: readonly Role[] }): Promise<{ roles: Role[] }> {
  const { tx, actor, now } = call;
  demand(actor, 'manageAccounts', await roots(tx));
  const before = await rolesDemanded(tx);
  const gone = before.filter((it) => !input.roles.includes(it));
  const added = [...new Set(input.roles)].filter((it) => !before.includes(it));
  await tx.run(sql`DELETE FROM second_factor_demand WHERE role = ANY(${gone})`);
  for (const role of added) {
    await tx.run(sql`INSERT INTO second_factor_demand (role, demanded_by, demanded_at) VALUES (${role}, ${actor.account}, ${now}) ON CONFLICT (role) DO NOTHING`);
    call.audit({ kind: 'secondFactor', id: role, details: { role, demanded: true }, before: { demanded: false } });
  }
  for (const role of gone) call.audit({ kind: 'secondFactor', id: role, details: { role, demanded: false }, before: { demanded: true } });
  return { roles: await rolesDemanded(tx) };
}
