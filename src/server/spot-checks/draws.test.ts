import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { foundOrganisation } from '#domain/orgs/contract.ts';
import * as draws from '#domain/spot-checks/draw-contract.ts';
import { recordFact } from '#server/facts/record-fact.ts';
import { newId } from '#server/platform/ids.ts';
import { sql } from '#server/platform/sql.ts';
import { testBureau, type TestBureau, NOW } from '#test/app.ts';
import { accountNamed, benchOf } from '#test/operations/bench.ts';
import { footprint } from '#test/operations/footprint.ts';

let bureau: TestBureau;
let organs: string;
let folder: string;
beforeAll(async () => {
  bureau = await testBureau();
  organs = bureau.cast.organisation.organs;
  folder = mkdtempSync(join(tmpdir(), 'zhibu-draw-'));
  for (const number of ['A110', 'A111', 'A112', 'A113', 'A114', 'A115']) await found(number);
  await bureau.within((call) => recordFact(call, { kind: 'shiftTeam', text: { name: '甲班' }, state: {
    organisation: bureau.cast.organisation.detention, anchor: '2026-01-01', cycle: [[{ start: '08:00', hours: 12 }], []], restHours: 0, from: '2026-01-01', to: null } }));
});
afterAll(async () => { rmSync(folder, { recursive: true }); await bureau.drop(); });
afterEach(() => bureau.setNow(NOW));

const found = async (number: string): Promise<string> => (await bureau.as('fangmin').call(foundOrganisation, {
  category: '631', number, name: `中共示例市公安局${number}支部委员会`, shortName: `${number}党支部`, founded: '2026-01-01', parent: organs })).id;
const publish = () => bureau.as('fangmin').call(draws.publishDraw, { organisation: organs, share: 2500, quarters: 3 });
const word = (by: 'fangmin' | 'shenyi', draw: string, typed: string) => bureau.as(by).call(draws.giveDrawWord, { draw, word: typed });
const page = (draw: string) => bureau.as('luojian').call(draws.readDraw, { draw });
const empty = async (draw: string) => { await bureau.as('fangmin').call(draws.voidDraw, { draw, reason: '试一试' }); };

function verify(proof: unknown, ...more: string[]): { out: string; code: number | null } {
  const file = join(folder, `${newId()}.json`);
  writeFileSync(file, JSON.stringify(proof));
  const run = spawnSync(process.execPath, ['scripts/verify-draw.mjs', file, ...more], { encoding: 'utf8' });
  return { out: run.stdout + run.stderr, code: run.status };
}
const proofOf = async (draw: string): Promise<{ taken: string; list: string; listHash: string; words: string[]; seed: string; drawn: string[] }> =>
  JSON.parse(new TextDecoder().decode(await bureau.as('luojian').call(draws.exportDrawProof, { draw }) as never)) as never;

it('goes in three acts, each with its trace: list, words, branches; a stranger repeats it', async () => {
  const { draw, listHash } = await publish();
  expect(await page(draw)).toMatchObject({
    card: { window: '2026-Q4', stage: 'published', publishedBy: '方敏', words: [], drawn: [] }, may: { word: false, draw: false },
    strata: [{ stratum: 'shift', count: 1, taken: 1, enough: true }, { stratum: 'office', count: 7, taken: 2, inAll: 8, enough: true }] });
  await word('fangmin', draw, '海棠');
  expect((await page(draw)).proof.words).toEqual([]);
  await word('shenyi', draw, '春风');
  await bureau.as('fangmin').call(draws.carryOutDraw, { draw });
  const after = await page(draw);
  expect(after.card.drawn.map(({ because }) => because)).toEqual(['waited', 'waited', 'waited']);
  expect(after.card.drawn.map(({ organisation }) => organisation.number)).toContain('A118');
  expect(after.proof.words).toEqual(['海棠', '春风']);
  const proof = await proofOf(draw);
  expect(proof.taken).toMatch(/由罗建（luojian）导出$/);
  expect(verify(proof, listHash)).toMatchObject({ code: 0 });
  const traces = await bureau.within(({ tx }) => tx.many<{ operation: string }>(sql`SELECT operation FROM audit_entry WHERE subject_id = ${draw} AND operation <> 'exportDrawProof' ORDER BY id`));
  expect(traces.map(({ operation }) => operation)).toEqual(['publishDraw', 'giveDrawWord', 'giveDrawWord', 'carryOutDraw']);
  expect((await bureau.as('luojian').call(draws.listDraws, {})).left).toHaveLength(5);
});

it('of the next quarters takes those that were not drawn yet', async () => {
  for (const at of ['2027-01-10T09:00:00+08:00', '2027-04-10T09:00:00+08:00', '2027-07-10T09:00:00+08:00']) {
    bureau.setNow(at);
    const { draw } = await publish();
    await word('shenyi', draw, `第${at}词`);
    await word('fangmin', draw, '再一个');
    await bureau.as('shenyi').call(draws.carryOutDraw, { draw });
    expect(verify(await proofOf(draw)).code).toBe(0);
  }
  const drawn = await bureau.within(({ tx }) => tx.many<{ id: string }>(sql`SELECT DISTINCT organisation_id AS id FROM draw_branch`));
  expect(drawn).toHaveLength(8);
});

