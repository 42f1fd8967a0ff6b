import { demandEnd, demandGrant, unknownTo, type Grantee, type Spell } from '#domain/access/granting.ts';
import { refuseAccess } from '#domain/access/refusals.ts';
import { lineage } from '#server/orgs/organisation-reads.ts';
import type { Call } from '#server/platform/call.ts';
import { newId } from '#server/platform/ids.ts';
import { sql } from '#server/platform/sql.ts';
import { accountLocked, type AccountIdentity } from './access-reads.ts';
import { keepAdministrators } from './close-account.ts';
import { belongsOf, grantById, grantsOf, lineageOrRoot, placesOf, standingOf } from './grant-reads.ts';

/** Gives a role on an organisation and everything below it for a time. */
export async function grantRole(call: Call, input: Spell & { readonly account: string }): Promise<{ id: string }> {
  const { tx, actor, today } = call;
  const wanted: Spell = { role: input.role, organisation: input.organisation, from: input.from, to: input.to };
  const grantee = await granteeOf(call, input.account);
  demandGrant(actor, grantee, wanted, await lineage(tx, wanted.organisation, today), today);

  const id = newId(call.now.getTime());
  await tx.run(sql`INSERT INTO role_grant (id, account_id, role, organisation_id, from_day, to_day, granted_by)
    VALUES (${id}, ${grantee.account}, ${wanted.role}, ${wanted.organisation}, ${wanted.from}, ${wanted.to}, ${actor.account})`);
  call.audit({ kind: 'account', id: grantee.account, organisation: wanted.organisation, details: { ...spellOf(wanted), grant: id } });
  return { id };
}

/** Ends a grant: on a last day, or at once, which holds from the next request on. */
export async function endGrant(call: Call, input: { grant: string; last: string | null }): Promise<{ id: string }> {
  const { tx, actor, today } = call;
  const holder = await accountOfGrant(call, input.grant);
  // Read under the lock of its account, so that two ends of one grant are one end and one refusal.
  const grant = await grantById(tx, input.grant);
  if (!holder || !grant) throw unknownTo(actor, 'grantRoles');
  demandEnd(actor, { account: holder.id, person: holder.person_id }, grant, await lineageOrRoot(tx, grant.organisation, today), input.last, today);
  if (standingOf(grant, today, []) === 'over') throw refuseAccess('GrantEnded', {});
  await keepAdministrators(call, grant);

  if (input.last === null) await tx.run(sql`UPDATE role_grant SET ended_at = ${call.now}, ended_by = ${actor.account} WHERE id = ${grant.id}`);
  else await tx.run(sql`UPDATE role_grant SET to_day = ${input.last} WHERE id = ${grant.id}`);
  call.audit({ kind: 'account', id: grant.account, organisation: grant.organisation, details: { ...spellOf(grant), to: input.last ?? today, grant: grant.id }, before: { to: grant.to } });
  return { id: grant.id };
}

async function accountOfGrant(call: Call, grant: string): Promise<AccountIdentity | undefined> {
  const found = await grantById(call.tx, grant);
  return found && accountLocked(call.tx, found.account);
}

const spellOf = ({ role, from, to }: Spell): Record<string, string | null> => ({ role, from, to });

/** Locked, so that two grants at the same time see each other. */
async function granteeOf(call: Call, account: string): Promise<Grantee> {
  const { tx, actor, today } = call;
  const found = await accountLocked(tx, account);
  if (!found) throw unknownTo(actor, 'grantRoles');
  const person = found.person_id;
  const held = (await grantsOf(tx, [account])).filter((it) => standingOf(it, today, []) !== 'over');
  const belongs = person === null ? [] : (await belongsOf(tx, [person], today)).get(person) ?? [];
  return { account, person, held, places: await placesOf(tx, account, today), belongs };
}
