import type { z } from 'zod';
import { demand } from '#domain/access/policy.ts';
import { demandPastDay } from '#domain/calendar/open-year.ts';
import { refuse } from '#domain/contracts/common-refusals.ts';
import type { enterPerson as contract } from '#domain/people/contract.ts';
import { looksMasked } from '#domain/people/masked-number.ts';
import { demandDateOrder } from '#domain/people/membership.ts';
import { refusePeople } from '#domain/people/refusals.ts';
import { nameKey } from '#server/facts/name-key.ts';
import { recordFact } from '#server/facts/record-fact.ts';
import { lineage, structureOf } from '#server/orgs/organisation-reads.ts';
import type { Call } from '#server/platform/call.ts';
import { newId } from '#server/platform/ids.ts';
import { sql } from '#server/platform/sql.ts';
import { demandHomeBranch } from './home-branch.ts';
import { recordParticulars } from './record-particulars.ts';

/** A person with the first membership. It may begin years ago: nothing has been counted for this person before. */
export async function enterPerson(call: Call, input: z.output<typeof contract.input>): Promise<{ id: string }> {
  const { tx, today } = call;
  const { organisation, group, stage, staffKind, from, ...personal } = input;
  if (!(await structureOf(tx)).has(organisation)) throw refuse('NotFound', {});
  demand(call.actor, 'editPeople', await lineage(tx, organisation, today));
  for (const day of [from, personal.birthDate, personal.details.joinedParty, personal.details.becameFull]) {
    if (day) demandPastDay(day, today);
  }
  demandDateOrder(personal.birthDate, personal.details.joinedParty, personal.details.becameFull);
  if (looksMasked(personal.details.phone)) throw refusePeople('PhoneMasked', {});
  const person = newId(call.now.getTime());
  const membership = { person, organisation, group, stage, staffKind, from, to: null };
  await demandHomeBranch(tx, membership);

  const entered = await tx.run(sql`
    INSERT INTO person (id, number, name, name_key, gender, birth_date, details)
    VALUES (${person}, ${personal.number}, ${personal.name}, ${nameKey(personal.name, personal.number)}, ${personal.gender}, ${personal.birthDate}, ${JSON.stringify(personal.details)})
    ON CONFLICT (number) DO NOTHING`);
  if (entered === 0) throw refusePeople('PersonNumberTaken', { number: personal.number });
  await recordFact(call, { kind: 'membership', state: membership });
  await recordParticulars(call, person);
  call.audit({ kind: 'person', id: person, organisation });
  return { id: person };
}
