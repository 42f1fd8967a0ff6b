import { randomUUID } from 'node:crypto';
import { writeXlsx } from 'hucre/xlsx';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as imports from '#domain/imports/contract.ts';
import { rosterColumns } from '#domain/imports/roster-columns.ts';
import { cancelJob, readJob } from '#domain/jobs/contract.ts';
import { readPeople, readPerson } from '#domain/people/contract.ts';
import { accountActs } from '#server/access/access-reads.ts';
import { jobKinds, reactions } from '#server/app.ts';
import { recordFacts, type AnyNewFact } from '#server/facts/record-fact.ts';
import { openJobRunner } from '#server/platform/job-runner.ts';
import { sql } from '#server/platform/sql.ts';
import { NOW, testBureau, type TestBureau } from '#test/app.ts';
import type { CastName } from '#test/cast.ts';
import { archive, sheetXml, workbook, workbookOf, workbookParts } from '#test/workbooks.ts';
import { readSheets, type SheetRow } from '#server/platform/read-sheets.ts';

let bureau: TestBureau;
beforeAll(async () => {
  bureau = await testBureau();
  await bureau.within((call) => recordFacts(call, branches()));
});
afterAll(() => bureau.drop());

const BRANCHES = 27;
const branchName = (at: number): string => `中共示例市公安局第${at + 1}支部委员会`;
const branches = (): AnyNewFact[] => Array.from({ length: BRANCHES }, (_, at) => ({
  kind: 'organisation', state: {
    category: '631', number: `C${at + 1}`, name: branchName(at), shortName: `第${at + 1}党支部`, founded: '2020-01-01', dissolved: null,
    placements: [{ parent: bureau.cast.organisation.organs, from: '2020-01-01' }] },
}));

const runJobs = () => openJobRunner({
  database: bureau.database, bureaus: ['alpha'], kinds: jobKinds, clock: () => new Date(NOW), log: pino({ level: 'silent' }), reactions, accountActs,
}).runWaiting();

const TITLES = rosterColumns.map((it) => it.title);
type Cells = Readonly<Record<string, string | number | Date>>;
const sheet = (people: readonly Cells[], titles: readonly string[] = TITLES) => workbook([titles, ...people.map((it) => titles.map((title) => it[title] ?? null))]);
const newcomer = (part: Cells = {}): Cells => ({ 姓名: '石磊', 警号: '990001', 人员类别: '正式党员', 所在党支部: branchName(0), 人员身份: '民警', ...part });

const send = (file: Uint8Array, who: CastName = 'fangmin', from = '2026-11-01') =>
  bureau.as(who).call(imports.checkRoster, { fileName: '花名册.xlsx', from }, { file });
const checkedAs = async (file: Uint8Array, who: CastName = 'fangmin', from = '2026-11-01') => {
  const { id } = await send(file, who, from);
  await runJobs();
  return bureau.as(who).call(imports.readRosterImport, { import: id });
};
const refusedWhenSent = async (file: Uint8Array, who: CastName = 'fangmin', from = '2026-11-01'): Promise<string> => {
  const answer = await bureau.as(who).request(imports.checkRoster, { fileName: 'a.xlsx', from }, { file });
  return answer.ok ? 'taken in' : ((await answer.json()) as { name: string }).name;
};
const refusedWhenRead = async (file: Uint8Array): Promise<string | undefined> => (await checkedAs(file)).check.refusal?.name;
const imported = async (id: string, skipFaulty = false) => {
  await bureau.as('fangmin').call(imports.carryOutRoster, { import: id, skipFaulty });
  await runJobs();
  return bureau.as('fangmin').call(imports.readRosterImport, { import: id });
};
const written = () => bureau.within(({ tx }) => tx.one(sql`SELECT (SELECT count(*) FROM fact_log) AS log, (SELECT count(*) FROM person) AS people`));

