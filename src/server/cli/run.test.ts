import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { LogEntry } from '#domain/facts/fact.ts';
import { derivedId } from '#server/schemes/derived-id.ts';
import { readFacts } from '#server/schemes/read-facts.ts';
import { readScheme } from '#server/schemes/read-scheme.ts';
import { asYaml, workedExample } from '#test/schemes/worked-example.ts';
import { run } from './run.ts';

const sample = 'test/schemes/study.yaml';
let folder = '';
const file = (name: string): string => join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhibu-run-'));
  await writeFile(file('facts.yaml'), asYaml(workedExample));
  await writeFile(file('bad-facts.yaml'), '人员:\n  - 姓名: 王建国\n    党支部: 无\n');
});
afterAll(() => rm(folder, { recursive: true }));

async function ran(args: readonly string[], today = '2026-11-22'): Promise<{ code: number; out: string; error: string }> {
  const written = { out: '', error: '' };
  const code = await run(args, {
    out: (text) => { written.out += text; }, error: (text) => { written.error += text; }, today, env: {},
  });
  return { code, ...written };
}

describe('wrong usage', () => {
  it.each([
    ['no command', [], /没有“”这个命令/],
    ['an unknown command', ['scheme', 'tri', sample], /没有“scheme tri”这个命令/],
    ['an unknown option', ['scheme', 'check', sample, '--fast'], /没有 --fast 这个选项/],
    ['no scheme', ['scheme', 'check'], /请写明方案文件/],
    ['two schemes', ['scheme', 'check', sample, sample], /请写明方案文件/],
    ['a file that is not there', ['scheme', 'check', 'nowhere.yaml'], /找不到文件 nowhere\.yaml/],
    ['facts that are not there', ['scheme', 'try', sample, '--facts', 'nowhere.xlsx'], /找不到文件 nowhere\.xlsx/],
    ['no facts', ['scheme', 'try', sample], /--facts/],
    ['a day that is none', ['scheme', 'try', sample, '--facts', 'x', '--at', '2026-02-30'], /不是日期/],
    ['a language that is none', ['scheme', 'check', sample, '--lang', 'fr'], /zh 或 en/],
  ])('%s ends with 2 and shows how the command is used', async (_, args, words) => {
    const { code, out, error } = await ran(args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(error).toMatch(words);
    expect(error).toContain(`npm run zhibu -- scheme ${args[1] === 'try' ? 'try' : 'check'}`);
  });

  it('names whom one may have meant with --why', async () => {
    const { code, error } = await ran(['scheme', 'try', sample, '--facts', file('facts.yaml'), '--why', '王建囯']);
    expect(code).toBe(2);
    expect(error).toContain('是否应为“王建国”');
  });
});

it('says what to do with a file that is not in UTF-8', async () => {
  await writeFile(file('gbk.yaml'), Uint8Array.from([0x7a, 0x68, 0x3a, 0x20, 0xb5, 0xb3, 0xbf, 0xce]));
  const { code, error } = await ran(['scheme', 'check', file('gbk.yaml')]);
  expect(code).toBe(1);
  expect(error).toContain('编码选 UTF-8');
});

describe('help', () => {
  it('is given in the language that is asked for, as no error', async () => {
    expect(await ran(['--help', '--lang', 'en'])).toMatchObject({ code: 0, error: '', out: expect.stringContaining('Checks a scheme') });
  });
});

describe('scheme try', () => {
  const tried = z.object({ at: z.string(), totals: z.array(z.object({
    name: z.string(), year: z.number(), total: z.number().nullable(), parts: z.array(z.object({ part: z.string(), value: z.number().nullable() })),
    grounds: z.object({ value: z.number().nullable(), children: z.array(z.unknown()) }),
  })) });

  it('prints totals and grounds as JSON, where the total is the one of its grounds', async () => {
    const { code, out } = await ran(['scheme', 'try', sample, '--facts', file('facts.yaml'), '--at', '2026-12-31', '--json']);
    expect(code).toBe(0);
    const { at, totals } = tried.parse(JSON.parse(out));
    expect(at).toBe('2026-12-31');
    expect(totals.map(({ name, total }) => [name, total])).toEqual([['王建国', 3646], ['李春梅', 3600]]);
    for (const { total, grounds } of totals) expect(grounds.value).toBe(total);
  });

  it('says of a branch why, by its name', async () => {
    const { code, out } = await ran(['scheme', 'try', 'schemes/dezhou.yaml', '--facts', file('facts.yaml'), '--at', '2026-12-31', '--why', '看守所党支部']);
    expect(code).toBe(0);
    expect(out).toMatch(/\n支部日常考核 [^\n]*\n/);
    expect(out).toMatch(/\n {4}周一集中学习开展 /);
  });

  it('looks no further than the day that is asked for', async () => {
    const { out } = await ran(['scheme', 'try', sample, '--facts', file('facts.yaml'), '--at', '2026-01-31']);
    // By the end of January: all four Mondays not counted, so 16.00 go to the others: 12 × 40/24 × 2/2 = 20.00 for
    // organisational life, 8 × 40/24 × 2/32 = 0.83 for the two hours of the theme day.
    expect(out).toContain('王建国         20.83  20.83');
  });

  it('ends with 1 and the place where the facts are wrong', async () => {
    const { code, error } = await ran(['scheme', 'try', sample, '--facts', file('bad-facts.yaml'), '--lang', 'en']);
    expect(code).toBe(1);
    expect(error).toContain(`${file('bad-facts.yaml')}:3:10: 人员[0].党支部 There is no organisation “无”.`);
  });
});

describe('a log in which the scheme was adopted', () => {
  it('is tried from the day of the adoption on', async () => {
    const read = readScheme(await readFile(sample, 'utf8'));
    if ('problems' in read) throw new Error('The sample has problems.');
    const facts = await readFacts('facts.yaml', new TextEncoder().encode(asYaml(workedExample)), read.scheme);
    if ('problems' in facts) throw new Error('The worked example has problems.');
    const adoption: LogEntry = {
      seq: facts.log.length + 1, factId: derivedId('adoption'), version: 1, kind: 'schemeAdoption', change: 'recorded', day: '2026-12-01', period: '2026-12',
      state: { scheme: 'dezhou', version: 1, textHash: '0'.repeat(64), from: '2026-12-01' }, recordedBy: null, recordedOn: '2026-11-20', standing: 'counted',
    };
    await writeFile(file('log.jsonl'), [...facts.log, adoption].map((entry) => `${JSON.stringify(entry)}\n`).join(''));
    const person = facts.log.flatMap((entry) => (entry.kind === 'membership' ? [entry.state.person] : []))[0] ?? '';
    const { code, out } = await ran(['scheme', 'try', sample, '--facts', file('log.jsonl'), '--at', '2026-12-31', '--why', person]);
    expect(code).toBe(0);
    // In December no Monday, so its mark goes to the others: 12 × 40/24 × 3/3 = 20.00 and 8 × 40/24 × 2/32 = 0.83.
    expect(out).toContain(`${person}         20.83  20.83`);
  });
});

describe('without --at', () => {
  it('a try looks up to today', async () => {
    expect((await ran(['scheme', 'try', sample, '--facts', file('facts.yaml')], '2026-12-30')).out).toContain('截至 2026-12-30');
  });

  it('a try on the facts of an earlier year looks at the whole of it', async () => {
    expect((await ran(['scheme', 'try', sample, '--facts', file('facts.yaml')], '2028-03-01')).out).toContain('截至 2026-12-31');
  });
});

describe('a scheme that pays attendance by the session', () => {
  it('is checked with what each shift team of the facts can reach', async () => {
    await writeFile(file('per-session.yaml'), `
scheme: perSession
version: 1
label: { zh: 按次计分 }
takesEffect: 2026-01-01
activities:
  - { id: mondayStudy, label: { zh: 周一集中学习 }, audience: members, heldBy: branch, weekday: monday, from: 19:00, to: 21:00 }
points:
  kind: part
  id: all
  label: { zh: 积分 }
  children:
    - kind: rule
      id: monday
      label: { zh: 周一集中学习 }
      clause: 第一条
      match: { activities: [mondayStudy], part: attendance }
      value: { kind: fixed, each: 2.00, perSession: true }
`);
    await writeFile(file('teams.yaml'), `
组织: [{ 编号: 11, 名称: 看守所党支部 }]
班组: [{ 名称: 一班, 党支部: 11, 起始日: 2026-01-05, 周期: 上24休48, 休整小时: 8 }]
`);
    const { code, out } = await ran(['scheme', 'check', file('per-session.yaml'), '--facts', file('teams.yaml')]);
    expect(code).toBe(0);
    expect(out).toContain('提醒：“周一集中学习”按次计分，2026 年：常日班 52 次、最高 104.00 分；一班 34 次、最高 68.00 分。');
  });
});

describe('a trial of what a year comes to', () => {
  const variety = (name: string): readonly string[] => ['scheme', 'try', `schemes/varieties/${name}.yaml`, '--facts', `schemes/varieties/${name}.facts.yaml`, '--at', '2026-12-31'];

  it('lists branches by their indicators and results with the grades they propose', async () => {
    const branches = await ran(variety('whichever-is-higher'));
    expect(branches.out).toContain('党支部  两次就高   合计\n一支部     36.80  36.80\n二支部     32.40  32.40\n三支部     26.60  26.60');
    const members = await ran(variety('veto-and-third'));
    expect(members.out).toContain('年度评定   得分  建议等次    否决\n甲        97.00      合格  受处理\n乙        95.00      优秀');
    expect(members.out).not.toContain('没有可计分的人员');
  });

  it('gives the same to a program', async () => {
    const { out } = await ran([...variety('appraisal-ballots'), '--json']);
    const { results } = z.object({ results: z.array(z.object({ result: z.string(), outcomes: z.array(z.object({ value: z.number(), grade: z.string().nullable() })) })) }).parse(JSON.parse(out));
    expect(results).toEqual([{ result: 'appraisal', outcomes: [{ value: 8935, grade: null }, { value: 7500, grade: null }] }]);
  });
});
