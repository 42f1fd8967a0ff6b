import { describe, expect, test } from 'vitest';
import { headerIn } from '#domain/imports/sheet-header.ts';
import { lineOf } from '#domain/imports/table-line.ts';
import { organisationColumns } from './organisation-table.ts';
import { planOrganisations } from './plan-organisations.ts';
import type { OrganisationState, Structure } from './structure.ts';

const state = (category: OrganisationState['category'], number: string, name: string, parent: string | null, founded = '2010-01-01'): OrganisationState =>
  ({ category, number, name: `中共示例市公安局${name}`, shortName: name, founded, dissolved: null, placements: [{ parent, from: founded }] });
const UNNAMED = { ...state('631', 'J09', '特警支部', 'organs'), shortName: '中共示例市公安局特警支部' };
const structure: Structure = new Map([['unnamed', UNNAMED], ['root', state('611', 'R', '局党委', null)], ['organs', state('611', 'J', '机关党委', 'root')], ['detention', state('631', 'J01', '看守所党支部', 'organs')]]);

const TITLES = ['党组织代码', '党组织名称', '简称', '类别', '上级党组织', '成立时间'];
type Cells = readonly [number: string, name: string, shortName: string, category: string, parent: string, founded: string];

function plan(rows: readonly (readonly string[])[], mayFoundBelow: (id: string) => boolean = () => true, titles = TITLES) {
  const header = headerIn(organisationColumns, titles);
  let given = 0;
  const plans = planOrganisations(rows.map((cells, at) => lineOf(header, at + 2, cells)), { today: '2026-11-17', structure, mayFoundBelow, newId: () => `n${given += 1}` });
  return plans.map((it) => {
    if (it.outcome === 'faulty') return it.faults.map(({ key, rule }) => `${key}：${rule.zh}`).join(' ');
    if (it.outcome === 'there') return it.differs ? 'there, differs' : 'there';
    if (it.outcome === 'completed') return `there, now called ${it.fact.kind === 'organisation' ? it.fact.state.shortName : ''}${it.differs ? ', differs' : ''}`;
    const [fact] = it.facts;
    return fact?.kind === 'organisation' ? `${fact.factId} ${fact.state.category} ${fact.state.shortName} < ${fact.state.placements[0]?.parent} since ${fact.state.founded}` : '';
  });
}

const planOf = (rows: readonly (readonly string[])[], titles: readonly string[]) =>
  planOrganisations(rows.map((cells, at) => lineOf(headerIn(organisationColumns, titles), at + 2, cells)), { today: '2026-11-17', structure, mayFoundBelow: () => true, newId: () => 'n' });
