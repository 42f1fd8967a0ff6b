import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asXlsx, asYaml, workedExample } from '#test/schemes/worked-example.ts';

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly error: string;
}

/** Runs the command line as a process of its own, as `npm run zhibu -- …` does. */
function zhibu(...args: readonly string[]): Promise<Ran> {
  return new Promise((resolve) => {
    execFile(process.execPath, ['node_modules/tsx/dist/cli.mjs', 'src/server/cli/main.ts', ...args], { maxBuffer: 64 * 1024 * 1024 }, (failure, out, error) => {
      const code = failure === null ? 0 : failure.code;
      resolve({ code: typeof code === 'number' ? code : -1, out, error });
    });
  });
}

const sample = 'test/schemes/study.yaml';
let folder = '';
const file = (name: string): string => join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhibu-cli-'));
  await writeFile(file('facts.yaml'), asYaml(workedExample));
  await writeFile(file('facts.xlsx'), await asXlsx(workedExample));
  await writeFile(file('bad.yaml'), 'scheme: dezhou\nversoin: 1\nlabel: { zh: 方案 }\ntakesEffect: 2026-01-15\n');
});
afterAll(() => rm(folder, { recursive: true }));

describe('scheme check', () => {
  it('finds nothing wrong with the sample and says so in the language that is asked for', async () => {
    expect(await zhibu('scheme', 'check', sample)).toEqual({
      code: 0, out: '党员积分管理办法（示例）第 1 版，自 2026-01-01 起施行：没有问题。\n', error: '',
    });
    expect((await zhibu('scheme', 'check', sample, '--lang', 'en')).out).toBe("Members' points (sample), version 1, in force from 2026-01-01: no problems.\n");
  });

  it('prints every problem with line and column and ends with 1', async () => {
    const { code, out, error } = await zhibu('scheme', 'check', file('bad.yaml'));
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(error.split('\n')).toEqual([
      `${file('bad.yaml')}:1:1: version 缺少 version（版本），请补写。`,
      `${file('bad.yaml')}:2:1: versoin 此处没有“versoin”这个词，是否应为 version（版本）？`,
      `${file('bad.yaml')}:4:14: takesEffect 版本须自某月1日起施行，现为 2026-01-15。`,
      '共 3 个问题。', '',
    ]);
  });
});

describe('scheme try', () => {
  it('gives the worked example to the hundredth, the same from YAML and from a workbook', async () => {
    const [yaml, xlsx] = await Promise.all(['facts.yaml', 'facts.xlsx'].map((name) =>
      zhibu('scheme', 'try', sample, '--facts', file(name), '--at', '2026-12-31')));
    expect(yaml).toEqual({ code: 0, error: '', out: [
      '党员积分管理办法（示例）第 1 版，截至 2026-12-31（试算，不保存）', '',
      '姓名    参加学习教育   合计', '王建国         36.46  36.46', '李春梅         36.00  36.00', '',
    ].join('\n') });
    expect(xlsx).toEqual(yaml);
  });

  it('says of one person why, down to each evening', async () => {
    const { code, out } = await zhibu('scheme', 'try', sample, '--facts', file('facts.xlsx'), '--at', '2026-12-31', '--why', '007');
    expect(code).toBe(0);
    expect(out).toContain([
      '    周一集中学习  14.86  满分 16.00 ×（实到 20 + 补学 6）÷ 应到 28，免计 20',
      '      规则：16.00 ×（实到 + 补学）÷ 应到 · 第九条第一项 · 党员积分管理办法（示例）第 1 版', '',
    ].join('\n'));
    expect(out).toContain('三会一课、主题党日、组织生活会  11.60  满分 12.00 ×（实到 29 + 补学 0）÷ 应到 30，免计 0\n');
    expect(out).toMatch(/年度学时 {2}8\.00/);
    expect(out).toContain('规则：8.00 × 学时 ÷ 目标学时，最多 8.00 · 第九条第三项');
    expect(out).toContain('讲党课、授课  2.00  2.00 × 1 次\n');
    expect(out).toContain('规则：每次 2.00 分 · 第九条第四项');
    expect(out).toContain('03-02 周一集中学习  免计（全封闭执勤）');
    expect(out).toContain('01-05 周一集中学习  免计（值班备勤）');
  });
});

it('ends with 2 when the command is not understood', async () => {
  const { code, out, error } = await zhibu('scheme', 'tri', sample);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(error).toContain('没有“scheme tri”这个命令。');
});
