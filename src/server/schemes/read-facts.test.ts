import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { writeXlsx } from 'hucre/xlsx';
import { evaluate } from '#domain/engine/evaluate.ts';
import { knownCycles } from '#domain/rota/known-cycles.ts';
import type { LogEntry } from '#domain/facts/fact.ts';
import type { NamedFacts } from '#domain/schemes/facts-file/facts-log.ts';
import type { Problem } from '#domain/schemes/format/problem.ts';
import type { Scheme } from '#domain/schemes/scheme.ts';
import { asXlsx, asYaml, type Sheets, workedExample } from '#test/schemes/worked-example.ts';
import { readFacts, type FactsOrProblems } from './read-facts.ts';
import { readScheme } from './read-scheme.ts';

const scheme = sampleScheme();

function sampleScheme(): Scheme {
  const read = readScheme(readFileSync('test/schemes/study.yaml', 'utf8'));
  if ('problems' in read) throw new Error('The sample has problems.');
  return read.scheme;
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const fromYaml = (sheets: Sheets): Promise<FactsOrProblems> => readFacts('facts.yaml', bytes(asYaml(sheets)), scheme);
const fromXlsx = async (sheets: Sheets): Promise<FactsOrProblems> => readFacts('facts.xlsx', await asXlsx(sheets), scheme);

async function factsOf(read: Promise<FactsOrProblems>): Promise<NamedFacts> {
  const facts = await read;
  if ('problems' in facts) throw new Error(JSON.stringify(facts.problems, null, 1));
  return facts;
}

async function problemsOf(read: Promise<FactsOrProblems>): Promise<readonly Problem[]> {
  const facts = await read;
  return 'problems' in facts ? facts.problems : [];
}

/** Totals by name, in hundredths. */
function totalsOf({ log, names }: NamedFacts, of: Scheme = scheme): Record<string, number | null> {
  const upTo = { seq: log.length, date: '2026-12-31' };
  const { totals } = evaluate({ schemes: [{ scheme: of, from: '2026-01-01' }], log, upTo });
  return Object.fromEntries(totals.filter(({ year }) => year === 2026).map(({ person, total }) => [names.get(person) ?? '', total]));
}

/** The tables of a small office, with some of them replaced. */
const office = (changes: Sheets = {}): Sheets => ({
  组织: [['编号', '名称', '上级', '类别'], ['1', '机关党委', '', '党委'], ['11', '看守所党支部', '1', '党支部'], ['111', '一班党小组', '11', '党小组']],
  人员: [['编号', '姓名', '党支部', '党小组'], ['007', '王建国', '11', '111'], ['008', '李春梅', '看守所党支部', '']],
  活动: [['编号', '组织', '活动', '日期'], ['S1', '看守所党支部', '周一集中学习', '2026-01-05']],
  考勤: [['姓名', 'S1'], ['王建国', '√'], ['李春梅', '√']],
  ...changes,
});

describe('a facts file', () => {
  it('gives the worked example of the sample to the hundredth, from YAML, from a workbook and from an exported log', async () => {
    const yaml = await factsOf(fromYaml(workedExample));
    const xlsx = await factsOf(fromXlsx(workedExample));
    expect(totalsOf(yaml)).toEqual({ 王建国: 3646, 李春梅: 3600 });
    expect(xlsx).toEqual(yaml);
    const lines = yaml.log.map((entry) => JSON.stringify(entry)).join('\n');
    const exported = await factsOf(readFacts('facts.jsonl', bytes(`${JSON.stringify({ taken: { at: '2026-11-16 09:00', by: 'ganshi' } })}\n${lines}`), scheme));
    expect(exported.log).toEqual(yaml.log);
  });

  it('gives the same ids in every run, and keeps the zeros of a number', async () => {
    const once = await factsOf(fromYaml(office()));
    const again = await factsOf(fromYaml(office()));
    expect(again).toEqual(once);
    expect(await problemsOf(fromYaml(office({ 请假: [['姓名', '事由', '起', '止'], ['007', '病假', '2026-01-05', '2026-01-06']] })))).toEqual([]);
    expect(await problemsOf(fromYaml(office({ 请假: [['姓名', '事由', '起', '止'], ['7', '病假', '2026-01-05', '2026-01-06']] })))).toHaveLength(1);
  });

  it('may be written with identifiers instead of Chinese headings', async () => {
    const english = { organisations: [['number', 'name'], ['11', 'Branch']], people: [['name', 'organisation', 'staffKind'], ['Wang', '11', 'officer']],
      sessions: [['number', 'organisation', 'activities', 'day'], ['S1', 'Branch', 'mondayStudy', '2026-01-05']], attendance: [['person', 'S1'], ['Wang', 'present']] };
    const facts = await factsOf(fromXlsx(english));
    expect(facts.log.map(({ kind }) => kind)).toEqual(['organisation', 'membership', 'session']);
  });

  it('takes days and times in the ways in which offices write them', async () => {
    const days = ['2026-01-05', '2026/1/5', '2026.1.5', '2026年1月5日'];
    const sheets = office({ 活动: [['编号', '组织', '活动', '日期', '开始', '所属期'], ...days.map((day, index) => [`S${index + 1}`, '11', '周一集中学习', day, '9:00', '2026年2月'])] });
    const { log } = await factsOf(fromYaml(sheets));
    const sessions = log.filter((entry) => entry.kind === 'session');
    expect(new Set(sessions.map(({ day }) => day))).toEqual(new Set(['2026-01-05']));
    expect(new Set(sessions.map(({ period }) => period))).toEqual(new Set(['2026-02']));
    expect(sessions.map(({ state }) => state.sittings)).toEqual(days.map(() => [{ day: '2026-01-05', from: '09:00', to: '21:00' }]));
  });

  it('tells everything that may change a result', async () => {
    const { log } = await factsOf(fromYaml(office({
      职务: [['姓名', '组织', '职务'], ['王建国', '11', '书记'], ['李春梅', '111', '党小组长']],
      班组: [['名称', '党支部', '起始日', '周期', '休整小时'], ['一班', '11', '2026-01-05', '08:00+24 | 休 | 休', '8'], ['二班', '11', '2026-01-06', '三班两运转', '']],
      班组人员: [['姓名', '班组', '起'], ['王建国', '一班', '2026-01-01']],
      请假: [['姓名', '事由', '起', '止'], ['李春梅', 'sickLeave', '2026-02-02', '2026-02-06']],
      全封闭执勤: [['姓名', '起', '止', '封闭点参学'], ['王建国', '2026-03-01', '2026-03-31', '是']],
      借调: [['姓名', '借往', '起', '止'], ['李春梅', '机关党委', '2026-04-01', ''], ['王建国', '', '2026-05-01', '2026-05-31']],
      停学: [['组织', '活动', '日期', '顺延至'], ['机关党委', '周一集中学习、主题党日', '2026-10-05', '2026-10-12']],
      补学: [['姓名', '活动编号', '日期', '方式'], ['李春梅', 'S1', '2026-01-12', '观看回放']],
    })));
    const of = <K extends LogEntry['kind']>(kind: K) => log.filter((entry) => entry.kind === kind).map(({ state }) => state);
    expect(of('post')).toMatchObject([{ post: 'secretary' }, { post: 'groupLeader' }]);
    expect(of('shiftTeam')).toMatchObject([
      { cycle: [[{ start: '08:00', hours: 24 }], [], []], restHours: 8 },
      { cycle: knownCycles[0]?.cycle, restHours: knownCycles[0]?.restHours },
    ]);
    expect(of('leave')).toMatchObject([{ reason: 'sickLeave', from: '2026-02-02', to: '2026-02-06' }]);
    expect(of('closedDuty')).toMatchObject([{ studyAtPost: true, to: '2026-03-31' }]);
    expect(of('secondment')).toMatchObject([{ to: null }, { organisation: null, to: '2026-05-31' }]);
    expect(of('studyStop')).toMatchObject([{ activities: ['mondayStudy', 'themePartyDay'], day: '2026-10-05', movedTo: '2026-10-12' }]);
    expect(of('makeUp')).toMatchObject([{ day: '2026-01-12', way: 'replay' }]);
    expect(log.map(({ seq }) => seq)).toEqual(log.map((_, index) => index + 1));
  });

  it('writes down what stands in each cell of the attendance grid', async () => {
    const people = ['√', '迟到', '×', '值班备勤', '事假（经批准）', ''];
    const { log } = await factsOf(fromYaml(office({
      人员: [['姓名', '党支部'], ...people.map((_, index) => [`人员${index}`, '11'])],
      考勤: [['姓名', 'S1'], ...people.map((cell, index) => [`人员${index}`, cell])],
    })));
    const session = log.find((entry) => entry.kind === 'session');
    expect(session?.state.marks.map(({ mark, reason }) => [mark, reason])).toEqual([
      ['present', null], ['late', null], ['absent', null], ['excused', 'onDuty'], ['absent', 'personalLeave'],
    ]);
  });
});

describe('a facts file with errors', () => {
  interface Case {
    readonly what: string;
    readonly sheets: Sheets;
    /** The cell of the workbook. */
    readonly at: string;
    readonly zh: RegExp;
    readonly en: RegExp;
  }
  const leave = (...rows: readonly (readonly string[])[]): Sheets => office({ 请假: [['姓名', '事由', '起', '止'], ...rows] });
  const cases: readonly Case[] = [
    { what: 'an unknown table', sheets: office({ 考勒: [['姓名'], ['王建国']] }), at: '考勒', zh: /是否应为 考勤/, en: /Did you mean 考勤 \(attendance\)/ },
    { what: 'an unknown column', sheets: office({ 请假: [['姓名', '事油', '起', '止'], ['王建国', '病假', '2026-01-01', '2026-01-02']] }), at: '请假!B1', zh: /是否应为 事由/, en: /Did you mean 事由 \(reason\)/ },
    { what: 'a missing cell', sheets: leave(['王建国', '', '2026-01-01', '2026-01-02']), at: '请假!2', zh: /缺少“事由”/, en: /“reason” is missing/ },
    { what: 'an unknown person', sheets: leave(['王建囯', '病假', '2026-01-01', '2026-01-02']), at: '请假!A2', zh: /是否应为“王建国”/, en: /Did you mean “王建国”/ },
    { what: 'an unknown reason', sheets: leave(['王建国', '生病', '2026-01-01', '2026-01-02']), at: '请假!B2', zh: /没有“生病”/, en: /no “生病” in excuses/ },
    { what: 'a day that is none', sheets: leave(['王建国', '病假', '2026-02-30', '2026-03-01']), at: '请假!C2', zh: /不是日期/, en: /not a date/ },
    { what: 'an end before the beginning', sheets: leave(['王建国', '病假', '2026-02-03', '2026-02-01']), at: '请假!D2', zh: /早于开始日期/, en: /before it begins/ },
    { what: 'the same row twice', sheets: leave(['王建国', '病假', '2026-02-03', '2026-02-04'], ['007', '病假', '2026-02-03', '2026-02-04']), at: '请假!3', zh: /与第 2 行重复/, en: /same as line 2/ },
    { what: 'an unknown organisation', sheets: office({ 人员: [['姓名', '党支部'], ['王建国', '看守党支部'], ['李春梅', '11']] }), at: '人员!B2', zh: /是否应为“看守所党支部”/, en: /Did you mean “看守所党支部”/ },
    { what: 'an unknown session in the grid', sheets: office({ 考勤: [['姓名', 'S1', 'S9'], ['王建国', '√', '√']] }), at: '考勤!C1', zh: /找不到活动编号“S9”/, en: /no session “S9”/ },
    { what: 'an unknown mark', sheets: office({ 考勤: [['姓名', 'S1'], ['王建国', '到了']] }), at: '考勤!B2', zh: /没有“到了”/, en: /no “到了”/ },
    { what: 'a person twice in the grid', sheets: office({ 考勤: [['姓名', 'S1'], ['王建国', '√'], ['007', '×']] }), at: '考勤!3', zh: /第 2 行已有考勤/, en: /line 2/ },
    { what: 'an activity that the scheme does not know', sheets: office({ 活动: [['编号', '组织', '活动', '日期'], ['S1', '11', '周一学习', '2026-01-05']] }), at: '活动!C2', zh: /没有“周一学习”/, en: /no “周一学习” in activities/ },
    { what: 'two persons of one name', sheets: office({ 人员: [['编号', '姓名', '党支部'], ['1', '王建国', '11'], ['2', '王建国', '11'], ['3', '李春梅', '11']] }), at: '考勤!A2', zh: /都叫“王建国”/, en: /Several/ },
    { what: 'a cycle that cannot be read', sheets: office({ 班组: [['名称', '党支部', '起始日', '周期'], ['一班', '11', '2026-01-05', '上一天休两天']] }), at: '班组!D2', zh: /看不懂周期/, en: /cannot be read/ },
    { what: 'more rest than there is', sheets: office({ 班组: [['名称', '党支部', '起始日', '周期', '休整小时'], ['一班', '11', '2026-01-05', '上24休48', '72']] }), at: '班组!E2', zh: /0 到 48/, en: /from 0 to 48/ },
    { what: 'a post that does not exist', sheets: office({ 职务: [['姓名', '组织', '职务'], ['王建国', '11', '组织委元']] }), at: '职务!C2', zh: /是否应为 组织委员/, en: /Did you mean “organiser”/ },
  ];

  it.each(cases)('$what is named with its cell, in both languages', async ({ sheets, at, zh, en }) => {
    const problems = await problemsOf(fromXlsx(sheets));
    expect(problems.map(({ path }) => path), JSON.stringify(problems)).toContain(at);
    const found = problems.find(({ path }) => path === at);
    expect(found?.words.zh).toMatch(zh);
    expect(found?.words.en).toMatch(en);
  });

  it('names the line and column in YAML', async () => {
    const problems = await problemsOf(readFacts('facts.yaml', bytes('人员:\n  - 姓名: 王建国\n    党支部: 无\n'), scheme));
    expect(problems).toMatchObject([{ line: 3, column: 10, path: '人员[0].党支部' }]);
  });

  it('reports every error at once', async () => {
    const problems = await problemsOf(fromXlsx(leave(['王建囯', '生病', '2026-02-30', '2026-02-01'], ['李春梅', '病假', '', '2026-02-01'])));
    expect(problems.map(({ path }) => path)).toEqual(['请假!A2', '请假!B2', '请假!C2', '请假!3']);
  });

  it('names the line of an exported log that was touched', async () => {
    const { log } = await factsOf(fromYaml(office()));
    const member = log.find(({ kind }) => kind === 'membership');
    const touched = [JSON.stringify(log[0]), JSON.stringify(member).replace('"full"', '"half"'), '{'].join('\n');
    expect(await problemsOf(readFacts('facts.jsonl', bytes(touched), scheme))).toMatchObject([{ line: 2, path: 'state.stage' }, { line: 3 }]);
  });

  it('refuses a file of another kind', async () => {
    expect(await problemsOf(readFacts('facts.docx', bytes(''), scheme))).toMatchObject([{ line: 1, words: { en: 'A facts file ends in .xlsx, .yaml or .jsonl.' } }]);
    expect((await problemsOf(readFacts('facts.xlsx', bytes('no archive'), scheme)))[0]?.words.zh).toMatch(/不是有效的 Excel/);
    expect((await problemsOf(readFacts('facts.yaml', bytes('- 1'), scheme)))[0]?.words.zh).toMatch(/表名/);
  });

  it('passes over explanations and empty sheets', async () => {
    const workbook = await writeXlsx({ sheets: [
      { name: '说明', rows: [['先填组织,再填人员']] }, { name: 'Sheet2', rows: [] }, { name: '组织', rows: [['编号', '名称'], [11, '看守所党支部']] },
    ] });
    expect((await factsOf(readFacts('facts.xlsx', workbook, scheme))).log).toMatchObject([{ kind: 'organisation', state: { number: '11' } }]);
  });
});
