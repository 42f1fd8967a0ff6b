import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { NamedFacts } from '#domain/schemes/facts-file/facts-log.ts';
import { asXlsx, asYaml, type Sheets } from '#test/schemes/worked-example.ts';
import { readFacts, type FactsOrProblems } from './read-facts.ts';
import { readScheme } from './read-scheme.ts';

const scheme = (() => {
  const read = readScheme(readFileSync('test/schemes/whole.yaml', 'utf8'));
  if ('problems' in read) throw new Error('The scheme has problems.');
  return read.scheme;
})();

const office = (more: Sheets): Sheets => ({
  组织: [['编号', '名称'], ['11', '看守所党支部'], ['12', '机关党支部']], 人员: [['姓名', '党支部'], ['王建国', '看守所党支部'], ['李春梅', '机关党支部']], ...more,
});
const read = (sheets: Sheets): Promise<FactsOrProblems> => readFacts('facts.yaml', new TextEncoder().encode(asYaml(office(sheets))), scheme);

async function factsOf(facts: Promise<FactsOrProblems>): Promise<NamedFacts> {
  const found = await facts;
  if ('problems' in found) throw new Error(JSON.stringify(found.problems, null, 1));
  return found;
}

describe('entries of registers in a facts file', () => {
  const sheets: Sheets = {
    荣誉表彰: [['姓名', '日期', '级别', '文号', '张数'], ['王建国', '2026-03-05', '省厅', '省〔2026〕3号', '2'], ['李春梅', '2026-03-05', '市局', '省〔2026〕3号', '']],
    专班任务: [['日期', '止', '负责人', '人员'], ['2026-05-01', '2026-05-20', '王建国', '李春梅']],
    党费: [['组织', '日期', '实缴', '应缴'], ['机关党支部', '2026-02-01', '9', '10']],
    评分: [['组织', '日期', '分', '所属期'], ['机关党支部', '2027-01-10', '8.5', '2026-12']],
    交办任务: [['姓名', '日期', '期限', '状态', '完成日期'], ['王建国', '2026-01-05', '2026-01-15', '', '2026-01-20'], ['李春梅', '2026-01-05', '2026-01-15', '未完成', '']],
  };

  it('stand under the name of the register, with its fields and parts as columns, in YAML and in a workbook alike', async () => {
    const { log } = await factsOf(read(sheets));
    const records = log.flatMap((entry) => (entry.kind === 'record' ? [entry.state] : []));
    expect(records).toMatchObject([
      { register: 'honour', values: { level: 'province', points: 2 }, persons: [{ as: null }] },
      { register: 'honour', values: { level: 'bureau' } },
      { register: 'mission', until: '2026-05-20', persons: [{ as: null }, { as: 'leader' }] },
      { register: 'dues', persons: [], values: { paid: 9, due: 10 } },
      { register: 'panel', values: { score: 850 } },
    ]);
    const tasks = log.flatMap((entry) => (entry.kind === 'assignment' ? [entry.state] : []));
    expect(tasks).toMatchObject([{ stage: 'accepted', handedInOn: '2026-01-20' }, { stage: 'notDone', handedInOn: null }]);
    const workbook = await factsOf(readFacts('facts.xlsx', await asXlsx(office(sheets)), scheme));
    expect(workbook.log).toEqual(log);
  });

  it('keeps of a matter only that two are the same, and files an entry where the person belongs', async () => {
    const { log } = await factsOf(read(sheets));
    const [first, second] = log.flatMap((entry) => (entry.kind === 'record' ? [entry.state] : []));
    expect(first?.values['document']).toBe(second?.values['document']);
    expect(first?.values['document']).toMatch(/^#[0-9a-f]{16}$/);
    expect(first?.organisation).not.toBe(second?.organisation);
  });

  it('counts for the period that it names', async () => {
    const { log } = await factsOf(read(sheets));
    expect(log.find((entry) => entry.kind === 'record' && entry.state.register === 'panel')).toMatchObject({ day: '2027-01-10', period: '2026-12' });
  });

  it.each([
    ['a level that does not exist', { 荣誉表彰: [['姓名', '日期', '级别'], ['王建国', '2026-03-05', '部级']] }, /可以写：市局、省厅/],
    ['a column that the register does not have', { 荣誉表彰: [['姓名', '日期', '级 别'], ['王建国', '2026-03-05', '市局']] }, /是否应为 级别（level）/],
    ['a number that is none', { 党费: [['组织', '日期', '实缴'], ['机关党支部', '2026-02-01', '九']] }, /应是整数/],
    ['nobody and no organisation', { 党费: [['日期', '实缴'], ['2026-02-01', '9']] }, /缺少“组织”/],
    ['the same entry twice', { 党费: [['组织', '日期', '实缴'], ['机关党支部', '2026-02-01', '9'], ['机关党支部', '2026-02-20', '9']] }, /重复/],
    ['a register that is not declared', { 荣誉: [['姓名', '日期'], ['王建国', '2026-03-05']] }, /没有叫“荣誉”的表.*荣誉表彰/],
  ])('refuses %s', async (_what, more: Sheets, zh) => {
    const found = await read(more);
    expect('problems' in found ? found.problems.map(({ words }) => words.zh) : []).toEqual([expect.stringMatching(zh)]);
  });
});
