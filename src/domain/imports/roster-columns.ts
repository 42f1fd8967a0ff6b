import type { Refused } from '#domain/contracts/refusal.ts';
import type { Post } from '#domain/people/posts.ts';
import { headerIn, type SheetColumn } from './sheet-header.ts';
import { refuseSheet } from './sheet-refusals.ts';

/** A column of the roster: the national set first (domain 5.1), then what a bureau needs besides. */
export interface RosterColumn extends SheetColumn<RosterKey> {
  /** What may stand in it; shown as a choice in the template. */
  readonly choice?: readonly string[];
  /** The rule as the template explains it. */
  readonly note: string;
  readonly width: number;
}

export type RosterKey =
  | 'name' | 'gender' | 'ethnicity' | 'birthDate' | 'education' | 'stage' | 'branch' | 'joinedParty' | 'becameFull' | 'position' | 'phone'
  | 'staffKind' | 'number' | 'post' | 'team' | 'group';

const DATE_NOTE = '日期，如 2015-07-01、20150701 或 2015年7月1日';

export const rosterColumns: readonly RosterColumn[] = [
  { key: 'name', title: '姓名', aliases: ['名字', '人员姓名', '党员姓名'], required: true, note: '与证件一致', width: 12 },
  { key: 'gender', title: '性别', aliases: [], required: false, choice: ['男', '女'], note: '男、女', width: 6 },
  { key: 'ethnicity', title: '民族', aliases: ['所属民族'], required: false, note: '如 汉族', width: 10 },
  { key: 'birthDate', title: '出生日期', aliases: ['出生年月日'], looseAliases: ['出生年月', '生日'], required: false, note: DATE_NOTE, width: 13 },
  { key: 'education', title: '学历', aliases: ['文化程度', '最高学历'], required: false, choice: ['研究生', '大学本科', '大学专科', '中专', '高中', '初中'], note: '最高学历', width: 12 },
  {
    key: 'stage', title: '人员类别', aliases: ['党员类别', '党员类型'], looseAliases: ['政治面貌'], required: true,
    choice: ['正式党员', '预备党员', '发展对象', '入党积极分子', '入党申请人', '非党员'], note: '不是党员的填“非党员”', width: 12,
  },
  { key: 'branch', title: '所在党支部', aliases: ['党支部', '所属党支部', '所在支部', '所属支部', '所在党支部名称', '党支部名称', '所在党组织', '所属党组织'], looseAliases: ['支部', '单位', '所在单位', '部门'], required: true, note: '系统中党支部的全称或简称，也可以只写单位（刑侦大队）；不是党员的填所在单位的党支部', width: 30 },
  { key: 'joinedParty', title: '加入党组织日期', aliases: ['入党时间', '入党日期', '加入中共组织的时间', '加入党组织时间'], required: false, note: DATE_NOTE, width: 15 },
  { key: 'becameFull', title: '转为正式党员日期', aliases: ['转正日期', '转正时间', '转为正式党员时间'], required: false, note: `${DATE_NOTE}；预备党员不填`, width: 17 },
  { key: 'position', title: '工作岗位', aliases: ['岗位'], looseAliases: ['职务', '现任职务', '工作单位及职务', '党政职务'], required: false, note: '如 看守所民警；其中写明的“党支部书记”等，没有“党内职务”一列时一并读出', width: 18 },
  { key: 'phone', title: '联系电话', aliases: ['联系电话(手机)', '手机', '手机号', '手机号码', '移动电话'], looseAliases: ['电话', '联系方式', '办公电话'], required: false, note: '手机或座机', width: 15 },
  { key: 'staffKind', title: '人员身份', aliases: ['身份类别'], looseAliases: ['身份', '人员性质'], required: true, choice: ['民警', '辅警', '职员', '离退休'], note: '民警、辅警、职员、离退休', width: 10 },
  { key: 'number', title: '警号', aliases: ['内部编号', '警号/内部编号', '警号(内部编号)', '人员编号', '民警编号', '民警警号'], looseAliases: ['工号', '职工编号', '编号'], required: true, note: '警号或内部编号，每人一个，系统以它对应人员；没有警号的填单位自编的编号，如 T001；不要填公民身份号码', width: 12 },
  {
    key: 'post', title: '党内职务', aliases: ['党内职务名称', '党组织职务', '支部职务', '党务职务'], required: false, choice: ['书记', '副书记', '组织委员', '宣传委员', '纪检委员', '委员', '党小组长'],
    note: '在本支部或党小组的职务，多个用“、”隔开；有这一列时，空白表示不任职', width: 16,
  },
  { key: 'team', title: '班组', aliases: ['所在班组'], required: false, note: '倒班单位填系统中班组的名称；空白不变', width: 10 },
  { key: 'group', title: '党小组', aliases: ['所在党小组', '党小组名称', '所属党小组'], required: false, note: '系统中党小组的名称；空白不变', width: 16 },
];

