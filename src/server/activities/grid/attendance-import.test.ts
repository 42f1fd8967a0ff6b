import { readXlsx, writeXlsx, type CellValue } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { listSessions, recordSession } from '#domain/activities/contract.ts';
import * as grids from '#domain/activities/grid/grid-contract.ts';
import { readSessionRecord, recordMakeUp } from '#domain/activities/record-contract.ts';
import { enterPerson } from '#domain/people/contract.ts';
import { grantLateFiling } from '#domain/months/contract.ts';
import { readPoints } from '#domain/points/contract.ts';
import { recordLeave } from '#domain/rota/absence-contract.ts';
import { candidatesOf, candidatesOn } from '#server/activities/attendance-reads.ts';
import { rebuild } from '#server/facts/rebuild.ts';
import { sql } from '#server/platform/sql.ts';
import { testBureau, type TestBureau } from '#test/app.ts';
import type { CastName } from '#test/cast.ts';
import { footprint } from '#test/operations/footprint.ts';
import { lockMonth } from '#test/lock-month.ts';
import { runJobs } from '#test/run-jobs.ts';

let bureau: TestBureau;
// Each file is read in a process of its own, and many are.
vi.setConfig({ testTimeout: 120_000 });
beforeAll(async () => { bureau = await testBureau(); });
afterAll(() => bureau.drop());

type Row = readonly CellValue[];
const NAMES = ['罗建', '唐悦', '季平', '郑琦', '温岚', '柳波', ...[...'甲乙丙丁戊己庚辛壬癸子丑寅卯辰'].map((it) => `看守${it}`)];
const NUMBERS = ['luojian', 'tangyue', 'jiping', 'zhengqi', 'wenlan', 'liubo', ...Array.from({ length: 15 }, (_, at) => `0200${String(at).padStart(2, '0')}`)];
/** A sheet of the whole detention branch, of whom one left in June: present everywhere but where a mark says otherwise, `[row, column, mark]`. */
function sheet(days: readonly string[], marks: readonly (readonly [name: string, day: string, mark: CellValue])[] = [], over: { name?: string; above?: readonly Row[]; below?: readonly Row[] } = {}) {
  const cell = (name: string, day: string): CellValue => { const found = marks.find(([who, when]) => who === name && when === day); return found ? found[2] : name === '柳波' && day > '2026-06-30' && day < '2027' ? '' : '√'; };
  const rows: CellValue[][] = [
    ...(over.above ?? []).map((it) => [...it]), ['警号', '姓名', ...days],
    ...NAMES.map((name, at) => [NUMBERS[at] ?? '', name, ...days.map((day) => cell(name, day))]), ...(over.below ?? []).map((it) => [...it]),
  ];
  return { name: over.name ?? '看守所党支部', rows };
}
const book = (...sheets: readonly { name: string; rows: CellValue[][] }[]): Promise<Uint8Array> => writeXlsx({ sheets: [...sheets] });

const send = async (file: Uint8Array, who: CastName = 'jiping', fileName = '看守所2026签到.xlsx', organisation?: string) => {
  const { id } = await bureau.as(who).call(grids.checkAttendanceTable, { fileName, activity: 'mondayStudy', ...(organisation === undefined ? {} : { organisation }) }, { file });
  await runJobs(bureau);
  return bureau.as(who).call(grids.readAttendanceImport, { import: id });
};
const carryOut = async (id: string, who: CastName = 'jiping', skipFaulty = false) => {
  await bureau.as(who).call(grids.carryOutAttendanceTable, { import: id, skipFaulty });
  await runJobs(bureau);
  return bureau.as(who).call(grids.readAttendanceImport, { import: id });
};
const problemsOf = ({ checked, check }: grids.GridImport): string[] => (checked === null ? [check.refusal?.name ?? check.state] : checked.problems.map(({ column, rule, suggestion }) => `${column} ${rule.zh}${suggestion.zh}`));
const sessionsOn = async (day: string) => (await bureau.as('jiping').call(listSessions, { from: day, to: day })).items;
const recordOn = async (day: string) => bureau.as('jiping').call(readSessionRecord, { session: (await sessionsOn(day))[0]?.session ?? '' });
const logged = () => bureau.within(({ tx }) => tx.one(sql`SELECT (SELECT count(*) FROM fact_log) AS log, (SELECT count(*) FROM import_batch) AS batches`));

