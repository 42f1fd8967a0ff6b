import { randomUUID } from 'node:crypto';
import type { CellValue } from 'hucre/xlsx';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { grantLateFiling } from '#domain/months/contract.ts';
import * as registers from '#domain/registers/contract.ts';
import * as imports from '#domain/registers/import-contract.ts';
import { sql } from '#server/platform/sql.ts';
import { testBureau, type TestBureau } from '#test/app.ts';
import type { CastName } from '#test/cast.ts';
import { footprint } from '#test/operations/footprint.ts';
import { lockMonth } from '#test/lock-month.ts';
import { runJobs } from '#test/run-jobs.ts';
import { tableOf, workbook } from '#test/workbooks.ts';

let bureau: TestBureau;
// Each file is read in a process of its own, and many are.
vi.setConfig({ testTimeout: 120_000 });
beforeAll(async () => { bureau = await testBureau(); });
afterAll(() => bureau.drop());

/** A year of its own numbers for each test, so that none meets the entries of another. */
let round = 0;
beforeEach(() => { round += 1; });

const HONOUR = ['党组织', '发生日期', '所属期', '所属期说明', '人员', '级别', '文号', '荣誉名称'];
const [COMMENDED, THIRD] = ['嘉奖或机关党委表彰', '三等功或市局、市直工委表彰'];
type Row = readonly CellValue[];
const honour = (at: number, over: Partial<{ place: CellValue; day: CellValue; persons: CellValue; level: CellValue; document: CellValue }> = {}): Row => [
  over.place ?? '看守所党支部', over.day ?? '2026-10-12', '', '', over.persons ?? '看守甲(020000)', over.level ?? COMMENDED, over.document ?? `表彰〔2026〕${round}-${at}号`, '嘉奖'];
const honours = (...rows: readonly Row[]): Promise<Uint8Array> => workbook([HONOUR, ...rows]);

const send = (file: Uint8Array, who: CastName = 'jiping', register = 'honour', fileName = '荣誉.xlsx') =>
  bureau.as(who).call(imports.checkRegisterTable, { register, fileName }, { file });
const checkedAs = async (file: Uint8Array, who: CastName = 'jiping', register = 'honour') => {
  const { id } = await send(file, who, register);
  await runJobs(bureau);
  return bureau.as(who).call(imports.readRegisterImport, { import: id });
};
const imported = async (id: string, who: CastName = 'jiping', skipFaulty = false) => {
  await bureau.as(who).call(imports.carryOutRegisterTable, { import: id, skipFaulty });
  await runJobs(bureau);
  return bureau.as(who).call(imports.readRegisterImport, { import: id });
};
const problemsOf = async (file: Uint8Array, who: CastName = 'jiping', register = 'honour'): Promise<string[]> => {
  const { checked, check } = await checkedAs(file, who, register);
  return checked === null ? [check.refusal?.name ?? check.state] : checked.problems.map(({ row, column, rule, suggestion }) => `${row} ${column}：${rule.zh}${suggestion.zh}`);
};
const list = (who: CastName, register: string) => bureau.as(who).call(registers.listRegisterEntries, { register, size: 200 });
const logged = () => bureau.within(({ tx }) => tx.one(sql`SELECT (SELECT count(*) FROM fact_log) AS log, (SELECT count(*) FROM import_batch) AS batches`));

