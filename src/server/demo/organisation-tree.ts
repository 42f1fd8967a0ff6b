import type { FactState } from '#domain/facts/contract.ts';

type Category = FactState<'organisation'>['category'];

/** How the people of a unit work: office hours, or a known cycle of shift teams. */
export type Rhythm = 'office' | 'threeTeamsTwoShifts' | 'fourTeamsThreeShifts' | 'oneOnTwoOff' | 'retired';

export interface DemoOrganisation {
  readonly number: string;
  readonly parent: string | null;
  readonly category: Category;
  readonly name: string;
  readonly shortName: string;
  /** Only for branches: members of the Party, other staff, and how they work. */
  readonly branch: { readonly members: number; readonly others: number; readonly groups: number; readonly rhythm: Rhythm } | null;
}

const CITY = '示例市';

/** The 29 branches of the bureau's own departments: name, members, other staff, groups, rhythm. */
const departments: readonly (readonly [string, number, number, number, Rhythm])[] = [
  ['办公室', 18, 3, 0, 'office'], ['政治部', 20, 2, 2, 'office'], ['指挥中心', 24, 10, 3, 'fourTeamsThreeShifts'],
  ['警务督察支队', 13, 2, 0, 'office'], ['法制支队', 17, 1, 0, 'office'], ['警务保障处', 19, 9, 2, 'office'],
  ['审计处', 7, 0, 0, 'office'], ['科技信息化处', 18, 6, 0, 'office'], ['信访处', 8, 1, 0, 'office'],
  ['治安管理支队', 22, 6, 2, 'office'], ['刑事侦查支队', 34, 8, 3, 'office'], ['经济犯罪侦查支队', 22, 2, 2, 'office'],
  ['禁毒支队', 16, 3, 0, 'office'], ['网络安全保卫支队', 20, 3, 2, 'office'], ['出入境管理支队', 18, 10, 2, 'office'],
  ['食品药品与环境犯罪侦查支队', 14, 1, 0, 'office'], ['特警支队', 38, 22, 3, 'threeTeamsTwoShifts'], ['看守所', 24, 14, 3, 'threeTeamsTwoShifts'],
  ['拘留所', 19, 8, 3, 'oneOnTwoOff'], ['监所管理支队', 9, 1, 0, 'office'], ['情报中心', 12, 2, 0, 'fourTeamsThreeShifts'],
  ['反恐怖工作支队', 11, 1, 0, 'office'], ['户政管理处', 15, 12, 2, 'office'], ['宣传处', 9, 3, 0, 'office'],
  ['人民警察训练学校', 17, 4, 2, 'office'], ['轨道公交分局', 26, 16, 3, 'threeTeamsTwoShifts'], ['机场派出所', 14, 8, 3, 'oneOnTwoOff'],
  ['警犬基地', 6, 2, 0, 'oneOnTwoOff'], ['离退休干部', 40, 0, 3, 'retired'],
];

/** Police stations below the committees of the three sub-bureaus and the traffic division: not among the 29. */
const outside: readonly (readonly [string, string, readonly (readonly [string, number, number, Rhythm])[]])[] = [
  ['B1', '城东分局', [['东关派出所', 12, 9, 'oneOnTwoOff'], ['河滨派出所', 10, 7, 'oneOnTwoOff']]],
  ['B2', '城西分局', [['西苑派出所', 11, 8, 'oneOnTwoOff'], ['石桥派出所', 9, 6, 'oneOnTwoOff']]],
  ['B3', '高新区分局', [['科创派出所', 10, 7, 'oneOnTwoOff']]],
  ['B4', '交通警察支队', [['一大队', 13, 12, 'threeTeamsTwoShifts'], ['二大队', 12, 11, 'threeTeamsTwoShifts']]],
];

const unit = (number: string, parent: string | null, category: Category, name: string, shortName: string): DemoOrganisation =>
  ({ number, parent, category, name, shortName, branch: null });

function branch(number: string, parent: string, owner: string, row: { name: string; members: number; others: number; groups: number; rhythm: Rhythm }): readonly DemoOrganisation[] {
  const { name, ...sizes } = row;
  const groups = Array.from({ length: sizes.groups }, (_, at) => {
    const ordinal = ['一', '二', '三', '四'][at] ?? String(at + 1);
    return unit(`${number}-${at + 1}`, number, '699', `${name}党支部第${ordinal}党小组`, `第${ordinal}党小组`);
  });
  return [{ number, parent, category: '631', name: `中共${owner}${name}支部委员会`, shortName: `${name}党支部`, branch: sizes }, ...groups];
}

/** 局党委 → {机关党委 → 29; three 分局党委; 交警支队党委}; beside it the 机关纪委 (finding 6). */
export const demoOrganisations: readonly DemoOrganisation[] = [
  unit('A', null, '611', `中共${CITY}公安局委员会`, '局党委'),
  unit('A1', 'A', '611', `中共${CITY}公安局机关委员会`, '机关党委'),
  unit('A2', 'A', '000', `中共${CITY}公安局机关纪律检查委员会`, '机关纪委'),
  ...departments.flatMap(([name, members, others, groups, rhythm], at) =>
    branch(`A1${String(at + 1).padStart(2, '0')}`, 'A1', `${CITY}公安局`, { name, members, others, groups, rhythm })),
  ...outside.flatMap(([number, name, stations]) => [
    unit(number, 'A', '611', `中共${CITY}公安局${name}委员会`, `${name}党委`),
    ...stations.flatMap(([station, members, others, rhythm], at) =>
      branch(`${number}${String(at + 1).padStart(2, '0')}`, number, `${CITY}公安局${name}`, { name: station, members, others, groups: 0, rhythm })),
  ]),
];
