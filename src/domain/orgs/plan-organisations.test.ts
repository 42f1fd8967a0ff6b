import { describe, expect, test } from 'vitest';
import { headerIn } from '#domain/imports/sheet-header.ts';
import { lineOf } from '#domain/imports/table-line.ts';
import { organisationColumns } from './organisation-table.ts';
import { planOrganisations } from './plan-organisations.ts';
import type { OrganisationState, Structure } from './structure.ts';

const state = (category: OrganisationState['category'], number: string, name: string, parent: string | null, founded = '2010-01-01'): OrganisationState =>
  ({ category, number, name: `中共示例市公安局${name}`, shortName: name, founded, dissolved: null, placements: [{ parent, from: founded }] });
const structure: Structure = new Map([['root', state('611', 'R', '局党委', null)], ['organs', state('611', 'J', '机关党委', 'root')], ['detention', state('631', 'J01', '看守所党支部', 'organs')]]);

const TITLES = ['党组织代码', '党组织名称', '简称', '类别', '上级党组织', '成立时间'];
type Cells = readonly [number: string, name: string, shortName: string, category: string, parent: string, founded: string];

function plan(rows: readonly Cells[], mayFoundBelow: (id: string) => boolean = () => true) {
  const header = headerIn(organisationColumns, TITLES);
  let given = 0;
  const plans = planOrganisations(rows.map((cells, at) => lineOf(header, at + 2, cells)), { today: '2026-11-17', structure, mayFoundBelow, newId: () => `n${given += 1}` });
  return plans.map((it) => {
    if (it.outcome === 'faulty') return it.faults.map(({ key, rule }) => `${key}：${rule.zh}`).join(' ');
    if (it.outcome === 'there') return it.differs ? 'there, differs' : 'there';
    const [fact] = it.facts;
    return fact?.kind === 'organisation' ? `${fact.factId} ${fact.state.category} ${fact.state.shortName} < ${fact.state.placements[0]?.parent} since ${fact.state.founded}` : '';
  });
}

describe('a table of organisations', () => {
  test('founds a tree in any order, parents by number, full name or short name, categories by code or name', () => {
    expect(plan([
      ['Z0101', '第一党小组', '', '党小组', '交警一支部', '2020.3.1'],
      ['Z01', '中共示例市公安局交警支队第一支部委员会', '交警一支部', '631', 'Z', '2020年1月1日'],
      ['Z', '中共示例市公安局交警支队委员会', '交警支队党委', '611 党委', '中共示例市公安局 局党委', '20190701'],
      ['J02', '指挥中心党支部', '', '支部', '机关党委', '43831'],
    ])).toEqual(['n3 699 第一党小组 < n2 since 2020-03-01', 'n2 631 交警一支部 < n1 since 2020-01-01', 'n1 611 交警支队党委 < root since 2019-07-01', 'n4 631 指挥中心党支部 < organs since 2020-01-01']);
  });

  test('leaves what is there as it is, and says where it differs', () => {
    const there: Cells = ['J01', '中共示例市公安局看守所党支部', '看守所党支部', '631', 'J', '2010-01-01'];
    expect(plan([there, ['J', '机关党委', '', '611', 'R', '2010-01-01'], ['R', '中共示例市公安局局党委', '局党委', '611', '', '2010-01-01']])).toEqual(['there', 'there, differs', 'there']);
    expect(plan([['J01', '看守所支部', '', '631', '机关党委', '2010-01-01']])).toEqual(['there, differs']);
  });

  test('names a circle, a parent that is nowhere or faulty, and one beyond the importer', () => {
    expect(plan([['A', '甲党委', '', '611', 'B', '2020-01-01'], ['B', '乙党委', '', '611', 'A', '2020-01-01']])).toEqual(['parent：上级所在的第 3 行有误。', 'parent：上级关系形成循环。']);
    expect(plan([['A', '甲支部', '', '631', 'A', '2020-01-01']])).toEqual(['parent：上级关系形成循环。']);
    expect(plan([['A', '甲支部', '', '631', '无此党委', '2020-01-01'], ['B', '乙支部', '', '631', '', '2020-01-01']])).toEqual(['parent：系统和本表中都没有这个上级组织。', 'parent：此项必填。']);
    // What hangs under a line that cannot be read is told which line, and 机关党委 is 党委 to whoever writes the table.
    expect(plan([['A', '交警支队党委', '交警党委', '交警', '局党委', '2020-01-01'], ['B', '乙支部', '', '631', '交警党委', '2020-01-01'], ['C', '交管党委', '', '机关党委', '局党委', '2020-01-01']]))
      .toEqual([expect.stringContaining('category：只能是：'), 'parent：上级所在的第 2 行有误。', 'n1 611 交管党委 < root since 2020-01-01']);
    expect(plan([['A', '甲支部', '', '631', '机关党委', '2020-01-01']], (id) => id !== 'organs')).toEqual(['parent：上级不在您的管理范围。']);
  });

  test('keeps the rules of the tree: shape, days, names and numbers of one', () => {
    expect(plan([
      ['A', '甲支部', '', '631', '看守所党支部', '2020-01-01'], ['B', '乙支部', '', '631', '机关党委', '2009-12-31'], ['C', '丙支部', '', '631', '机关党委', '2027-01-01'],
      ['D', '看守所党支部', '', '631', '机关党委', '2020-01-01'], ['E', '戊支部', '', '631', '机关党委', '2020-01-01'], ['E', '己支部', '', '631', '机关党委', '2020-01-01'],
    ])).toEqual([
      expect.stringContaining('category：党支部不能设在所选组织之下'), expect.stringContaining('founded：上级组织在 2009-12-31'), expect.stringContaining('founded：2027-01-01 还没有到'),
      expect.stringContaining('name：“看守所党支部”已存在'), 'n1 631 戊支部 < organs since 2020-01-01', expect.stringContaining('number：编号“E”已用于')]);
  });

  test('says of every cell what is wrong, all at once', () => {
    expect(plan([['甲 1', '', '', '999', '机关党委', '2020-02-30']])).toEqual([expect.stringMatching(/^name：此项必填。 number：由 1 至 20 位.* category：只能是：.* founded：须为存在的日期。$/)]);
  });
});
