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

it('a guide has fields of its own: a step that is changed changes the guide alone', async () => {
  const cells = await cellsOf('lecturers');
  expect(cells.course?.split('\n')).toEqual([
    '从讲师名册选业务讲师，或把学习与训练结合安排。 | Take a lecturer from the register, or join study with drill.', '安排时选“学业务知识”或“学练结合”，写明主讲人。 | Choose professional knowledge or study with drill, and the speaker.',
    '课后登记，由书记确认。 | Record it afterwards; the secretary confirms.']);
  expect([cells.mistakes, cells.rest?.includes('guide')]).toEqual(['主讲人不在讲师名册，不计。 | A speaker who is not in the register does not count.', false]);
  expect(await office().call(amendSchemeItem, { text: sample, tree: 'indicators', id: 'lecturers', cells })).toEqual({ text: sample, problems: [] });
  const { text, problems } = await office().call(amendSchemeItem, { text: sample, tree: 'indicators', id: 'lecturers', cells: { ...cells, course: cells.course?.replace('由书记确认', '由书记或副书记确认') ?? '' } });
  expect(problems).toEqual([]);
  // The guide is written anew, in one line; every other line stays.
  const [before, after] = [sample.split('\n'), text?.split('\n') ?? []];
  const added = after.filter((line) => !before.includes(line));
  expect([added.length, added[0]?.includes('由书记或副书记确认'), after.length]).toEqual([1, true, before.length - 6]);
});
