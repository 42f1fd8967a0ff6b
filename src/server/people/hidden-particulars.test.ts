import { afterAll, beforeAll, expect, it } from 'vitest';
import { readAuditTrail } from '#domain/audit/contract.ts';
import { changePerson, enterPerson, readPeople, readPerson } from '#domain/people/contract.ts';
import { showParticulars } from '#domain/people/disclosure-contract.ts';
import { sql } from '#server/platform/sql.ts';
import { testBureau, type TestBureau } from '#test/app.ts';

/** A number of nobody; what stands of it somewhere it should not is found by its middle. */
const NUMBER = '13800005678';
const MIDDLE = '3800005';

let bureau: TestBureau;
let wenlan: string;
beforeAll(async () => {
  bureau = await testBureau();
  wenlan = bureau.cast.person.wenlan;
});
afterAll(() => bureau.drop());

const particulars = { number: 'wenlan', name: '闻岚', gender: null, birthDate: null };
const changed = (input: object, who: 'luojian' | 'fangmin' = 'luojian') => bureau.as(who).call(changePerson, { person: wenlan, ...particulars, details: {}, ...input });
const onFile = async () => (await bureau.within(({ tx }) => tx.one<{ phone: string | null }>(sql`SELECT details->>'phone' AS phone FROM person WHERE id = ${wenlan}`)))?.phone;
const trail = async () => (await bureau.as('shenji').call(readAuditTrail, { operation: 'showParticulars', subject: wenlan })).items;

it('the number is a mask to whoever may see the person, and whole to the person alone', async () => {
  await changed({ details: { phone: NUMBER, education: '大学本科' } });
  for (const who of ['shenyi', 'fangmin', 'luojian', 'zhengqi'] as const) {
    const answer = await bureau.as(who).request(readPerson, { person: who === 'zhengqi' ? bureau.cast.person.zhengqi : wenlan });
    expect([who, (await answer.text()).includes(MIDDLE)]).toEqual([who, false]);
  }
  expect(await bureau.as('luojian').call(readPerson, { person: wenlan })).toMatchObject({ details: { phone: '138****5678', education: '大学本科' }, masked: ['phone'] });
  expect(await bureau.as('wenlan').call(readPerson, { person: wenlan })).toMatchObject({ details: { phone: NUMBER }, masked: [] });
  expect(JSON.stringify(await bureau.as('fangmin').call(readPeople, { size: 500 }))).not.toContain(MIDDLE);
});

it('nothing on file is no mask', async () => {
  expect(await bureau.as('fangmin').call(readPerson, { person: bureau.cast.person.gucheng })).toMatchObject({ details: {}, masked: [] });
});

it('is shown for a purpose, each time with one row of the trail that says who, whose and for what, and keeps no number', async () => {
  const before = (await trail()).length;
  expect(await bureau.as('luojian').call(showParticulars, { person: wenlan, purpose: 'partyWork' })).toEqual({ phone: NUMBER });
  const [latest, ...older] = await trail();
  expect(older).toHaveLength(before);
  expect(latest).toMatchObject({ who: { userName: 'luojian' }, subject: { kind: 'person', id: wenlan }, details: { purpose: 'partyWork' } });
  const kept = await bureau.within(({ tx }) => tx.many(sql`
    SELECT operation FROM audit_entry WHERE position(${MIDDLE} in audit_entry::text) > 0 UNION SELECT operation FROM idempotency WHERE position(${MIDDLE} in idempotency::text) > 0`));
  expect(kept).toEqual([]);
});

it('is not shown to a stranger or for words of his own, and the refusal leaves no row', async () => {
  const before = await trail();
  expect(await bureau.as('gucheng').refusal(showParticulars, { person: wenlan, purpose: 'partyWork' })).toBe('NotFound');
  expect(await bureau.as('anquan').refusal(showParticulars, { person: wenlan, purpose: 'other' })).toBe('NotFound');
  const answer = await bureau.as('luojian').request(showParticulars, { person: wenlan, purpose: '问一下' as 'other' });
  expect(answer.status).toBe(422);
  expect(await trail()).toEqual(before);
});