describe('a table of a register', () => {
  it('is checked first, then entered as one batch, and entering it again changes nothing', async () => {
    const before = await logged();
    const file = await honours(honour(1), honour(2, { persons: '看守乙(020001)、看守丙(020002)' }), honour(3, { level: THIRD, day: '2026.3.5' }));
    const checked = await checkedAs(file);
    expect(checked.checked).toMatchObject({ rows: 3, created: 3, waiting: 3, there: 0, faulty: 0, problems: [], notices: [] });
    expect(await logged()).toEqual(before);

    const { outcome } = await imported(checked.id);
    expect(outcome).toMatchObject({ created: 3, waiting: 3, there: 0, leftOut: 0 });
    const { items } = await list('jiping', 'honour');
    expect(items.filter(({ values }) => String(values.document).startsWith(`表彰〔2026〕${round}-`)).map(({ day, waiting, persons, values }) => [day, waiting, persons.map(({ name }) => name).join(), values.level]).toSorted()).toEqual([
      ['2026-03-05', true, '看守甲', 'thirdMerit'], ['2026-10-12', true, '看守乙,看守丙', 'commendation'], ['2026-10-12', true, '看守甲', 'commendation']]);

    const after = await logged();
    const again = await checkedAs(file);
    expect(again.checked).toMatchObject({ created: 0, there: 3, faulty: 0 });
    expect(await bureau.as('jiping').refusal(imports.carryOutRegisterTable, { import: again.id, skipFaulty: false })).toBe('SheetNothingNew');
    expect(await logged()).toEqual(after);
  });

  it('that was taken away as it is seen comes back as it is there, and differing contents are told', async () => {
    await imported((await checkedAs(await honours(honour(1), honour(2)))).id);
    const bytes = await bureau.as('jiping').call(registers.exportRegister, { register: 'honour' }) as never as Uint8Array;
    const { total } = await list('jiping', 'honour');
    expect((await checkedAs(bytes)).checked).toMatchObject({ rows: total, there: total, created: 0, faulty: 0, notices: [] });
    const [note = [], header = [], first = [], ...rest] = await tableOf(bytes);
    const changed = await workbook([note, header, first.map((cell) => (cell === COMMENDED ? THIRD : cell)), ...rest]);
    expect((await checkedAs(changed)).checked).toMatchObject({ there: total, notices: [{ zh: expect.stringContaining('第 3 行的事项已经登记，但内容与表中不同') }] });
  });

  it('that was taken away with what its numbers come to comes back without that row', async () => {
    for (const [day, attended] of [['2026-03-02', '21'], ['2026-04-02', '19']] as const) {
      await bureau.as('jiping').call(registers.recordRegisterEntry, { organisation: bureau.cast.organisation.detention, register: 'oathRenewal', day, until: null, persons: [], values: { attended } });
    }
    const bytes = await bureau.as('jiping').call(registers.exportRegister, { register: 'oathRenewal', year: 2026 }) as never as Uint8Array;
    expect((await tableOf(bytes)).at(-1)?.[0]).toBe('合计');
    const { total } = await list('jiping', 'oathRenewal');
    expect((await checkedAs(bytes, 'jiping', 'oathRenewal')).checked).toMatchObject({ rows: total, there: total, created: 0, faulty: 0 });
  });

  it('gives its faulty rows back with the reasons, and takes them corrected without a change of the table', async () => {
    const file = await honours(honour(1), honour(2, { level: '三等攻' }), honour(3, { persons: '顾诚(gucheng)' }), honour(4));
    const checked = await checkedAs(file);
    expect(checked.checked).toMatchObject({ rows: 4, created: 2, faulty: 2 });
    expect(await bureau.as('jiping').refusal(imports.carryOutRegisterTable, { import: checked.id, skipFaulty: false })).toBe('SheetHasProblems');
    expect((await imported(checked.id, 'jiping', true)).outcome).toMatchObject({ created: 2, leftOut: 2 });

    const [note = [], header = [], ...rows] = await tableOf(await bureau.as('jiping').call(imports.readRegisterErrors, { import: checked.id }) as never as Uint8Array);
    expect(note[0]).toMatch(/^错误行　2026-.*由.*（jiping）导出$/);
    expect(header.at(-1)).toBe('错误原因');
    expect(rows.map((cells) => cells.at(-1))).toEqual([expect.stringMatching(/^级别：只能是：.*是不是“三等功或市局、市直工委表彰”？$/), expect.stringContaining('人员：“顾诚 gucheng”2026-10-12 不在该党组织')]);
    const corrected = rows.map((cells) => cells.map((cell) => (cell === '三等攻' ? THIRD : cell === '顾诚(gucheng)' ? '看守丁(020003)' : cell)));
    const again = await checkedAs(await workbook([note, header, ...corrected]));
    expect(again.checked).toMatchObject({ rows: 2, created: 2, faulty: 0, notices: [] });
    expect((await imported(again.id)).outcome).toMatchObject({ created: 2 });
  });

  it('is filled in from its template, whose only place need not be named', async () => {
    const template = await bureau.as('jiping').call(imports.readRegisterTemplate, { register: 'honour' }) as never as Uint8Array;
    const { readXlsx } = await import('hucre/xlsx');
    const { sheets } = await readXlsx(template);
    expect(sheets.map(({ name, hidden = false }) => [name, hidden])).toEqual([['荣誉表彰', false], ['填写说明', false], ['代码', true]]);
    expect(sheets[0]?.rows[0]).toEqual(HONOUR);
    expect(sheets[2]?.rows.flat()).toEqual(expect.arrayContaining(['看守所党支部', '看守甲(020000)', '温岚(wenlan)', THIRD]));
    expect(sheets[2]?.rows.flat()).not.toContain('顾诚(gucheng)');
    expect(sheets[1]?.rows.at(-1)?.[2]).toMatch(/由.*（jiping）导出$/);
    expect((await checkedAs(template)).check.refusal?.name).toBe('SheetEmpty');
    expect((await checkedAs(await honours(honour(1, { place: '' })))).checked).toMatchObject({ created: 1 });
    expect(await problemsOf(await honours(honour(2, { place: '' })), 'fangmin')).toEqual(['2 党组织：此项必填。请补填。']);
  });

  it('is entered under the rights and rules of the form: where nobody else stands for it, it counts at once', async () => {
    const dues = await workbook([['发生日期', '应缴人数', '实缴人数'], [`2026-0${round}-10`, 20, 20]]);
    expect((await imported((await checkedAs(dues, 'jiping', 'dues')).id)).outcome).toMatchObject({ created: 1, waiting: 0 });
    const talks = await workbook([['发生日期', '谈话人', '谈话对象'], ['2026-10-08', '季平(jiping)', '温岚'], ['2026-10-08', '罗建', '温岚']]);
    expect((await checkedAs(talks, 'jiping', 'heartTalk')).checked).toMatchObject({ created: 2, waiting: 1 });
  });
});

