import { afterAll, beforeAll, expect, it } from 'vitest';
import { readMyDone, type MyDone } from '#domain/audit/contract.ts';
import { confirmRota, recordOwnLeave, withdrawAbsence } from '#domain/rota/absence-contract.ts';
import { testBureau, type TestBureau } from '#test/app.ts';
import type { CastName } from '#test/cast.ts';

let bureau: TestBureau;
let leave: string;
const day = '2026-11-17';
beforeAll(async () => {
  bureau = await testBureau();
  leave = (await bureau.as('wenlan').call(recordOwnLeave, { reason: 'personalLeave', from: day, to: day })).leave;
});
afterAll(() => bureau.drop());

const doneBy = async (name: CastName): Promise<MyDone['items']> => (await bureau.as(name).call(readMyDone, {})).items;

it('shows somebody what he did, with what it concerns', async () => {
  expect(await doneBy('wenlan')).toMatchObject([{
    words: recordOwnLeave.summary, subject: { kind: 'leave', id: leave, words: { zh: '请假登记' } }, others: 0, day, withdrawn: false,
  }]);
});

it('follows what others did to it since, and shows to each his own act only', async () => {
  await bureau.as('luojian').call(confirmRota, { fact: leave, version: 1 });
  expect((await doneBy('luojian')).map(({ words }) => words)).toEqual([confirmRota.summary]);
  await bureau.as('luojian').call(withdrawAbsence, { fact: leave, version: 1 });
  expect((await doneBy('wenlan')).map(({ withdrawn }) => withdrawn)).toEqual([true]);
});

it('is empty for somebody who did nothing', async () => {
  expect(await doneBy('tangyue')).toEqual([]);
});