describe('a sheet of past attendance', () => {
  it('is checked first, then entered as sessions that count as if they had been recorded that day', async () => {
    await bureau.as('jiping').call(recordLeave, { organisation: bureau.cast.organisation.detention, person: bureau.cast.others[1] ?? '', reason: 'sickLeave', from: '2026-02-01', to: '2026-02-28' });
    const before = await logged();
    const file = await book(sheet(['2026-02-02', '2月9日', '2026/2/16'], [
      ['看守甲', '2026-02-02', '值班'], ['看守乙', '2026-02-02', ''], ['看守丙', '2026-02-02', '缺'], ['看守丁', '2026-02-02', 1], ['看守戊', '2月9日', '病假'], ['看守乙', '2月9日', '—'],
      ...NAMES.map((name) => [name, '2026/2/16', ''] as const),
    ], { above: [['看守所党支部 2026 年签到表'], ['主题', '', '学习讲话精神', '政治理论']], below: [['合计', '', 17, 18]] }));
    const { id, checked } = await send(file);
    expect(checked).toMatchObject({
      created: 2, there: 0, faulty: 0, problems: [], notices: [{ zh: '1 列没有填写，不作为活动。' }],
      sheets: [{ sheet: '看守所党支部', organisation: { name: '看守所党支部' }, people: 21, sessions: [
        { column: 'C', day: '2026-02-02', activity: { zh: '周一集中学习' }, outcome: 'created', counts: { expected: 21, present: 18, excused: 2, absent: 1 } },
        { column: 'D', day: '2026-02-09', counts: { expected: 21, present: 19, excused: 2, absent: 0 } }] }],
    });
    expect(checked?.marks.map(({ written, meaning }) => [written, meaning])).toEqual(expect.arrayContaining([['√', 'present'], ['1', 'present'], ['值班', 'onDuty'], ['病假', 'sickLeave'], ['缺', 'absent'], ['', 'unmarked'], ['—', 'unmarked']]));
    expect(await logged()).toEqual(before);

    expect((await carryOut(id)).outcome).toMatchObject({ created: 2, there: 0, leftOut: 0 });
    const record = await recordOn('2026-02-02');
    expect(record).toMatchObject({
      topic: '学习讲话精神', period: '2026-02', counts: { expected: 19, present: 18, excused: 2, absent: 1 }, source: { fileName: '看守所2026签到.xlsx', on: '2026-11-17' }, recorded: { by: '季平', on: '2026-11-17' } });
    // What a register says decides of whom the sheet says nothing.
    expect(record.participants.find(({ person }) => person.name === '看守乙')).toMatchObject({ status: 'excused', reasonClass: 'leave' });
    expect(record.participants.find(({ person }) => person.name === '看守丙')?.status).toBe('absent');
    const points = await bureau.as('wenlan').call(readPoints, { person: bureau.cast.person.wenlan, year: 2026 });
    expect(JSON.stringify(points.names)).toContain('补录·来源 Excel：看守所2026签到.xlsx');
  });

  it('entered again changes nothing, whatever it says then', async () => {
    const after = await logged();
    const again = await send(await book(sheet(['2026-02-02', '2026-02-09'], [['看守丙', '2026-02-02', '√']])));
    expect(again.checked).toMatchObject({ created: 0, there: 2, faulty: 0 });
    expect(again.checked?.notices[0]?.zh).toContain('看守所党支部 C');
    expect(await bureau.as('jiping').refusal(grids.carryOutAttendanceTable, { import: again.id, skipFaulty: false })).toBe('SheetNothingNew');
    expect(await logged()).toEqual(after);
  });

  it('may hold a branch on each sheet, with the kind of session above its column', async () => {
    const command = { name: '指挥中心党支部', rows: [['活动', '', '党员大会'], ['时间', '', '15:00-16:30'], ['姓名', '警号', '2026-03-04'], ...[['方敏', 'fangmin'], ['顾诚', 'gucheng'], ['何清', 'heqing'], ['沈奕', 'shenyi']].map((it) => [...it, '√'])] };
    const { id, checked } = await send(await book(sheet(['2026-03-02']), command, { name: '填写说明', rows: [['每人一行']] }), 'fangmin');
    expect(checked).toMatchObject({ created: 2, faulty: 0, sheets: [{ organisation: { name: '看守所党支部' } }, { organisation: { name: '指挥中心党支部' }, sessions: [{ activity: { zh: '支部党员大会' }, counts: { expected: 4, present: 4 } }] }] });
    expect((await carryOut(id, 'fangmin')).outcome?.created).toBe(2);
    // A recorder of one branch has no other.
    expect(problemsOf(await send(await book(command)))).toEqual([expect.stringContaining('没有“指挥中心党支部”这个党组织')]);
  });
});