/** 600 members and 200 others over 27 branches, with a secretary for each. */
const bureauRoster = (part: Cells = {}): Cells[] => Array.from({ length: 800 }, (_, at) => {
  const member = at < 600;
  return {
    姓名: `人员${String.fromCharCode(0x4e00 + at)}`, 性别: at % 3 === 0 ? '女' : '男', 民族: '汉族', 出生日期: new Date(Date.UTC(1970 + (at % 30), at % 12, 1 + (at % 28))),
    学历: '大学本科', 人员类别: member ? (at % 60 === 59 ? '预备党员' : '正式党员') : '非党员', 所在党支部: at % 2 === 0 ? branchName(at % BRANCHES) : `第${(at % BRANCHES) + 1}党支部`,
    加入党组织日期: member ? '2010.07.01' : '', 转为正式党员日期: member && at % 60 !== 59 ? 20110701 : '', 工作岗位: '一线岗位', 联系电话: 13800000000 + at,
    人员身份: member ? '民警' : '辅警', 警号: 800000 + at, 党内职务: at < BRANCHES ? '支部书记' : '', ...part,
  };
});

describe('a roster of the whole bureau', () => {
  test('is checked first, then imported, and importing it again changes nothing', async () => {
    const file = await sheet(bureauRoster());
    const before = await written();
    const check = await checkedAs(file);
    expect(check).toMatchObject({ check: { state: 'done' }, checked: { rows: 800, created: 800, changed: 0, unchanged: 0, faulty: 0, problems: [] }, carryOut: null });
    expect(await written()).toEqual(before);

    expect(await imported(check.id)).toMatchObject({ carryOut: { state: 'done', done: 800, total: 800 }, outcome: { created: 800, changed: 0, unchanged: 0, leftOut: 0 } });
    const list = await bureau.as('fangmin').call(readPeople, { search: '800000' });
    expect(list.items).toMatchObject([{ name: '人员一', number: '800000', gender: 'female', branch: { name: '第1党支部' }, posts: ['secretary'], stage: 'full' }]);
    expect((await bureau.as('fangmin').call(readPeople, { stage: 'member', size: 1 })).total).toBe(600 + 24);
    expect((await bureau.as('fangmin').call(readPeople, { stage: 'none', size: 1 })).total).toBe(200);
    const [person] = list.items;
    expect(await bureau.as('fangmin').call(readPerson, { person: person?.id ?? '' })).toMatchObject({
      birthDate: null, bornIn: '1970', details: { joinedParty: '2010-07-01', becameFull: '2011-07-01', phone: '138****0000', position: '一线岗位' }, memberships: [{ from: '2026-11-01', to: null }] });

    const after = await written();
    const again = await checkedAs(file);
    expect(again.checked).toMatchObject({ created: 0, changed: 0, unchanged: 800 });
    expect((await imported(again.id)).outcome).toMatchObject({ created: 0, changed: 0, unchanged: 800 });
    expect(await written()).toEqual(after);
  }, 120_000);

  test('shows its imports to whoever made them, and to nobody else', async () => {
    const { items } = await bureau.as('fangmin').call(imports.readRosterImports, {});
    const [last] = items;
    expect(last).toMatchObject({ fileName: '花名册.xlsx', from: '2026-11-01', outcome: { unchanged: 800 } });
    expect((await bureau.as('shenyi').call(imports.readRosterImports, {})).items).toEqual([]);
    expect(await bureau.as('shenyi').refusal(imports.readRosterImport, { import: last?.id ?? '' })).toBe('NotFound');
    expect(await bureau.as('shenyi').refusal(imports.carryOutRoster, { import: last?.id ?? '', skipFaulty: true })).toBe('NotFound');
  });
});