describe('a table that does not say of which organisation its rows are', () => {
  const TITLES = ['服务日期', '姓名', '警号', '服务事项'];

  it('is placed by where its people belonged that day, and twice changes nothing', async () => {
    const file = await workbook([['服务日期', '服务人员', '服务事项'], [`2026-0${(round % 8) + 1}-07`, '温岚(wenlan)、看守甲', '社区清雪'], [`2026-0${(round % 8) + 1}-08`, '方敏', '社区清雪']]);
    const { id, checked } = await checkedAs(file, 'fangmin', 'volunteer');
    expect(checked).toMatchObject({ created: 2, faulty: 0, problems: [] });
    await imported(id, 'fangmin');
    const places = (await list('fangmin', 'volunteer')).items.map(({ organisation, persons }) => `${persons.map(({ name }) => name).join()} ${organisation.id === bureau.cast.organisation.detention ? 'there' : 'elsewhere'}`);
    expect(places).toEqual(expect.arrayContaining([expect.stringMatching(/温岚.* there$/), '方敏 elsewhere']));
    expect((await checkedAs(file, 'fangmin', 'volunteer')).checked).toMatchObject({ created: 0, there: 2 });
  });

  it('gets back the rows of nobody, and of people who belong to different ones', async () => {
    const day = '2026-10-12';
    expect(await problemsOf(await workbook([['服务日期', '服务人员', '服务事项'], [day, '张三', '清雪'], [day, '温岚、方敏', '清雪'], [day, '', '清雪']]), 'fangmin', 'volunteer')).toEqual([
      expect.stringMatching(/^2 党组织：表中没有“党组织”一列，这一行没有2026-10-12在由您登记的党组织的人员/),
      expect.stringMatching(/^3 党组织：表中没有“党组织”一列，按人员可能是.*看守所党支部.*无法确定是哪一个。/),
      expect.stringMatching(/^4 党组织：表中没有“党组织”一列/),
    ]);
    expect(await problemsOf(await workbook([TITLES, [day, '温岚', 'wenlan', '']]), 'fangmin', 'volunteer')).toEqual([expect.not.stringContaining('党组织：')]);
  });
});