describe('what cannot be taken', () => {
  it('is told with its cell, comes back in the same sheet with the reasons, and is accepted once corrected', async () => {
    const rows = sheet(['2026-04-06', '2026-04-13', '2026-04-20'], [['看守甲', '2026-04-06', '洽'], ['季平', '2026-04-13', '病假']]);
    rows.rows.push(['', '张三', '', '√', ''], ['020001', '看守丙', '', '', '√']);
    const checked = await send(await book(rows));
    expect(checked.checked).toMatchObject({ created: 0, faulty: 3 });
    expect(problemsOf(checked)).toEqual([
      '看守所党支部!C8 “洽”没有确定含义。在“符号含义”中选定，或改正这一格。',
      '看守所党支部!B23 没有“张三”这个人。请核对警号和姓名；不在花名册的人请先导入花名册，或删去这一行。',
      '看守所党支部!A24 警号 020001 在系统中是“看守乙”。请核对姓名和警号是否错行。',
    ]);
    const bytes = new Uint8Array(await (await bureau.as('jiping').request(grids.readAttendanceErrors, { import: checked.id })).arrayBuffer());
    const [back, taken] = (await readXlsx(bytes)).sheets;
    expect([taken?.name, taken?.rows[0]?.[0]]).toEqual(['说明', expect.stringMatching(/由.*（jiping）导出$/)]);
    if (!back) throw new Error('no sheet came back');
    expect(back.rows[4]).toEqual(['警号', '姓名', '2026-04-06', '2026-04-13', '2026-04-20', '错误原因']);
    const corrected = back.rows.filter((it) => it[1] !== '张三' && !(it[0] === '020001' && it[1] === '看守丙')).map((row) => row.map((cell) => (cell === '洽' ? '√' : cell)));
    const again = await send(await book({ name: back.name, rows: corrected as CellValue[][] }, { name: '说明', rows: (taken?.rows ?? []) as CellValue[][] }));
    // Nobody excuses himself: what is left is the importer's own cell.
    expect(problemsOf(again)).toEqual([expect.stringMatching(/^看守所党支部!D5 .*免计/)]);
    expect((await carryOut(again.id, 'jiping', true)).outcome).toMatchObject({ created: 2, leftOut: 1 });
  });

  it('a mark that nobody knows is taken for what the importer says, for the whole file', async () => {
    const first = await send(await book(sheet(['2026-05-04'], [['看守甲', '2026-05-04', '△'], ['看守乙', '2026-05-04', '△']])));
    expect(first.checked?.marks).toContainEqual({ written: '△', cells: 2, meaning: null });
    const { id } = await bureau.as('jiping').call(grids.mapAttendanceMarks, { import: first.id, marks: [{ written: '△', meaning: 'caseTrip' }] });
    await runJobs(bureau);
    expect((await bureau.as('jiping').call(grids.readAttendanceImport, { import: id })).checked).toMatchObject({ created: 1, faulty: 0, sheets: [{ sessions: [{ counts: { excused: 2, present: 19 } }] }] });
    await carryOut(id);
    expect((await recordOn('2026-05-04')).participants.filter(({ reasonClass }) => reasonClass === 'duty').length).toBe(2);
  });

  it('a mark is taken for what the legend of its sheet says, also against its usual meaning, and comes back with the legend', async () => {
    const sent = await send(await book(sheet(['2026-10-19', '2026-10-26'], [['看守甲', '2026-10-19', '△'], ['看守乙', '2026-10-19', '○'], ['看守丙', '2026-10-26', '洽']], { below: [['√出勤 ×缺勤 △病假 ○出差'], ['制表人：季平']] })));
    expect(sent.checked).toMatchObject({ created: 1, faulty: 1 });
    expect(sent.checked?.notices.map(({ zh }) => zh)).toEqual([
      '“看守所党支部”按表中图例读取：“√”出勤，作“实到”；“×”缺勤，作“缺席”；“△”病假，作“病假”；“○”出差，作“出差办案”。', '“看守所党支部”中“○”通常作“实到”，与图例不同，以图例为准，请核对。']);
    expect(sent.checked?.marks.filter(({ written }) => ['△', '○'].includes(written)).map(({ meaning }) => meaning)).toEqual(['sickLeave', expect.stringMatching(/./)]);
    const back = await readXlsx(await bureau.as('jiping').call(grids.readAttendanceErrors, { import: sent.id }) as never as Uint8Array);
    expect(back.sheets[0]?.rows.at(-1)?.[0]).toBe('图例：√出勤　×缺勤　△病假　○出差');
    await carryOut(sent.id, 'jiping', true);
    expect((await recordOn('2026-10-19')).participants.filter(({ status }) => status === 'excused').map(({ person, reasonClass }) => `${person.name} ${reasonClass}`)).toEqual(['看守甲 leave', '看守乙 duty']);
  });

  it('whoever was expected must stand in the sheet, and whoever was not must not be marked', async () => {
    const rows = sheet(['2026-07-06']);
    rows.rows = rows.rows.filter(([, name]) => name !== '温岚');
    expect(problemsOf(await send(await book(rows)))).toEqual([expect.stringMatching(/^看守所党支部!C1 应到的温岚不在表中。/)]);
    const left = sheet(['2026-07-06'], [['柳波', '2026-07-06', '√']]);
    expect(problemsOf(await send(await book(left)))).toEqual([expect.stringContaining('2026-07-06 不是该党组织这项活动的应到人员')]);
  });

  it('who belonged here without being expected was there in attendance, and does not stand in the template', async () => {
    await bureau.as('fangmin').call(enterPerson, { number: 'F1', name: '冯工', gender: null, birthDate: null, details: {}, organisation: bureau.cast.organisation.detention, group: null, stage: 'none', staffKind: 'civilian', from: '2026-01-01' });
    const rows = sheet(['2026-07-13'], [], { below: [['F1', '冯工', '√']] });
    const { id, checked } = await send(await book(rows));
    expect(checked).toMatchObject({ created: 1, faulty: 0 });
    await carryOut(id);
    const record = await recordOn('2026-07-13');
    expect([record.attendees.map(({ name }) => name), record.counts?.expected]).toEqual([['冯工'], 20]);
    const bytes = new Uint8Array(await (await bureau.as('jiping').request(grids.readAttendanceTemplate, { organisation: bureau.cast.organisation.detention, activity: 'mondayStudy', from: '2026-07', to: '2026-07' })).arrayBuffer());
    expect(JSON.stringify((await readXlsx(bytes)).sheets[0]?.rows)).not.toContain('冯工');
  });

  it('days, kinds and times that cannot be read are named with their column', async () => {
    const file = sheet(['2026-08-03', '2026-08-10', '2026-12-07', '2025-12-29'], [], { above: [['活动', '', '喝茶', '周一集中学习', '周一集中学习', '周一集中学习'], ['时间', '', '', '晚上', '19:00-21:00', '']] });
    expect(problemsOf(await send(await book(file)))).toEqual([
      expect.stringContaining('!C3 考核方案中没有“喝茶”这种活动'), expect.stringContaining('!D3 时间看不懂'), expect.stringContaining('!E3 2026-12-07 还没有到'), expect.stringContaining('!F3 2025-12-29 考核方案尚未施行')]);
    expect(problemsOf(await send(await book({ name: '说明', rows: [['没有表头']] })))).toEqual(['GridMissing']);
    expect(problemsOf(await send(await book({ name: '看守所党支部', rows: [['姓名', '3月2日'], ['温岚', '√']] }), 'jiping', '签到.xlsx'))).toEqual([expect.stringContaining('读不出是哪一天')]);
  });

  it('a column 8.1 of a weekly activity is not taken for the 1st where the 10th has its weekday', async () => {
    const { checked } = await send(await book(sheet(['8.1', '8.3'], [['柳波', '8.1', ''], ['柳波', '8.3', '']], { name: 'Sheet1', above: [['看守所党支部2026年周一学习考勤表']] })), 'jiping');
    expect(checked?.problems[0]?.rule.zh).toContain('可能本是 2026-08-10');
    expect(checked?.sheets[0]?.sessions.map(({ day, outcome }) => [day, outcome])).toEqual([['2026-08-01', 'faulty'], ['2026-08-03', 'created']]);
  });

  it('a title that names a branch which is none of ours is never taken for the chosen one', async () => {
    const named = await send(await book(sheet(['2026-08-03'], [], { name: '拘留所', above: [['拘留所党支部2026年周一学习考勤表']] })), 'jiping', '考勤.xlsx', bureau.cast.organisation.detention);
    expect(named.checked?.sheets[0]?.organisation).toBeNull();
    expect(named.checked?.problems[0]?.rule.zh).toContain('没有“拘留所党支部”这个党组织');
    const silent = await send(await book(sheet(['2026-08-03'], [], { name: '考勤', above: [['党支部2026年周一学习考勤表']] })), 'jiping', '考勤.xlsx', bureau.cast.organisation.detention);
    expect(silent.checked?.sheets[0]?.organisation?.name).toBe('看守所党支部');
  });

  it('of more people or days than a sheet can have is refused by name', async () => {
    const many = { name: '看守所党支部', rows: [['警号', '姓名', '2026-08-03'], ...Array.from({ length: 541 }, (_, at) => [`P${at}`, `石${at}`, '√'])] };
    const days = Array.from({ length: 201 }, (_, at) => `2026-${String(1 + (at % 10)).padStart(2, '0')}-${String(1 + Math.floor(at / 10)).padStart(2, '0')}`);
    const wide = { name: '看守所党支部', rows: [['警号', '姓名', ...days], ['luojian', '罗建', ...days.map(() => '√')]] };
    expect([problemsOf(await send(await book(many))), problemsOf(await send(await book(wide)))]).toEqual([['GridTooLarge'], ['GridTooLarge']]);
  });

  it('a locked month takes nothing without a grant', async () => {
    await lockMonth(bureau, 'fangmin', { organisation: bureau.cast.organisation.organs, period: '2026-06' });
    const file = await book(sheet(['2026-06-08']));
    expect(problemsOf(await send(file))).toEqual([expect.stringMatching(/!C1 2026-06.*(锁定|补报)/)]);
    await bureau.as('shenyi').call(grantLateFiling, { organisation: bureau.cast.organisation.detention, period: '2026-06', until: '2026-12-31', reason: '补录六月考勤' });
    expect((await send(file)).checked).toMatchObject({ created: 1, faulty: 0 });
  });
});

