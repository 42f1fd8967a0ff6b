import { afterAll, beforeAll, expect, test } from 'vitest';
import * as imports from '#domain/imports/contract.ts';
import { rosterColumns } from '#domain/imports/roster-columns.ts';
import { recordFacts, type AnyNewFact } from '#server/facts/record-fact.ts';
import { sql } from '#server/platform/sql.ts';
import { testBureau, type TestBureau } from '#test/app.ts';
import { jobNode, type JobNode } from '#test/job-nodes.ts';
import { tableOf, workbook } from '#test/workbooks.ts';

/**
 * The roster of a large city in one file: the good rows go in, the bad ones come back in the same template with their reasons,
 * and once put right the file is taken as it is. The time that a test may take bounds how long it takes; the heap of the
 * node that does it bounds its memory.
 */
const PEOPLE = 10_000;
const BAD = 137;
const BRANCHES = 300;
const HEAP_MEGABYTES = 192;
const TITLES = rosterColumns.map((it) => it.title);
type Cells = Readonly<Record<string, string | number>>;

let bureau: TestBureau;
let node: JobNode;
beforeAll(async () => {
  bureau = await testBureau();
  node = jobNode(bureau, { heapMegabytes: HEAP_MEGABYTES });
  await bureau.within((call) => recordFacts(call, branches()));
});
afterAll(async () => {
  await node.kill();
  await bureau.drop();
});

const shortName = (at: number): string => `第${at + 1}党支部`;
const branches = (): AnyNewFact[] => Array.from({ length: BRANCHES }, (_, at) => ({
  kind: 'organisation', state: {
    category: '631', number: `L${at + 1}`, name: `中共示例市公安局第${at + 1}支部委员会`, shortName: shortName(at), founded: '2020-01-01', dissolved: null,
    placements: [{ parent: bureau.cast.organisation.organs, from: '2020-01-01' }] },
}));

/** What can be wrong in a row, each with the column that is named for it and what the office writes instead. */
const WRONG: readonly { readonly column: string; readonly value: (at: number) => string; readonly right: (at: number) => string }[] = [
  { column: '所在党支部', value: (at) => `第${at}中队`, right: (at) => shortName(at % BRANCHES) },
  { column: '警号', value: () => '700000', right: (at) => String(700_000 + at) },
  { column: '出生日期', value: () => '1980-02-30', right: () => '1980-02-28' },
  { column: '加入党组织日期', value: () => '2027-07-01', right: () => '2007-07-01' },
  { column: '人员类别', value: () => '党员同志', right: () => '正式党员' },
  { column: '姓名', value: () => '', right: (at) => nameOf(at) },
];
/** Spread over the whole file, and never in the first row, whose number the doubles have. */
const badAt = (at: number): number => Math.floor(((at + 1) * PEOPLE) / (BAD + 1));
const wrongIn = new Map(Array.from({ length: BAD }, (_, at) => [badAt(at), WRONG[at % WRONG.length]]));

const nameOf = (at: number): string => `甲${String.fromCharCode(0x4e00 + (at % 5000))}${String.fromCharCode(0x4e00 + Math.floor(at / 5000))}`;
const person = (at: number): Cells => ({
  姓名: nameOf(at), 性别: at % 4 === 0 ? '女' : '男', 民族: '汉族', 出生日期: `${1970 + (at % 30)}-0${1 + (at % 9)}-15`, 学历: '大学本科', 人员类别: at % 5 === 0 ? '非党员' : '正式党员',
  所在党支部: shortName(at % BRANCHES), 加入党组织日期: at % 5 === 0 ? '' : '2012-07-01', 工作岗位: '一线岗位', 联系电话: String(13_900_000_000 + at), 人员身份: '民警', 警号: String(700_000 + at),
});
const rowOf = (at: number): Cells => {
  const wrong = wrongIn.get(at);
  return wrong ? { ...person(at), 人员类别: '正式党员', [wrong.column]: wrong.value(at) } : person(at);
};

const workOff = async (): Promise<void> => expect(await node.workOff()).toBe('idle');
const checked = async (file: Uint8Array) => {
  const { id } = await bureau.as('fangmin').call(imports.checkRoster, { fileName: '花名册.xlsx', from: '2026-11-01' }, { file });
  await workOff();
  return bureau.as('fangmin').call(imports.readRosterImport, { import: id });
};
const carriedOut = async (id: string, skipFaulty: boolean) => {
  await bureau.as('fangmin').call(imports.carryOutRoster, { import: id, skipFaulty });
  await workOff();
  return bureau.as('fangmin').call(imports.readRosterImport, { import: id });
};
const written = () => bureau.within(({ tx }) => tx.one<{ log: number; people: number; ledger: number }>(sql`SELECT (SELECT count(*) FROM fact_log) AS log, (SELECT count(*) FROM person) AS people, (SELECT count(*) FROM ledger_entry) AS ledger`));

test('of 10,000 rows the 137 bad ones come back with their reasons, the others go in, and the corrected file is taken as it is', async () => {
  const file = await workbook([TITLES, ...Array.from({ length: PEOPLE }, (_, at) => TITLES.map((title) => rowOf(at)[title] ?? null))]);
  const empty = await written();
  const check = await checked(file);
  expect(await written()).toEqual(empty);
  expect(check.checked).toMatchObject({ rows: PEOPLE, created: PEOPLE - BAD, changed: 0, unchanged: 0, faulty: BAD });
  expect((await carriedOut(check.id, true)).outcome).toMatchObject({ created: PEOPLE - BAD, leftOut: BAD });

  const [, header = [], ...rows] = await tableOf(await bureau.as('fangmin').call(imports.readRosterErrors, { import: check.id }) as never as Uint8Array);
  expect(header).toEqual([...TITLES, '错误原因']);
  // Each names the column that is wrong in it, in the order of the file.
  expect(rows.map((it) => it.at(-1)?.split('：')[0])).toEqual([...wrongIn.values()].map((it) => it?.column));

  const bad = [...wrongIn.entries()];
  const corrected = rows.map((cells, row) => cells.map((cell, at) => {
    const [where, wrong] = bad[row] ?? [];
    return wrong && where !== undefined && header[at] === wrong.column ? wrong.right(where) : cell;
  }));
  const again = await checked(await workbook([header, ...corrected]));
  expect(again.checked).toMatchObject({ rows: BAD, created: BAD, faulty: 0, notices: [] });
  expect((await carriedOut(again.id, false)).outcome).toMatchObject({ created: BAD, leftOut: 0 });
  const before = await written();
  expect(before?.people).toBe((empty?.people ?? 0) + PEOPLE);
  const right = await workbook([TITLES, ...Array.from({ length: PEOPLE }, (_, at) => {
    const wrong = wrongIn.get(at);
    const cells: Cells = wrong ? { ...rowOf(at), [wrong.column]: wrong.right(at) } : rowOf(at);
    return TITLES.map((title) => cells[title] ?? null);
  })]);
  const once = await checked(right);
  expect(once.checked).toMatchObject({ rows: PEOPLE, created: 0, changed: 0, unchanged: PEOPLE, faulty: 0 });
  expect((await carriedOut(once.id, false)).outcome).toMatchObject({ created: 0, changed: 0, unchanged: PEOPLE, batch: null });
  expect(await written()).toEqual(before);
}, 300_000);