describe('faulty rows', () => {
  const people = () => [
    newcomer({ 警号: '990101' }), newcomer({ 警号: '990102', 所在党支部: '无此支部' }), newcomer({ 警号: '990101', 姓名: '方舟' }),
    newcomer({ 警号: '990104', 加入党组织日期: '2027-01-01', 姓名: '=方舟' }),
  ];

  test('are told with row, column, value and what helps, and hold up the rest unless left out', async () => {
    const check = await checkedAs(await sheet(people()));
    expect(check.checked).toMatchObject({ rows: 4, created: 1, faulty: 3 });
    expect(check.checked?.problems).toEqual([
      expect.objectContaining({ row: 3, column: '所在党支部', value: '无此支部', suggestion: expect.objectContaining({ zh: expect.stringContaining('组织机构') }) }),
      expect.objectContaining({ row: 4, column: '警号', value: '990101', rule: expect.objectContaining({ zh: '与第 2 行的编号重复。' }) }),
      expect.objectContaining({ row: 5, column: '加入党组织日期', value: '2027-01-01' }),
    ]);
    const before = await written();
    expect(await bureau.as('fangmin').refusal(imports.carryOutRoster, { import: check.id, skipFaulty: false })).toBe('SheetHasProblems');
    expect(await written()).toEqual(before);
    expect((await imported(check.id, true)).outcome).toEqual({ created: 1, changed: 0, unchanged: 0, leftOut: 3, batch: expect.any(String) });
    expect(await bureau.as('fangmin').refusal(imports.carryOutRoster, { import: check.id, skipFaulty: true })).toBe('SheetCarriedOut');
  });

  test('come back in the same template with the reasons, and the corrected file is taken as it is', async () => {
    const check = await checkedAs(await sheet(people().map((it) => ({ ...it, 警号: String(it['警号']).replace('9901', '9902') }))));
    const bytes = await bureau.as('fangmin').call(imports.readRosterErrors, { import: check.id }) as never as Uint8Array;
    const [note, header, ...rows] = await cellsOf(bytes);
    expect(note?.[0]).toMatch(/^错误行　.*由.*（fangmin）导出$/);
    expect(header).toEqual([...TITLES, '错误原因']);
    expect(rows.map((it) => it.at(-1))).toEqual([
      expect.stringContaining('所在党支部：系统中没有这个党支部'), expect.stringContaining('警号：与第 2 行的编号重复'), expect.stringContaining('加入党组织日期：日期不能晚于今天')]);
    expect(rows[2]?.[0]).toBe("'=方舟");

    const put = (row: readonly string[] | undefined, title: string, value: string): string[] => (row ?? []).map((it, at) => (header?.[at] === title ? value : it));
    const corrected = await workbook([note ?? [], header ?? [], put(rows[0], '所在党支部', branchName(1)), put(rows[1], '警号', '990209'), put(rows[2], '加入党组织日期', '2020-07-01')]);
    expect((await checkedAs(corrected)).checked).toMatchObject({ created: 3, faulty: 0, notices: [] });
    expect((await bureau.as('shenyi').request(imports.readRosterErrors, { import: check.id })).status).toBe(404);
  });

  test('the one who imports cannot move himself, also not in a file that is carried out', async () => {
    const check = await checkedAs(await sheet([newcomer({ 姓名: '方敏', 警号: 'fangmin', 所在党支部: branchName(2) }), newcomer({ 警号: '991501' })]));
    expect(check.checked?.problems).toEqual([expect.objectContaining({ row: 2, rule: expect.objectContaining({ zh: '这一行改变您本人的组织关系、党内职务或班组。' }) })]);
    expect((await imported(check.id, true)).outcome).toEqual({ created: 1, changed: 0, unchanged: 0, leftOut: 1, batch: expect.any(String) });
    const { memberships } = await bureau.as('fangmin').call(readPerson, { person: bureau.cast.person.fangmin });
    expect(memberships).toMatchObject([{ branch: { id: bureau.cast.organisation.command }, to: null }]);
  });

  test('other columns are named, the ID number with its reason', async () => {
    const check = await checkedAs(await sheet([newcomer({ 姓名: '石楠', 公民身份号码: '999901199001010014', 家庭住址: '某路 1 号' })], [...TITLES, '公民身份号码', '家庭住址']));
    expect(check.checked?.notices.map((it) => it.zh)).toEqual([
      '公民身份号码没有导入：系统以警号（内部编号）对应人员，不保存身份号码。', '以下列没有导入：家庭住址。']);
  });
});