const numbersOf = (rows: readonly (readonly string[])[], titles: readonly string[]): string[] =>
  planOf(rows, titles).flatMap((it) => (it.outcome === 'created' ? it.facts.flatMap((fact) => (fact.kind === 'organisation' ? [fact.state.number] : [])) : []));

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

  test('gives a short name to what is there without one, and to nothing else', () => {
    const named: Cells = ['J09', '中共示例市公安局特警支部', '特警党支部', '631', '机关党委', '2010-01-01'];
    expect(plan([named, ['J01', '中共示例市公安局看守所党支部', '看守支部', '631', 'J', '2010-01-01']])).toEqual(['there, now called 特警党支部', 'there, differs']);
    expect(plan([named.with(5, '2011-01-01'), named.with(2, '')])).toEqual(['there, now called 特警党支部, differs', 'there']);
    expect(plan([['特警党支部', '中共示例市公安局特警支部']], () => true, ['简称', '全称'])).toEqual(['there, now called 特警党支部, differs']);
    expect(plan([named.with(2, '看守所党支部')])).toEqual([expect.stringContaining('shortName：')]);
    expect(plan([named], () => false)).toEqual(['there, differs']);
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

  test('finds what is above by its name in another dress, where it can mean one alone, and says so', () => {
    const TREE = [['Z', '中共示例市公安局刑事侦查支队总支部委员会', '刑侦总支', '621', '机关党委', '2019-07-01'], ['Z1', '刑侦一支部', '', '631', '刑事侦查支队党总支', '2020-01-01']] as const;
    expect(plan(TREE)).toEqual(['n1 621 刑侦总支 < organs since 2019-07-01', 'n2 631 刑侦一支部 < n1 since 2020-01-01']);
    const [, below] = planOf(TREE, TITLES);
    expect(below?.outcome === 'created' ? below.added?.map(({ zh }) => zh) : below).toEqual(['上级“刑事侦查支队党总支”按“中共示例市公安局刑事侦查支队总支部委员会”认定']);
    const TWIN = ['Y', '中共示例县公安局刑事侦查支队总支部委员会', '县刑侦总支', '621', '机关党委', '2019-07-01'];
    expect(plan([...TREE, TWIN])[1]).toBe('parent：系统和本表中都没有这个上级组织。');
  });

  test('keeps the rules of the tree: shape, days, names and numbers of one', () => {
    expect(plan([
      ['A', '甲支部', '', '631', '看守所党支部', '2020-01-01'], ['B', '乙支部', '', '631', '机关党委', '2009-12-31'], ['C', '丙支部', '', '631', '机关党委', '2027-01-01'],
      ['D', '看守所党支部', '', '631', '机关党委', '2020-01-01'], ['E', '戊支部', '', '631', '机关党委', '2020-01-01'], ['E', '己支部', '', '631', '机关党委', '2020-01-01'],
    ])).toEqual([
      expect.stringContaining('category：党支部不能设在所选组织之下'), expect.stringContaining('founded：上级组织“机关党委”成立于 2010-01-01，在 2009-12-31 尚未成立'), expect.stringContaining('founded：2027-01-01 还没有到'),
      expect.stringContaining('name：“看守所党支部”已存在'), 'n1 631 戊支部 < organs since 2020-01-01', expect.stringContaining('number：编号“E”已用于')]);
  });

  test('says of every cell what is wrong, all at once', () => {
    expect(plan([['甲 1', '', '', '999', '机关党委', '2020-02-30']])).toEqual([expect.stringMatching(/^name：此项必填。 number：由 1 至 20 位.* category：只能是：.* founded：须为存在的日期。$/)]);
  });

  test('reads a list that tells by indentation what is above, and numbers it in turn', () => {
    const rows = [
      ['1', '局党委'], ['2', '  机关党委'], ['3', '　　看守所党支部'], ['4', '　　交警大队党总支'], ['5', '　　　　交警一支部'], ['', '　　　　　　第一党小组'], ['6', '  经侦联合党支部'],
    ];
    expect(plan(rows, undefined, ['序号', '党组织名称'])).toEqual([
      'there', 'there', 'there', 'n1 621 交警大队党总支 < organs since 2026-01-01', 'n2 631 交警一支部 < n1 since 2026-01-01', 'n3 699 第一党小组 < n2 since 2026-01-01', 'n4 632 经侦联合党支部 < root since 2026-01-01']);
    expect(numbersOf(rows, ['序号', '党组织名称'])).toEqual(['J02', 'J0201', 'J020101', 'R01']);
  });

  test('reads a list of what is above and below, months of founding in it, and says of each line what it added', () => {
    const titles = ['上级党组织', '下级党组织', '成立时间'];
    expect(plan([['机关党委', '法制党支部', '2018.3'], ['机关党委', '指挥中心', '2018.3.12']], undefined, titles)).toEqual(['n1 631 法制党支部 < organs since 2018-03-01', 'category：此项必填。']);
    const [it] = planOf([['机关党委', '法制党支部', '2018.3']], titles);
    expect(it?.outcome === 'created' ? it.added?.map(({ zh }) => zh) : []).toEqual(['没有组织类别，按名称认定（党支部、党总支、党小组……）', '成立日期只有年月，自该月首日起算', '没有组织编号，按上级的编号顺排（如 A01、A02），导入后可以修改']);
  });

  test('takes a number, a category or a level that is missing for an omission where the list has the column', () => {
    expect(plan([['', '法制党支部', '', '', '机关党委', '2020-01-01']])).toEqual(['number：此项必填。 category：此项必填。']);
    expect(plan([['法制党支部'], ['交警党总支']], undefined, ['党组织名称'])).toEqual(['parent：此项必填。', 'parent：此项必填。']);
    expect(plan([['法制党支部']], undefined, ['党组织名称'])).toEqual(['n1 631 法制党支部 < root since 2026-01-01']);
  });
});