describe('补 in a sheet', () => {
  const day = '2026-03-23';
  const made = async () => (await recordOn(day)).participants.flatMap(({ person: { name }, status, makeUp }) => (makeUp === null ? [] : [[name, status, makeUp.day, makeUp.way, makeUp.proposed, makeUp.source]]));

  it('is a make-up of that session, entered once, and taken back with it', async () => {
    const file = await book(sheet(['3月9日', '16', '23'], [['看守甲', '3月9日', '病假补'], ['看守乙', '16', '值班补3.30']], { above: [['2026年']] }));
    expect(problemsOf(await send(file))).toEqual([expect.stringMatching(/!C9 按考核方案，因这一事由未到的不安排补学/)]);
    const marks = [['看守甲', day, '值班补3月30日'], ['看守乙', day, '事假/补'], ['季平', day, '补'], ['看守丙', day, '值班']] as const;
    await bureau.as('luojian').call(recordLeave, { organisation: bureau.cast.organisation.detention, person: bureau.cast.person.jiping, reason: 'personalLeave', from: day, to: day });
    const { id, checked } = await send(await book(sheet([day], marks)));
    expect(checked).toMatchObject({ created: 1, makeUps: 3, faulty: 0, sheets: [{ sessions: [{ makeUps: 3, counts: { present: 17 } }] }] });
    expect(checked?.marks).toEqual(expect.arrayContaining([{ written: '值班补', cells: 1, meaning: 'madeUp' }, { written: '事假/补', cells: 1, meaning: 'madeUp' }]));
    expect(checked?.notices.map(({ zh }) => zh)).toEqual([expect.stringContaining('2 处补学没有写日期')]);
    const { outcome } = await carryOut(id);
    expect(outcome).toMatchObject({ created: 1, makeUps: 3 });
    const file3 = '看守所2026签到.xlsx';
    expect((await made()).length).toBe(3);
    expect(await made()).toEqual(expect.arrayContaining([
      ['季平', 'absent', day, 'reading', true, file3], ['看守甲', 'madeUp', '2026-03-30', 'reading', false, file3], ['看守乙', 'madeUp', day, 'reading', false, file3]]));

    const after = await logged();
    const again = await send(await book(sheet([day], marks)));
    expect(again.checked).toMatchObject({ created: 0, there: 1, makeUps: 0 });
    expect(await bureau.as('jiping').refusal(grids.carryOutAttendanceTable, { import: again.id, skipFaulty: false })).toBe('SheetNothingNew');
    expect(await logged()).toEqual(after);

    // What was made up since is added to the session that is there, as a batch of its own.
    const later = await carryOut((await send(await book(sheet([day], [...marks.slice(0, 3), ['看守丙', day, '值班补']])))).id);
    expect(later.outcome).toMatchObject({ created: 0, there: 1, makeUps: 1 });
    expect((await made()).length).toBe(4);
    expect(await bureau.as('jiping').refusal(grids.withdrawAttendanceBatch, { batch: outcome?.batch ?? '', reason: '导错了' })).toBe('GridBatchBuiltOn');
    const { items } = await bureau.as('jiping').call(grids.listAttendanceBatches, {});
    expect(items.find(({ batch }) => batch === later.outcome?.batch)).toMatchObject({ created: 0, makeUps: 1, organisations: [{ name: '看守所党支部' }], withdrawal: { allowed: true } });
    await bureau.as('jiping').call(grids.withdrawAttendanceBatch, { batch: later.outcome?.batch ?? '', reason: '导错了' });
    expect((await made()).length).toBe(3);
    expect(await bureau.as('jiping').call(grids.withdrawAttendanceBatch, { batch: outcome?.batch ?? '', reason: '导错了' })).toEqual({ withdrawn: 4 });
    expect(await sessionsOn(day)).toEqual([]);
  });

  it('without a reason, after its time or before its session is told with its cell', async () => {
    expect(problemsOf(await send(await book(sheet([day], [['看守甲', day, '补'], ['看守乙', day, '事假补5.30'], ['看守丙', day, '事假补3.9'], ['看守丁', day, '补'], ['看守戊', day, '年休补']]))))).toEqual([
      expect.stringMatching(/!C8 .*无故缺席不能补学/), expect.stringMatching(/!C9 补学期限到 2026-04-\d\d 为止/), expect.stringMatching(/!C10 补学日期须在 2026-03-23 至/), expect.stringMatching(/!C11 .*无故缺席不能补学/), expect.stringMatching(/!C12 .*因这一事由未到的不安排补学/)]);
  });
});