describe('what is wrong in a row is told by its place', () => {
  it('dates, people, levels, numbers, doubles', async () => {
    expect(await problemsOf(await honours(
      honour(1, { day: '2026-02-30' }), honour(2, { day: '2026-12-24' }), honour(3, { day: '2024-05-01' }), honour(4, { day: '' }),
      honour(5, { persons: '' }), honour(6, { persons: '看守乙(020000)' }), honour(7, { persons: '张三' }), honour(8, { persons: '看守甲(020000)、看守甲' }),
      honour(9, { place: '看守支部', level: '三等攻' }), honour(10, { place: '指挥中心党支部' }), honour(11, { level: '' }), honour(12), honour(12),
    )), 'a row is told otherwise, or the same matter stands twice').toEqual([
      '2 发生日期：须为存在的日期。请按 2026-03-05 的样式填写完整的年月日。',
      expect.stringMatching(/^3 发生日期：.*2026-12-24/),
      expect.stringMatching(/^4 发生日期：.*2024-05-01/),
      '5 发生日期：此项必填。请补填。',
      '6 人员：请选择人员。请补填。',
      '7 人员：警号 020000 在系统中是“看守甲”。请核对姓名和警号是否错行。',
      '8 人员：“张三”2026-10-12 不在该党组织。请核对警号和日期；组织关系可在“人员”中查看。',
      '9 人员：同一人只能写一次。请核对后改正。',
      '10 党组织：没有这个党组织，或者不由您登记。是不是“看守所党支部”？',
      expect.stringMatching(/^10 级别：.*是不是“三等功或市局、市直工委表彰”？$/),
      expect.stringMatching(/^11 党组织：没有这个党组织，或者不由您登记。/),
      '12 级别：请填写级别。请补填。',
      '14 发生日期：与第 13 行是同一事项。同一事项只登记一条，请删去多余的行或改正。',
    ]);
  });

  it('dates are read in the habits of the trade', async () => {
    const days: readonly CellValue[] = ['2026.3.5', '2026年3月5日', '2026/3/5 0:00:00', '２０２６－０３－０５ ', 46_086, new Date('2026-03-05T00:00:00Z'), '20260305'];
    const { id, checked } = await checkedAs(await honours(...days.map((day, at) => honour(at, { day }))));
    expect(checked).toMatchObject({ created: days.length, faulty: 0 });
    await imported(id);
    const { items } = await list('jiping', 'honour');
    expect(new Set(items.filter(({ values }) => String(values.document).startsWith(`表彰〔2026〕${round}-`)).map(({ day }) => day))).toEqual(new Set(['2026-03-05']));
  });

  it('a number that a spreadsheet robbed of its noughts is still his, and one name of two is asked for', async () => {
    await bureau.within(({ tx }) => tx.run(sql`UPDATE person SET name = '看守甲' WHERE number = '020009'`));
    expect(await problemsOf(await honours(honour(1, { persons: 20_004 }), honour(2, { persons: '看守甲' })))).toEqual(['3 人员：该党组织当日有 2 名“看守甲”。请填写警号（内部编号），或加一列“单位”写明在哪个支部、小组。']);
    await bureau.within(({ tx }) => tx.run(sql`UPDATE person SET name = '看守癸' WHERE number = '020009'`));
  });

  it('what comes too late for a locked month needs a grant', async () => {
    const old = honour(1, { day: '2026-02-03' });
    await lockMonth(bureau, 'fangmin', { organisation: bureau.cast.organisation.organs, period: '2026-02' });
    expect(await problemsOf(await honours(old))).toEqual([expect.stringMatching(/^2 发生日期：2026-02.*(锁定|补报)/)]);
    await bureau.as('shenyi').call(grantLateFiling, { organisation: bureau.cast.organisation.detention, period: '2026-02', until: '2026-12-31', reason: '补录二月荣誉' });
    expect(await problemsOf(await honours(old))).toEqual([]);
  });
});

describe('files that are not what they should be', () => {
  it('are refused by name, and nothing is written', async () => {
    const before = await logged();
    expect(await problemsOf(await workbook([['党组织', '发生日期', '人员'], ['看守所党支部', '2026-10-12', '温岚']]))).toEqual(['SheetColumnsMissing']);
    expect(await problemsOf(await workbook([[...HONOUR, '日期'], [...honour(1), '']]))).toEqual(['SheetColumnsTwice']);
    expect(await problemsOf(await workbook([['姓名', '性别', '学历'], ['温岚', '女', '本科']]))).toEqual(['SheetColumnsMissing']);
    expect(await problemsOf(await honours())).toEqual(['SheetEmpty']);
    expect(await problemsOf(await honours(...Array.from({ length: 2_001 }, (_, at) => honour(at))))).toEqual(['FileManyRows']);
    const talks = await bureau.as('jiping').call(imports.readRegisterTemplate, { register: 'heartTalk' }) as never as Uint8Array;
    expect(await problemsOf(talks)).toEqual(['SheetOfAnother']);
    const text = await bureau.as('jiping').request(imports.checkRegisterTable, { register: 'honour', fileName: 'a.xlsx' }, { file: new TextEncoder().encode('<table><tr><td>姓名, 警号') });
    expect(((await text.json()) as { name: string }).name).toBe('FileNotXlsx');
    expect(await logged()).toEqual(before);
  });

  it('of a register that one does not keep are not taken in', async () => {
    const stored = await footprint(bureau);
    const decision = await workbook([['党组织', '开始日期', '人员', '处理种类', '文号'], ['看守所党支部', '2026-10-12', '温岚', '通报批评', '纪〔2026〕1号']]);
    const refusedFor = async (who: CastName, register: string): Promise<string> =>
      ((await (await bureau.as(who).request(imports.checkRegisterTable, { register, fileName: 'a.xlsx' }, { file: decision })).json()) as { name: string }).name;
    expect(await refusedFor('luojian', 'disciplineDecision')).toBe('NotAllowed');
    expect(await refusedFor('jiping', 'disciplineDecision')).toBe('NotFound');
    expect(await refusedFor('wenlan', 'honour')).toBe('NotAllowed');
    expect(await bureau.as('luojian').refusal(imports.readRegisterTemplate, { register: 'disciplineDecision' })).toBe('NotAllowed');
    expect(await footprint(bureau)).toEqual(stored);
    expect((await checkedAs(decision, 'heqing', 'disciplineDecision')).checked).toMatchObject({ created: 1 });
  });
});