async function cellsOf(bytes: Uint8Array): Promise<(readonly string[])[]> {
  const rows: SheetRow[] = [];
  for await (const part of readSheets(bytes, new AbortController().signal)) {
    if ('rows' in part) rows.push(...part.rows);
    else if (rows.length > 0) break;
  }
  return rows.map((it) => it.cells);
}

describe('a roster of one sheet for each branch', () => {
  const TITLES_OF_BRANCH = ['序号', '警号', '姓名', '入党时间', '转正时间', '人员身份'];
  const branchSheets = () => workbookOf({
    封面: [['示例市公安局党员花名册']],
    第1党支部: [['党员花名册'], TITLES_OF_BRANCH, [1, '991001', '石磊', '2010-07-01', '2011-07-01', '民警'], [2, '991002', '方舟', '2026-06-01', '预备期', '民警']],
    Sheet3: [['第2党支部党员花名册'], TITLES_OF_BRANCH, [1, '991003', '石坚', '2012-07-01', '2013-07-01', '何处']],
    第99党支部: [TITLES_OF_BRANCH, [1, '991004', '石坚', '2012-07-01', '2013-07-01', '民警']],
    汇总: [['党支部', '人数'], ['第1党支部', 2]],
  });

  test('is read whole; what was taken for what is said, and faults name the sheet', async () => {
    const { checked } = await checkedAs(await branchSheets());
    expect(checked).toMatchObject({ rows: 4, created: 2, faulty: 2 });
    expect(checked?.problems.map(({ row, column, value }) => [row, column, value])).toEqual([[3, 'Sheet3：人员身份', '何处'], [2, '第99党支部：所在党支部', '第99党支部']]);
    const said = checked?.notices.map(({ zh }) => zh).join('') ?? '';
    expect(said).toContain('没有读取：封面、汇总');
    expect(said).toContain('正式党员 3 人，预备党员 1 人');
    expect(said).toContain('“Sheet3”→第2党支部；“第99党支部”→没有认出');
  });

  test('gives its faulty rows back in the template with branch and stage filled in, and takes them corrected', async () => {
    const check = await checkedAs(await branchSheets());
    const [[said] = [], header = [], ...rows] = await cellsOf(await bureau.as('fangmin').call(imports.readRosterErrors, { import: check.id }) as never as Uint8Array);
    expect(said).toMatch(/由.*导出$/);
    expect(rows.map((it) => [it[header.indexOf('警号')], it[header.indexOf('所在党支部')], it[header.indexOf('人员类别')]])).toEqual([['991003', '第2党支部', '正式党员'], ['991004', '第99党支部', '正式党员']]);
    const corrected = await workbook([header, ...rows.map((it) => it.map((cell) => (cell === '何处' ? '民警' : cell === '第99党支部' ? '第3党支部' : cell)))]);
    expect((await checkedAs(corrected)).checked).toMatchObject({ rows: 2, created: 2, faulty: 0 });
    expect((await imported(check.id, true)).outcome).toMatchObject({ created: 2, leftOut: 2 });
  });
});

describe('who may', () => {
  test('only the office imports, and only into its own branches', async () => {
    const file = await sheet([newcomer({ 警号: '990301' })]);
    expect(await refusedWhenSent(file, 'luojian')).toBe('NotAllowed');
    expect(await bureau.as('luojian').refusal(imports.readRosterTemplate, {})).toBe('NotAllowed');
    await bureau.within(({ tx }) => tx.run(sql`UPDATE role_grant SET organisation_id = ${bureau.cast.organisation.discipline} WHERE account_id = (SELECT id FROM account WHERE user_name = 'shenyi')`));
    expect((await checkedAs(file, 'shenyi')).checked).toMatchObject({ faulty: 1, problems: [{ column: '所在党支部' }] });
  });

  test('a right lost between check and import imports nothing', async () => {
    const check = await checkedAs(await sheet([newcomer({ 警号: '990302' })]));
    await bureau.as('fangmin').call(imports.carryOutRoster, { import: check.id, skipFaulty: false });
    const grant = (role: string) => bureau.within(({ tx }) => tx.run(sql`UPDATE role_grant SET role = ${role} WHERE account_id = (SELECT id FROM account WHERE user_name = 'fangmin')`));
    await grant('inspector');
    await runJobs();
    expect((await bureau.as('fangmin').call(imports.readRosterImport, { import: check.id })).carryOut).toMatchObject({ state: 'refused', refusal: { name: 'NotAllowed' } });
    await grant('partyAffairsOfficer');
    expect((await bureau.as('fangmin').call(readPeople, { search: '990302' })).total).toBe(0);
  });
});