describe('what was imported at once', () => {
  it('is taken back whole, moves the points back, and can be imported again', async () => {
    const total = async () => (await bureau.as('wenlan').call(readPoints, { person: bureau.cast.person.wenlan, year: 2026 })).total;
    const before = await total();
    const file = await book(sheet(['2026-09-07', '2026-09-14'], [['温岚', '2026-09-07', '缺']]));
    const { outcome } = await carryOut((await send(file)).id);
    expect(await total()).not.toBe(before);
    const batch = outcome?.batch ?? '';
    const { items } = await bureau.as('jiping').call(grids.listAttendanceBatches, {});
    expect(items.find((it) => it.batch === batch)).toMatchObject({ by: '季平', created: 2, standing: 2, organisations: [{ name: '看守所党支部' }], withdrawal: { allowed: true } });
    expect(await bureau.as('gucheng').refusal(grids.withdrawAttendanceBatch, { batch, reason: '导错了' })).toBe('NotFound');
    expect(await bureau.as('jiping').call(grids.withdrawAttendanceBatch, { batch, reason: '导错了' })).toEqual({ withdrawn: 2 });
    expect(await total()).toBe(before);
    expect(await sessionsOn('2026-09-07')).toEqual([]);
    expect(await bureau.as('jiping').refusal(grids.withdrawAttendanceBatch, { batch, reason: '导错了' })).toBe('GridBatchWithdrawn');
    expect((await carryOut((await send(file)).id)).outcome?.created).toBe(2);
  });

  it('stays when something builds on it, or its month is locked', async () => {
    const first = await carryOut((await send(await book(sheet(['2026-10-05'], [['看守甲', '2026-10-05', '事假']])))).id);
    const { session } = await recordOn('2026-10-05');
    await bureau.as('luojian').call(recordMakeUp, { session, person: bureau.cast.others[0] ?? '', day: '2026-10-12', way: 'reading' });
    const stored = await footprint(bureau);
    expect(await bureau.as('jiping').refusal(grids.withdrawAttendanceBatch, { batch: first.outcome?.batch ?? '', reason: '导错了' })).toBe('GridBatchBuiltOn');
    expect(await footprint(bureau)).toEqual(stored);

    const second = await carryOut((await send(await book(sheet(['2026-01-12'])))).id);
    await lockMonth(bureau, 'fangmin', { organisation: bureau.cast.organisation.organs, period: '2026-01' });
    expect(await bureau.as('jiping').refusal(grids.withdrawAttendanceBatch, { batch: second.outcome?.batch ?? '', reason: '导错了' })).toBe('GridBatchMonthLocked');
    await bureau.within((call) => rebuild(call.tx));
    expect((await bureau.as('jiping').call(grids.listAttendanceBatches, {})).items.find((it) => it.batch === second.outcome?.batch)?.standing).toBe(1);
  });

  it('is overtaken by whoever records one of its sessions first', async () => {
    const { id } = await send(await book(sheet(['2026-11-02', '2026-11-09'])));
    await bureau.as('luojian').call(recordSession, {
      organisation: bureau.cast.organisation.detention, arranged: null, activities: ['mondayStudy'], contents: [], topic: '政治理论', period: '2026-11', reason: '', sittings: [{ day: '2026-11-02', from: '19:00', to: '21:00', place: '' }],
      host: null, minuteTaker: null, speakers: [], exchanges: [], attendees: [], lecturer: '', material: '', otherAttendees: '', agenda: [], resolutions: [], discussion: '', marks: [], allPresent: true });
    expect((await carryOut(id)).outcome).toMatchObject({ created: 1, there: 1 });
  });
});

