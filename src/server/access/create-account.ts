import { demandOver, unknownTo } from '#domain/access/granting.ts';
import { isWeak, PASSWORD_LENGTH_LEAST } from '#domain/access/password-rules.ts';
import { refuseAccess } from '#domain/access/refusals.ts';
import { refuse } from '#domain/contracts/common-refusals.ts';
import { homeOf } from '#server/orgs/organisation-reads.ts';
import type { Call } from '#server/platform/call.ts';
import { newId } from '#server/platform/ids.ts';
import { sql } from '#server/platform/sql.ts';
import { lineageOrRoot } from './grant-reads.ts';
import { hashPassword } from './passwords.ts';

interface NewAccount {
  readonly person: string;
  readonly userName?: string | undefined;
  readonly firstPassword: string;
}

/**
 * Opens an account for a person of the bureau. Whose home lies outside of the asker's scope, and who has none, is not
 * known to him. The account opens nothing by itself: roles are granted apart.
 */
export async function createAccount(call: Call, input: NewAccount): Promise<{ account: string; userName: string }> {
  const { tx, actor, today } = call;
  const home = await homeOf(tx, input.person, today);
  if (!home) throw unknownTo(actor, 'manageAccounts');
  demandOver(actor, 'manageAccounts', [await lineageOrRoot(tx, home.organisation, today)]);
  // The person's row is locked: two administrators who open the account at the same time open one.
  const person = await tx.one<{ number: string }>(sql`SELECT number FROM person WHERE id = ${input.person} AND erased_at IS NULL FOR UPDATE`);
  if (!person) throw refuse('NotFound', {});
  const userName = input.userName ?? person.number;
  const taken = await tx.one<{ person: boolean; name: boolean }>(sql`
    SELECT bool_or(person_id = ${input.person}) AS person, bool_or(user_name = ${userName}) AS name FROM account
    WHERE person_id = ${input.person} OR user_name = ${userName}`);
  if (taken?.person) throw refuseAccess('PersonHasAccount', {});
  if (taken?.name) throw refuseAccess('UserNameTaken', { userName });
  if (isWeak(input.firstPassword, userName)) throw refuseAccess('PasswordWeak', { least: PASSWORD_LENGTH_LEAST });

  const account = newId(call.now.getTime());
  const made = await tx.run(sql`
    INSERT INTO account (id, user_name, person_id, password_hash) VALUES (${account}, ${userName}, ${input.person}, ${await hashPassword(input.firstPassword)})
    ON CONFLICT (user_name) DO NOTHING`);
  if (made === 0) throw refuseAccess('UserNameTaken', { userName });
  call.audit({ kind: 'account', id: account, organisation: home.organisation });
  return { account, userName };
}
