import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { amendSchemeItem, readSchemeItems } from '#domain/schemes/table/contract.ts';
import { testBureau, type TestBureau } from '#test/app.ts';

const sample = readFileSync('schemes/dezhou.yaml', 'utf8');
let bureau: TestBureau;
beforeAll(async () => { bureau = await testBureau(); });
afterAll(() => bureau.drop());

const office = () => bureau.as('dangwu');
const cellsOf = async (id: string) => (await office().call(readSchemeItems, { text: sample })).items.find((it) => it.id === id)?.cells ?? {};

it('each part and rule has its form and is read aloud', async () => {
  const { items, activities } = await office().call(readSchemeItems, { text: sample });
  expect(items.find((it) => it.id === 'lecture')).toMatchObject({ tree: 'points', cells: { way: '定额', part: '主讲', each: '2.00' }, card: { zh: expect.stringContaining('每次 2.00 分') } });
  expect(activities).toContain('周一集中学习');
});

it('a form that changes nothing gives the very same text, and one that changes a mark changes that line', async () => {
  const cells = await cellsOf('lecture');
  expect(await office().call(amendSchemeItem, { text: sample, tree: 'points', id: 'lecture', cells })).toEqual({ text: sample, problems: [] });
  const { text } = await office().call(amendSchemeItem, { text: sample, tree: 'points', id: 'lecture', cells: { ...cells, each: '1.50' } });
  const changed = text?.split('\n').filter((line, at) => line !== sample.split('\n')[at]);
  expect(changed?.map((line) => line.trim())).toEqual(['value: { kind: fixed, each: 1.50 }']);
});

it('what the check would not accept is said, and the text stays', async () => {
  const cells = await cellsOf('lecture');
  const wrong = await office().call(amendSchemeItem, { text: sample, tree: 'points', id: 'lecture', cells: { ...cells, each: '很多' } });
  expect([wrong.text, wrong.problems[0]?.zh]).toEqual([null, '每次分值：“很多”不是分值，请写成 4.00 这样的数。']);
  expect((await office().call(amendSchemeItem, { text: sample, tree: 'points', id: 'lecture', cells: { ...cells, clause: '' } })).text).toBeNull();
  expect(await office().refusal(amendSchemeItem, { text: sample, tree: 'points', id: 'nothing', cells })).toBe('NotFound');
});