describe('between check and import', () => {
  it('twice with the same key is one import, and so are two at once', async () => {
    const { id } = await checkedAs(await honours(honour(1)));
    const key = randomUUID();
    const answers = await Promise.allSettled([1, 2, 3].map((at) => bureau.as('jiping').call(imports.carryOutRegisterTable, { import: id, skipFaulty: false }, at < 3 ? { key } : {})));
    expect(answers.filter(({ status }) => status === 'fulfilled').length).toBeLessThanOrEqual(2);
    await runJobs(bureau);
    expect((await list('jiping', 'honour')).items.filter(({ values }) => values.document === `表彰〔2026〕${round}-1号`).length).toBe(1);
    expect(await bureau.as('jiping').refusal(imports.carryOutRegisterTable, { import: id, skipFaulty: false })).toBe('SheetCarriedOut');
  });

  it('a row that became faulty refuses all of it; one that somebody entered meanwhile is there', async () => {
    const { id } = await checkedAs(await honours(honour(1), honour(2, { persons: '看守戊(020004)' })));
    await bureau.as('tangyue').call(registers.recordRegisterEntry, {
      organisation: bureau.cast.organisation.detention, register: 'honour', day: '2026-10-12', until: null, persons: [{ person: bureau.cast.others[0] ?? '', as: null }],
      values: { level: 'commendation', document: `表彰〔2026〕${round}-1号`, title: '嘉奖' } });
    const spell = (to: string | null) => bureau.within(({ tx }) => tx.run(sql`UPDATE membership SET to_day = ${to} WHERE person_id = ${bureau.cast.others[4] ?? ''}`));
    await spell('2026-09-30');
    const before = await logged();
    expect((await imported(id)).carryOut).toMatchObject({ state: 'refused', refusal: { name: 'SheetOvertaken' } });
    expect(await logged()).toEqual(before);
    await spell(null);
    expect((await imported(id)).outcome).toMatchObject({ created: 1, there: 1 });
  });

  it('a right that was lost imports nothing', async () => {
    const { id } = await checkedAs(await honours(honour(1)));
    const grant = (role: string) => bureau.within(({ tx }) => tx.run(sql`UPDATE role_grant SET role = ${role} WHERE account_id = (SELECT id FROM account WHERE user_name = 'jiping')`));
    await bureau.as('jiping').call(imports.carryOutRegisterTable, { import: id, skipFaulty: false });
    await grant('inspector');
    const before = await logged();
    await runJobs(bureau);
    expect((await bureau.as('jiping').call(imports.readRegisterImport, { import: id })).carryOut?.state).toBe('refused');
    expect(await logged()).toEqual(before);
    await grant('recorder');
  });

  it('a fault in between writes nothing', async () => {
    const { id } = await checkedAs(await honours(honour(1), honour(2)));
    const before = await footprint(bureau);
    await bureau.as('jiping').call(imports.carryOutRegisterTable, { import: id, skipFaulty: false });
    await bureau.within(({ tx }) => tx.run(sql`UPDATE job SET input = jsonb_set(input, '{faulty}', '"many"') WHERE kind = 'carryOutRegisterTable' AND state = 'waiting'`));
    await runJobs(bureau);
    expect((await bureau.as('jiping').call(imports.readRegisterImport, { import: id })).carryOut?.state).toBe('failed');
    const after = await footprint(bureau);
    for (const table of ['fact', 'fact_log', 'record', 'import_batch', 'import_batch_fact', 'ledger_entry']) expect([table, after[table]]).toEqual([table, before[table]]);
  });

  it('a file that was dropped after its days is asked for again', async () => {
    const { id } = await checkedAs(await honours(honour(1), honour(2, { level: '无' })));
    await bureau.within(({ tx }) => tx.run(sql`DELETE FROM file`));
    expect(await bureau.as('jiping').refusal(imports.carryOutRegisterTable, { import: id, skipFaulty: true })).toBe('SheetExpired');
    expect(await bureau.as('jiping').refusal(imports.readRegisterErrors, { import: id })).toBe('SheetExpired');
  });
});