describe('between check and import', () => {
  test('what somebody entered meanwhile refuses all of it', async () => {
    const check = await checkedAs(await sheet([newcomer({ 警号: '990401' }), newcomer({ 警号: '990402' })]));
    await bureau.within(({ tx }) => tx.run(sql`INSERT INTO person (id, number, name, name_key) VALUES (${randomUUID()}, '990402', '方舟', '方舟 990402')`));
    expect((await imported(check.id)).carryOut).toMatchObject({ state: 'refused', refusal: { name: 'SheetOvertaken' } });
    expect((await bureau.as('fangmin').call(readPeople, { search: '990401' })).total).toBe(0);
  });

  test('a check that is not finished, or was cancelled, is not carried out', async () => {
    const { id } = await send(await sheet([newcomer({ 警号: '990403' })]));
    expect(await bureau.as('fangmin').refusal(imports.carryOutRoster, { import: id, skipFaulty: false })).toBe('SheetNotChecked');
    await bureau.as('fangmin').call(cancelJob, { job: id });
    await runJobs();
    expect(await bureau.as('fangmin').refusal(imports.carryOutRoster, { import: id, skipFaulty: false })).toBe('SheetNotChecked');
  });

  test('a file in which some numbers lost their noughts says so before they become user names', async () => {
    const { checked } = await checkedAs(await sheet([newcomer({ 警号: '077001', 姓名: '甄一' }), newcomer({ 警号: 77_002, 姓名: '甄二' }), newcomer({ 警号: '077003', 姓名: '甄三' })]));
    expect(checked).toMatchObject({ created: 3, faulty: 0 });
    expect(checked?.notices.map(({ zh }) => zh)).toEqual([expect.stringMatching(/^1 人的警号比其他以 0 开头的少位，.*第 3 行“77002”。警号就是用户名/)]);
  });

  test('a number that its format writes with noughts in front is read as it is seen', async () => {
    const people = [newcomer({ 警号: 77_004, 姓名: '甄四' }), newcomer({ 警号: 990_407, 姓名: '甄五' })];
    const columns = TITLES.map((title) => (title === '警号' ? { numFmt: '000000' } : {}));
    const check = await checkedAs(await writeXlsx({ sheets: [{ name: '花名册', rows: [TITLES, ...people.map((it) => TITLES.map((title) => it[title] ?? null))], columns }] }));
    await bureau.as('fangmin').call(imports.carryOutRoster, { import: check.id, skipFaulty: false });
    await runJobs();
    const numbers = (await bureau.as('fangmin').call(readPeople, { search: '甄' })).items.map((it) => it.number);
    expect(numbers).toEqual(['077004', '990407']);
  });

  test('twice with the same key is one import, and so are two at once', async () => {
    const [file, key] = [await sheet([newcomer({ 警号: '990404' })]), randomUUID()];
    const sent = await Promise.all([1, 2].map(() => bureau.as('fangmin').call(imports.checkRoster, { fileName: 'a.xlsx', from: '2026-11-01' }, { file, key })));
    expect(sent[0]?.id).toBe(sent[1]?.id);
    await runJobs();
    const answers = await Promise.allSettled([1, 2].map(() => bureau.as('fangmin').call(imports.carryOutRoster, { import: sent[0]?.id ?? '', skipFaulty: false })));
    expect(answers.map((it) => it.status).toSorted()).toEqual(['fulfilled', 'rejected']);
    await runJobs();
    expect((await bureau.as('fangmin').call(readPeople, { search: '990404' })).total).toBe(1);
  });

  test('files are dropped after their days, and the page says so', async () => {
    const check = await checkedAs(await sheet([newcomer({ 警号: '990405', 所在党支部: '无' }), newcomer({ 警号: '990406' })]));
    await bureau.within(({ tx }) => tx.run(sql`DELETE FROM file`));
    expect(await bureau.as('fangmin').refusal(imports.carryOutRoster, { import: check.id, skipFaulty: true })).toBe('SheetExpired');
    expect(await bureau.as('fangmin').refusal(imports.readRosterErrors, { import: check.id })).toBe('SheetExpired');
  });
});