it('the day of birth and the ethnicity are hidden alike: a year for an age, and that something is on file', async () => {
  await changed({ birthDate: '1985-03-09', details: { ethnicity: '满族', phone: NUMBER } });
  for (const who of ['shenyi', 'fangmin', 'luojian', 'jiping'] as const) {
    const text = await (await bureau.as(who).request(readPerson, { person: wenlan })).text();
    expect([who, text.includes('03-09'), text.includes('满族')]).toEqual([who, false, false]);
  }
  expect(await bureau.as('luojian').call(readPerson, { person: wenlan })).toMatchObject({ birthDate: null, bornIn: '1985', masked: ['phone', 'birthDate', 'ethnicity'] });
  expect(await bureau.as('wenlan').call(readPerson, { person: wenlan })).toMatchObject({ birthDate: '1985-03-09', details: { ethnicity: '满族' }, masked: [] });
});

it('they are shown for a purpose to whoever keeps the roster, one by one, and to nobody else', async () => {
  const ask = { person: wenlan, purpose: 'verification' as const, fields: ['birthDate' as const, 'ethnicity' as const] };
  expect(await bureau.as('luojian').call(showParticulars, ask)).toEqual({ birthDate: '1985-03-09', ethnicity: '满族' });
  expect((await trail())[0]).toMatchObject({ details: { purpose: 'verification', shown: 'birthDate,ethnicity' } });
  const before = await trail();
  expect(await bureau.as('jiping').refusal(showParticulars, ask)).toBe('NotAllowed');
  expect(await trail()).toEqual(before);
});

it('they stay on file when another field is changed by somebody who was not shown them', async () => {
  await changed({ details: { education: '研究生' }, kept: ['phone', 'birthDate', 'ethnicity'] });
  expect(await bureau.as('wenlan').call(readPerson, { person: wenlan })).toMatchObject({ birthDate: '1985-03-09', details: { education: '研究生', ethnicity: '满族', phone: NUMBER } });
  expect(await bureau.as('luojian').refusal(changePerson, { person: wenlan, ...particulars, details: { joinedParty: '1980-01-01' }, kept: ['birthDate'] })).toBe('PersonDatesReversed');
  await changed({ details: { phone: NUMBER } });
  expect(await bureau.as('wenlan').call(readPerson, { person: wenlan })).toMatchObject({ birthDate: null, masked: [] });
});

it('stays on file when another field is changed by somebody who was not shown it', async () => {
  await changed({ details: { education: '研究生' }, kept: ['phone'] });
  expect([await onFile(), (await bureau.as('wenlan').call(readPerson, { person: wenlan })).details]).toEqual([NUMBER, { education: '研究生', phone: NUMBER }]);
  await changed({ details: { phone: '138****5678' }, kept: ['phone'] });
  expect(await onFile()).toBe(NUMBER);
});

it('is never replaced by its mask', async () => {
  const refused = (input: { details: { phone: string } }) => bureau.as('luojian').refusal(changePerson, { person: wenlan, ...particulars, ...input });
  expect(await refused({ details: { phone: '138****5678' } })).toBe('PhoneMasked');
  expect(await refused({ details: { phone: '138＊＊＊＊5678' } })).toBe('PhoneMasked');
  expect(await onFile()).toBe(NUMBER);
  expect(await bureau.as('fangmin').refusal(enterPerson, {
    number: 'M1', name: '石磊', gender: null, birthDate: null, details: { phone: '138****5678' }, organisation: bureau.cast.organisation.detention, group: null, stage: 'full', staffKind: 'officer', from: '2026-01-01',
  })).toBe('PhoneMasked');
});

it('is changed and taken off by whoever means it', async () => {
  await changed({ details: { phone: '13900001234' } });
  expect(await onFile()).toBe('13900001234');
  await changed({});
  expect(await onFile()).toBeNull();
});
