import type { z } from 'zod';
import { demandPastDay } from '#domain/calendar/open-year.ts';
import type { PersonDetails, changePerson as contract } from '#domain/people/contract.ts';
import { looksMasked } from '#domain/people/masked-number.ts';
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
  const { person, number, name, gender } = input;
  await demandPerson(call, person, 'editPeople');
  if (looksMasked(input.details.phone) && !input.kept.includes('phone')) throw refusePeople('PhoneMasked', {});
  const before = await call.tx.one<Particulars>(sql`SELECT number, name, gender, birth_date AS "birthDate", details FROM person WHERE id = ${person} FOR NO KEY UPDATE`);
  const birthDate = input.kept.includes('birthDate') ? before?.birthDate ?? null : input.birthDate;
  const details = keeping(input, before?.details);
  for (const day of [birthDate, details.joinedParty, details.becameFull]) if (day) demandPastDay(day, call.today);
  demandDateOrder(birthDate, details.joinedParty, details.becameFull);
  await call.tx.run(sql`
    UPDATE person SET number = ${number}, name = ${name}, name_key = ${nameKey(name, number)}, gender = ${gender}, birth_date = ${birthDate},
      details = ${JSON.stringify(details)}, changed_at = now()
    WHERE id = ${person}`).catch((fault: unknown) => {
    throw faultCode(fault) === UNIQUE_VIOLATION ? refusePeople('PersonNumberTaken', { number }) : fault;
  });
  await recordParticulars(call, person);
  call.audit({ kind: 'person', id: person, details: { fields: before ? changedFields(before, { number, name, gender, birthDate, details }) : '' } });
  return { id: person };
}

type Particulars = Pick<z.output<typeof contract.input>, 'number' | 'name' | 'gender' | 'birthDate' | 'details'>;

/** What is kept is taken from the row as it stands under its lock, so that what was changed meanwhile stays changed. */
function keeping({ details, kept }: z.output<typeof contract.input>, before: PersonDetails | undefined): PersonDetails {
  const said = Object.entries(details).filter(([field]) => !kept.some((it) => it === field));
  const there = Object.entries(before ?? {}).filter(([field]) => kept.some((it) => it === field));
  return Object.fromEntries([...said, ...there]);
}

/** Which fields are others now, for the trail, that holds neither of the two contents. */
function changedFields(before: Particulars, after: Particulars): string {
  const flat = ({ details, ...rest }: Particulars): ReadonlyMap<string, unknown> => new Map(Object.entries({ ...rest, ...details }));
  const [was, is] = [flat(before), flat(after)];
  return [...new Set([...was.keys(), ...is.keys()])].filter((name) => (was.get(name) ?? null) !== (is.get(name) ?? null)).sort().join();
}
