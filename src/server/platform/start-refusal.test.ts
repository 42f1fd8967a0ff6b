import { existsSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { emptyDatabase } from '#test/database.ts';
import { withConnection } from './connection.ts';
import { StartRefusal, startRefusalOf } from './start-refusal.ts';

const faultOf = (work: () => unknown): Promise<unknown> => (async () => work())().then(() => undefined, (fault: unknown) => fault);

it.runIf(existsSync('/dev/full'))('a disk without room ends a program in words, whoever found it full', async () => {
  const here = await faultOf(() => writeFileSync('/dev/full', 'x'));
  const empty = await emptyDatabase();
  const inDatabase = await faultOf(() => withConnection(empty.ownerUrl, (client) => client.query("DO $$ BEGIN RAISE EXCEPTION 'could not extend file' USING ERRCODE = 'disk_full'; END $$")));
  for (const [fault, reason] of [[here, 'ENOSPC'], [inDatabase, 'could not extend file']] as const) {
    expect(startRefusalOf(fault)?.words).toEqual({ zh: expect.stringMatching(`磁盘已满.+${reason}`), en: expect.stringMatching(`disk is full.+${reason}.+Make room`) });
  }
  await empty.drop();
});

it('a refusal stays as it is, and a defect is none', () => {
  const refusal = new StartRefusal({ zh: '不', en: 'no' });
  expect(startRefusalOf(refusal)).toBe(refusal);
  expect(startRefusalOf(new Error('a defect'))).toBeUndefined();
  expect(startRefusalOf('a text')).toBeUndefined();
});