/** Not taken over unless a bureau wants it; and never the key (finding 14). */
const ID_NUMBER_TITLES = ['公民身份号码', '身份证号', '身份证号码', '身份证'];

export interface RosterHeader {
  /** Which cell of a row belongs to which column. */
  readonly at: ReadonlyMap<RosterKey, number>;
  /** Where posts are read among offices outside the Party (党支部书记、所长), when the file has no column of posts. */
  readonly offices: number | null;
  /** Titles as the file writes them. */
  readonly titles: readonly string[];
  readonly hasIdNumber: boolean;
  readonly others: readonly string[];
}

/** Whether the row is the header: it names a person and the key. */
export const looksLikeHeader = (cells: readonly string[]): boolean => {
  const { at, twice } = headerIn(rosterColumns, cells);
  return at.has('name') && at.size + twice.length >= 2;
};

/** How many columns a row of titles names. */
export const titlesKnown = (cells: readonly string[]): number => headerIn(rosterColumns, cells).at.size;

/** What a roster of one sheet for each branch tells otherwise: its branch by the sheet, who is a member by the days of joining. */
export const TOLD_OTHERWISE: readonly RosterKey[] = ['branch', 'stage'];

/** Titles of needed columns that a header lacks, but for those that may be told otherwise. */
export function missingIn(cells: readonly string[], otherwise: readonly RosterKey[] = []): readonly string[] {
  const { at: found, titles, missing } = headerIn(rosterColumns, cells);
  const at = withStandingApart(found, titles);
  return missing.filter((title) => !rosterColumns.some((it) => it.title === title && (at.has(it.key) || otherwise.includes(it.key))));
}

/**
 * The refusal of a header: it asks for no column that the days of joining or the sheet may tell, and says what belongs into
 * one of few words, so that nobody adds a column for nothing or opens the template for it.
 * @param missing from {@link missingIn}, nothing told otherwise.
 */
function columnsMissing(cells: readonly string[], missing: readonly string[]): Refused {
  const told = headerIn(rosterColumns, cells).at.has('joinedParty') ? missingIn(cells, TOLD_OTHERWISE) : [];
  const asked = told.length > 0 ? told : missing;
  return refuseSheet('SheetColumnsMissing', { titles: asked.map((title) => `${title}${choiceOf(title)}`) });
}

const FEW_WORDS = 4;

function choiceOf(title: string): string {
  const choice = rosterColumns.find((it) => it.title === title)?.choice ?? [];
  return choice.length === 0 || choice.length > FEW_WORDS ? '' : `（${choice.join('、')}）`;
}

/**
 * Finds the columns by their titles.
 * @param otherwise columns that may be missing.
 * @throws SheetColumnsMissing, SheetColumnsTwice
 */
export function readHeader(cells: readonly string[], otherwise: readonly RosterKey[] = []): RosterHeader {
  const found = headerIn(rosterColumns, cells);
  const { titles, twice } = found;
  if (twice.length > 0) throw refuseSheet('SheetColumnsTwice', { titles: twice });
  const at = withStandingApart(found.at, titles);
  const missing = missingIn(cells, otherwise);
  if (missing.length > 0) throw columnsMissing(cells, missing);
  const idNumber = (title: string): boolean => ID_NUMBER_TITLES.includes(title);
  const read = new Set(at.values());
  const office = titles.findIndex((it) => OFFICE_TITLES.includes(it));
  return {
    at, titles, offices: at.has('post') || office < 0 ? null : office, hasIdNumber: titles.some(idNumber),
    others: found.others.filter((it) => !idNumber(it) && !read.has(titles.indexOf(it))),
  };
}

/** Where offices outside the Party stand, posts of the branch often among them. */
const OFFICE_TITLES: readonly string[] = ['职务', '现任职务', '工作单位及职务', '党政职务'];

/** A police roster with 政治面貌 says in 人员类别 who is an officer and who an auxiliary: the stage stands in the former. */
function withStandingApart(at: RosterHeader['at'], titles: readonly string[]): RosterHeader['at'] {
  const standing = titles.indexOf('政治面貌');
  const kind = titles.indexOf('人员类别');
  return at.has('staffKind') || standing < 0 || kind < 0 || at.get('stage') !== kind ? at : new Map([...at, ['stage', standing], ['staffKind', kind]]);
}

/** For a workbook without any header row. */
export const noHeader = (): Refused => refuseSheet('SheetColumnsMissing', { titles: rosterColumns.filter((it) => it.required).map((it) => it.title) });

/** Posts as rosters write them, without 支部, 党支部, 党小组 in front. */
export const postNames: Readonly<Record<string, Post>> = {
  书记: 'secretary', 副书记: 'deputySecretary', 组织委员: 'organiser', 宣传委员: 'publicist', 纪检委员: 'disciplineOfficer',
  纪律检查委员: 'disciplineOfficer', 委员: 'committeeMember', 党小组长: 'groupLeader', 小组长: 'groupLeader', 组长: 'groupLeader',
};