describe('files that are not what they should be', () => {
  test('are refused at once in words, and nothing is stored', async () => {
    const stored = () => bureau.within(({ tx }) => tx.one(sql`SELECT (SELECT count(*) FROM file) AS files, (SELECT count(*) FROM job) AS jobs`));
    const before = await stored();
    const good = await sheet([newcomer()]);
    expect(await refusedWhenSent(new TextEncoder().encode('<table><tr><td>姓名, 警号'))).toBe('FileNotXlsx');
    expect(await refusedWhenSent(good.subarray(0, good.length - 40))).toBe('FileCutShort');
    expect(await refusedWhenSent(archive(workbookParts(sheetXml([['姓名']]), 60 * 1024 * 1024)))).toBe('FileInflates');
    expect(await refusedWhenSent(archive(workbookParts(Buffer.alloc(40 * 1024 * 1024, 32))))).toBe('FileInflates');
    expect(await refusedWhenSent(new Uint8Array(20 * 1024 * 1024 + 1))).toBe('InputTooLarge');
    expect(await refusedWhenSent(good, 'fangmin', '2026-11-18')).toBe('DayInFuture');
    expect(await refusedWhenSent(good, 'fangmin', '2024-12-31')).toBe('YearClosed');
    expect(await stored()).toEqual(before);
  });

  test('are refused while they are read, when only then it shows', async () => {
    expect(await refusedWhenRead(await sheet([]))).toBe('SheetEmpty');
    expect(await refusedWhenRead(await workbook([['姓名', '警号'], ['石磊', '1']]))).toBe('SheetColumnsMissing');
    expect(await refusedWhenRead(await workbook(Array.from({ length: 12 }, () => ['一'])))).toBe('SheetColumnsMissing');
    expect(await refusedWhenRead(await sheet([newcomer()], [...TITLES, '入党时间']))).toBe('SheetColumnsTwice');
    expect(await refusedWhenRead(archive(workbookParts('<worksheet><sheetData><row><c')))).toBe('SheetColumnsMissing');
    // The directory says a hundred bytes, the part holds more.
    expect(await refusedWhenRead(archive(workbookParts(sheetXml(Array.from({ length: 200 }, () => ['姓名', '警号'])), 100)))).toBe('FileUnreadable');
  });

  test('of 200,001 rows are refused', async () => {
    const rows = (count: number): Uint8Array => {
      const body = Array.from({ length: count }, (_, at) => `<row r="${at + 2}"><c r="B${at + 2}"><v>${100000 + at}</v></c></row>`).join('');
      return archive(workbookParts(`${sheetXml([['姓名', '警号', '人员类别', '所在党支部', '人员身份']]).replace('</sheetData></worksheet>', '')}${body}</sheetData></worksheet>`));
    };
    expect(await refusedWhenRead(rows(200_001))).toBe('FileManyRows');
  }, 120_000);

  test('that somebody cancels while they are read leave nothing', async () => {
    const { id } = await send(await sheet([newcomer({ 警号: '990501' })]));
    await bureau.within(({ tx }) => tx.run(sql`UPDATE job SET cancel_asked = true WHERE id = ${id}`));
    await runJobs();
    expect((await bureau.as('fangmin').call(readJob, { job: id })).state).toBe('cancelled');
  });
});

test('the template can be filled in and sent as it is', async () => {
  const bytes = await bureau.as('fangmin').call(imports.readRosterTemplate, {}) as never as Uint8Array;
  const [header] = await cellsOf(bytes);
  expect(header).toEqual(TITLES);
  expect((await checkedAs(bytes)).check.refusal?.name).toBe('SheetEmpty');
});
