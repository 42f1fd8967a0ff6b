import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readAuditTrail } from '#domain/audit/contract.ts';
import { readPeopleChanges, type ChangedPerson } from '#domain/people/changes-contract.ts';
import * as people from '#domain/people/contract.ts';
import { newId } from '#server/platform/ids.ts';
import { sql } from '#server/platform/sql.ts';
import { testBureau, type TestBureau } from '#test/app.ts';
import { PASSWORD, type CastName } from '#test/cast.ts';
import { type Served, serving } from '#test/journeys/served.ts';

let site: Served;
let bureau: TestBureau;
beforeAll(async () => {
  site = await serving(await testBureau());
  ({ bureau } = site);
  // The detention branch is followed for another system under the account of Wen Lan.
  await bureau.within(({ tx }) => tx.run(sql`INSERT INTO role_grant (id, account_id, role, organisation_id, from_day)
    SELECT ${newId()}, id, 'integrator', ${bureau.cast.organisation.detention}, '2026-01-01' FROM account WHERE user_name = 'wenlan'`));
});
afterAll(() => site.end());

const person = (key: keyof TestBureau['cast']['person']): string => bureau.cast.person[key];

/** A whole pull, page by page. */
async function pull(who: CastName, from?: string, size = 7): Promise<{ items: ChangedPerson[]; cursor: string }> {
  const items: ChangedPerson[] = [];
  let cursor = from;
  for (;;) {
    const answer = await bureau.as(who).call(readPeopleChanges, { size, ...(cursor === undefined ? {} : { cursor }) });
    items.push(...answer.items);
    cursor = answer.cursor;
    if (!answer.more) return { items, cursor };
  }
}

/** As if the pull had been longer ago than the time by which two of them overlap. */
const cursorOfNow = async (who: CastName): Promise<string> => {
  const { cursor } = await pull(who);
  const read = JSON.parse(Buffer.from(cursor, 'base64url').toString());
  return Buffer.from(JSON.stringify({ ...read, since: { ...read.since, at: new Date().toISOString() } })).toString('base64url');
};

const newcomer = { name: '石磊', gender: 'male' as const, birthDate: null, details: {}, organisation: '', group: null, stage: 'full' as const, staffKind: 'officer' as const, from: '2026-03-01' };

describe('changes of people', () => {
  it('begin with everybody of the subtree, once, page by page, and with nobody else', async () => {
    const { items } = await pull('wenlan');
    expect(items.filter(({ status }) => status === 'active').length).toBe(20);
    expect(items.filter(({ status }) => status === 'left').map(({ id, branch, until }) => [id, branch, until])).toEqual([[person('liubo'), null, '2026-06-30']]);
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
    expect(items.map(({ id }) => id)).toEqual(items.map(({ id }) => id).toSorted());
    expect(items.find(({ id }) => id === person('zhengqi'))).toEqual({
      id: person('zhengqi'), number: 'zhengqi', name: '郑琦', gender: null, status: 'active', branch: { id: bureau.cast.organisation.detention, number: 'A118', name: '看守所党支部' },
      group: { id: bureau.cast.organisation.groupA, number: 'A118-1', name: '第一党小组' }, stage: 'full', staffKind: 'officer', posts: ['groupLeader'], since: '2020-01-01', until: null });
  });

  it('are then those since the cursor: entered, renamed, given a post, moved away and entered by mistake', async () => {
    const cursor = await cursorOfNow('wenlan');
    expect((await pull('wenlan', cursor)).items).toEqual([]);
    const office = bureau.as('fangmin');
    const { detention, command } = bureau.cast.organisation;
    const { id: entered } = await office.call(people.enterPerson, { ...newcomer, number: 'N1', organisation: detention });
    const other = bureau.cast.others[0] ?? '';
    await office.call(people.changePerson, { person: other, number: 'N2', name: '看守改', gender: null, birthDate: null, details: {} });
    await office.call(people.appointPost, { person: person('wenlan'), organisation: detention, post: 'publicist', from: '2026-11-01' });
    const moving = await office.call(people.readPerson, { person: person('jiping') });
    await office.call(people.transferPerson, { person: person('jiping'), version: moving.memberships[0]?.version ?? 0, organisation: command, group: null, stage: 'full', staffKind: 'officer', from: '2026-11-10' });
    await office.call(people.appointPost, { person: person('gucheng'), organisation: command, post: 'publicist', from: '2026-11-01' });
    const { items } = await pull('wenlan', cursor);
    expect(new Map(items.map(({ id, name, status, posts, until }) => [id, [name, status, posts, until]]))).toEqual(new Map([
      [entered, ['石磊', 'active', [], null]], [other, ['看守改', 'active', [], null]],
      [person('wenlan'), ['温岚', 'active', ['publicist'], null]], [person('jiping'), ['季平', 'left', [], '2026-11-09']]]));
    // Whoever follows the whole bureau finds him where he is now.
    expect((await pull('fangmin', cursor)).items.find(({ id }) => id === person('jiping'))).toMatchObject({ status: 'active', branch: { number: 'A105' } });
  });

  it('come again within the hour, so that what was being written meanwhile is not lost', async () => {
    const { cursor } = await pull('wenlan');
    expect((await pull('wenlan', cursor)).items.map(({ id }) => id)).toContain(person('wenlan'));
  });

  it('are refused to whoever has no such role, and for a cursor that is none of ours; each pull is in the trail', async () => {
    expect(await bureau.as('luojian').refusal(readPeopleChanges, {})).toBe('NotAllowed');
    expect(await bureau.as('wenlan').refusal(readPeopleChanges, { cursor: 'abc' })).toBe('CursorUnknown');
    expect(await bureau.as('wenlan').refusal(people.enterPerson, { ...newcomer, number: 'N9', organisation: bureau.cast.organisation.detention })).toBe('NotAllowed');
    const { items } = await bureau.as('shenji').call(readAuditTrail, { operation: 'readPeopleChanges' });
    expect(items[0]).toMatchObject({ subject: { kind: 'table' } });
  });
});

it('the script of the operators\' pages, in Chinese and English the same, pulls everybody and then who changed', async () => {
  const [script, chinese] = ['docs/operations.md', 'docs/operations.zh-CN.md'].map((page) => /```js\n([\s\S]*?)```/.exec(readFileSync(page, 'utf8'))?.[1] ?? '');
  expect(script).toBe(chinese);
  const folder = mkdtempSync(join(tmpdir(), 'zhibu-pull-'));
  try {
    writeFileSync(join(folder, 'pull.mjs'), script ?? '');
    const run = async (): Promise<readonly ChangedPerson[]> => {
      const { stdout } = await promisify(execFile)(process.execPath, [join(folder, 'pull.mjs'), `${site.address}/api`, join(folder, 'cursor')], { env: { ZHIBU_USER: 'wenlan', ZHIBU_PASSWORD: PASSWORD } });
      return stdout.split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as ChangedPerson);
    };
    expect((await run()).length).toBe((await pull('wenlan')).items.length);
    const { id } = await bureau.as('fangmin').call(people.enterPerson, { ...newcomer, number: 'N3', organisation: bureau.cast.organisation.detention });
    expect((await run()).map((it) => it.id)).toContain(id);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
