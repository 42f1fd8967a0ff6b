import type { z } from 'zod';
import { demandPastDay } from '#domain/calendar/open-year.ts';
import type { changePerson as contract } from '#domain/people/contract.ts';
import { demandDateOrder } from '#domain/people/membership.ts';
import { refusePeople } from '#domain/people/refusals.ts';
import { nameKey } from '#server/facts/name-key.ts';
import type { Call } from '#server/platform/call.ts';
import { faultCode } from '#server/platform/connection.ts';
import { sql } from '#server/platform/sql.ts';
import { demandPerson } from './person-rights.ts';
import { recordParticulars } from './record-particulars.ts';

const UNIQUE_VIOLATION = '23505';

/** Name, number and particulars. They stand outside the fact log, so that they can be erased one day. */
export async function changePerson(call: Call, input: z.output<typeof contract.input>): Promise<{ id: string }> {
  const { person, number, name, gender, birthDate, details } = input;
  await demandPerson(call, person, 'editPeople');
  for (const day of [birthDate, details.joinedParty, details.becameFull]) if (day) demandPastDay(day, call.today);
  demandDateOrder(birthDate, details.joinedParty, details.becameFull);
  await call.tx.run(sql`
    UPDATE person SET number = ${number}, name = ${name}, name_key = ${nameKey(name, number)}, gender = ${gender}, birth_date = ${birthDate},
      details = ${JSON.stringify(details)}
    WHERE id = ${person}`).catch((fault: unknown) => {
    throw faultCode(fault) === UNIQUE_VIOLATION ? refusePeople('PersonNumberTaken', { number }) : fault;
  });
  await recordParticulars(call, person);
  call.audit({ kind: 'person', id: person });
  return { id: person };
}