it('whoever belonged there on one of its days is found with one question', async () => {
  const { detention } = bureau.cast.organisation;
  const days = ['2026-02-02', '2026-06-30', '2026-07-01', '2026-11-02'];
  const [oneByOne, atOnce] = await bureau.within(async ({ tx }) => [await Promise.all(days.map((day) => candidatesOf(tx, detention, day))), await candidatesOn(tx, detention, days)]);
  expect([...atOnce].sort()).toEqual([...new Set(oneByOne.flat())].sort());
});

it('a table in text says whose it is above its header or in the name of its file, and is refused where cells have slipped', async () => {
  const csv = (above: string, ...rows: readonly string[]) => new TextEncoder().encode(`${above}警号,姓名,3月9日\n${rows.join('\n')}\n`);
  const all = NAMES.map((name, at) => `${NUMBERS[at]},${name},√`);
  expect((await send(csv('党组织,看守所党支部\n', ...all), 'jiping', '签到2026.csv')).checked).toMatchObject({ created: 1, faulty: 0 });
  const sent = await send(csv('2026年\n', ...all), 'jiping', '看守所党支部.csv');
  expect(sent.checked).toMatchObject({ created: 1, sheets: [{ sheet: '看守所党支部', sessions: [{ day: '2026-03-09' }] }] });
  expect(problemsOf(await send(csv('', ...all.slice(0, 2), 'jiping,季平,病,√')))).toEqual(['FileCellsSlipped']);
});