it('is not believed when a server swaps a branch after the list was published, or a word, or whom it drew', async () => {
  bureau.setNow('2027-10-10T09:00:00+08:00');
  const { draw, listHash } = await publish();
  await word('shenyi', draw, '银杏');
  await word('fangmin', draw, '长河');
  await bureau.as('shenyi').call(draws.carryOutDraw, { draw });
  const proof = await proofOf(draw);
  expect(verify(proof, listHash).out).toContain('comes out the same');
  const other = proof.list.split('\n').map((line) => line.split('\t')[1]).find((code) => code?.startsWith('A11') && !proof.drawn.includes(code)) ?? '';
  expect(verify({ ...proof, drawn: [other, ...proof.drawn.slice(1)] }, listHash).out).toContain('the draw takes');
  expect(verify({ ...proof, list: proof.list.replace('A111', 'A119') }, listHash).out).toContain('not the one that the hash in the file is of');
  expect(verify({ ...proof, words: ['银杏', '长江'] }, listHash).out).toContain('the seed does not follow');
  expect(verify({ ...proof, listHash: '0'.repeat(64) }, listHash).out).toContain('not the one that was published');
  expect(verify({ ...proof, words: ['银杏'] }).code).toBe(1);
});

it('refuses a draw after the list changed, and writes nothing', async () => {
  bureau.setNow('2028-01-10T09:00:00+08:00');
  const { draw } = await publish();
  await word('shenyi', draw, '银杏');
  await found('A116');
  const before = await footprint(bureau);
  expect(await bureau.as('fangmin').refusal(draws.giveDrawWord, { draw, word: '长河' })).toBe('ListChanged');
  expect(await bureau.as('fangmin').refusal(draws.carryOutDraw, { draw })).toBe('ListChanged');
  expect(await bureau.as('fangmin').refusal(draws.publishDraw, { organisation: organs, share: 2500, quarters: 3 })).toBe('DrawStands');
  expect(await footprint(bureau)).toEqual(before);
  await empty(draw);
  expect(await bureau.as('fangmin').refusal(draws.carryOutDraw, { draw })).toBe('DrawOver');
  expect(await page(draw)).toMatchObject({ card: { stage: 'void', voided: '试一试' } });
  await publish();
});

it('keeps both words that are typed at the same moment, and one list of two that are published', async () => {
  bureau.setNow('2028-07-10T09:00:00+08:00');
  const tries = await Promise.allSettled([publish(), publish()]);
  const [first] = tries.flatMap((it) => (it.status === 'fulfilled' ? [it.value] : []));
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  const draw = first?.draw ?? '';
  await Promise.all([word('shenyi', draw, '一'.repeat(2)), word('fangmin', draw, '二'.repeat(2))]);
  expect((await page(draw)).card.words).toHaveLength(2);
});

it('takes one word of one person, by whatever account, and none of an account without a person', async () => {
  bureau.setNow('2028-04-10T09:00:00+08:00');
  const { draw } = await publish();
  await word('fangmin', draw, '海棠');
  const before = await footprint(bureau);
  expect(await bureau.as('fangmin').refusal(draws.giveDrawWord, { draw, word: '春风' })).toBe('WordTwice');
  expect(await bureau.as('dangwu').refusal(draws.giveDrawWord, { draw, word: '春风' })).toBe('WordNeedsPerson');
  expect(await bureau.as('luojian').refusal(draws.giveDrawWord, { draw, word: '春风' })).toBe('NotAllowed');
  expect(await bureau.as('wenlan').refusal(draws.readDraw, { draw })).toBe('NotFound');
  expect(await bureau.as('fangmin').refusal(draws.carryOutDraw, { draw })).toBe('WordsMissing');
  expect(await footprint(bureau)).toEqual(before);
  expect(await (await otherAccountOf('fangmin')).refusal(draws.giveDrawWord, { draw, word: '春风' })).toBe('WordTwice');
});

/** Another account of somebody of the cast, with the same rights, in the place of the first. */
async function otherAccountOf(name: 'fangmin') {
  const { account, caller } = await benchOf(bureau).newAccount();
  const first = await accountNamed(bureau, name);
  await bureau.within(async ({ tx }) => {
    await tx.run(sql`UPDATE account SET person_id = NULL WHERE id = ${first}`);
    await tx.run(sql`UPDATE account SET person_id = ${bureau.cast.person[name]} WHERE id = ${account}`);
    await tx.run(sql`INSERT INTO role_grant (id, account_id, role, organisation_id, from_day) SELECT ${newId()}, ${account}, role, organisation_id, from_day FROM role_grant WHERE account_id = ${first}`);
  });
  return caller;
}