it('the template has the people of the branch and the days of the activity, and filled in it is accepted', async () => {
  const bytes = new Uint8Array(await (await bureau.as('jiping').request(grids.readAttendanceTemplate, { organisation: bureau.cast.organisation.detention, activity: 'mondayStudy', from: '2026-08', to: '2026-08' })).arrayBuffer());
  const [template, notes, codes] = (await readXlsx(bytes)).sheets;
  expect([codes?.name, codes?.hidden, codes?.rows.slice(0, 3).flat(), notes?.rows.flat()]).toEqual(['代码', true, ['√', '迟到', '缺'], expect.arrayContaining(['未到，已补学', expect.stringMatching(/由.*（jiping）导出$/)])]);
  expect(template?.dataValidations).toMatchObject([{ type: 'list', range: expect.stringMatching(/^C6:/), inputTitle: '考勤符号', inputMessage: expect.stringContaining('√ 实到') }]);
  const rows = (template?.rows ?? []).map((it) => [...it]) as CellValue[][];
  expect(rows[4]).toEqual(['警号', '姓名', '2026-08-03', '2026-08-10', '2026-08-17', '2026-08-24', '2026-08-31']);
  expect(rows.slice(5).length).toBe(20);
  const filled = rows.map((row, at) => (at < 5 ? row : [row[0] ?? '', row[1] ?? '', '√', '√', '', '', '√']));
  expect((await send(await book({ name: template?.name ?? '', rows: filled }))).checked).toMatchObject({ created: 3, faulty: 0 });
  expect(await bureau.as('jiping').refusal(grids.readAttendanceTemplate, { organisation: bureau.cast.organisation.detention, activity: 'mondayStudy', from: '2026-08', to: '2026-07' })).toBe('GridMonthsWrong');
});
