import type { CivilDate } from '#domain/calendar/civil-date.ts';
import { dateInCell } from '#domain/imports/cell-text.ts';
import { faultIn, type LineFault, mustStand, noDay, tableColumn, type TableColumn, type TableLine } from '#domain/imports/table-line.ts';
import { categoryLabels, type OrganisationCategory } from './categories.ts';

export type OrganisationKey = 'number' | 'name' | 'shortName' | 'category' | 'parent' | 'founded';

const CATEGORIES = (Object.keys(categoryLabels) as OrganisationCategory[]).toSorted();

/** What a bureau's own list of organisations is read by. */
export const organisationColumns: readonly TableColumn<OrganisationKey>[] = [
  tableColumn('number', '组织编号', { aliases: ['党组织编号', '党组织代码', '组织代码'], looseAliases: ['编号', '代码'], required: false, note: '本单位自定的编号，每个组织一个，如 A01；没有这一列的，按上级的编号顺排', width: 14 }),
  tableColumn('name', '组织全称', { aliases: ['党组织全称', '党组织名称', '组织名称', '全称', '下级党组织', '下级组织'], looseAliases: ['名称', '党支部名称', '支部名称'], note: '如 中共示例市公安局看守所支部委员会', width: 40 }),
  tableColumn('shortName', '组织简称', { aliases: ['简称', '党组织简称'], required: false, note: '如 看守所党支部；空白即为全称', width: 22 }),
  tableColumn('category', '组织类别', { aliases: ['党组织类别', '类别代码', '党组织类型', '组织类型'], looseAliases: ['类别', '类型'], required: false, choice: CATEGORIES.map((it) => `${it} ${categoryLabels[it].zh}`), note: '国家代码或名称，如 631 或 党支部；没有这一列的，按组织名称认定', width: 18 }),
  tableColumn('parent', '上级组织', { aliases: ['上级党组织', '上级组织编号', '隶属', '隶属党组织', '上级'], required: false, note: '上级的编号、全称或简称；可以是本表中的另一行；空白的，按组织名称前的缩进认定', width: 30 }),
  tableColumn('founded', '成立日期', { aliases: ['成立时间', '组建日期', '批准成立日期', '支部成立日期', '支部成立时间', '成立年月', '组建时间'], isDay: true, required: false, note: '日期，如 2015-07-01；空白的，自本年首日起算', width: 14 }),
];

const OTHER_NAMES: Readonly<Record<string, OrganisationCategory>> = {
  机关党委: '611', 基层党委: '611', 党委会: '611', 党总支: '621', 总支部: '621', 总支: '621', 支部: '631', 联合支部: '632', 小组: '699', 临时总支: '921', 临时支部: '931', 临时联合支部: '932', 行政单位: '000', 单位: '000', 其他: '000', 0: '000',
};

/** A category as people write it: the code, the name, or both. */
export function categoryIn(text: string): OrganisationCategory | null {
  const plain = text.replaceAll(/\s/g, '');
  return CATEGORIES.find((it) => [it, categoryLabels[it].zh, `${it}${categoryLabels[it].zh}`].includes(plain)) ?? OTHER_NAMES[plain] ?? null;
}

/** A line in our terms; `parent` is as it stands in the cell. */
export interface OrganisationLine {
  readonly row: number;
  readonly number: string;
  readonly name: string;
  readonly shortName: string;
  readonly category: OrganisationCategory;
  readonly parent: string;
  readonly founded: CivilDate;
}

const NUMBER_SHAPE = /^[0-9A-Za-z-]{1,20}$/;
const LONGEST = { name: 100, shortName: 40 } as const;

/** Reads the cells of one line; with any fault it is not taken. */
export function readOrganisationLine({ row, text, name: nameIn }: TableLine<OrganisationKey>): OrganisationLine | readonly LineFault<OrganisationKey>[] {
  const [number, name, category, founded] = [text('number'), nameIn('name'), categoryIn(text('category')), dateInCell(text('founded'))];
  const shortName = nameIn('shortName') || name;
  const tooLong = (['name', 'shortName'] as const).filter((key) => nameIn(key).length > LONGEST[key]);
  const needsShortName = nameIn('shortName') === '' && name.length > LONGEST.shortName;
  const faults = [
    ...(['number', 'name', 'category', 'founded'] as const).filter((key) => text(key) === '').map(mustStand),
    ...(number !== '' && !NUMBER_SHAPE.test(number) ? [faultIn('number' as const, { zh: '由 1 至 20 位数字、字母或短横组成。', en: '1 to 20 digits, letters or hyphens.' })] : []),
    ...tooLong.map((key) => faultIn(key, { zh: `不超过 ${LONGEST[key]} 个字。`, en: `At most ${LONGEST[key]} characters.` })),
    ...(needsShortName && tooLong.length === 0 ? [faultIn('shortName' as const, { zh: `全称超过 ${LONGEST.shortName} 个字的须填简称。`, en: `A name of more than ${LONGEST.shortName} characters needs a short one.` }, { zh: '请补填简称。', en: 'Fill in the short name.' })] : []),
    ...(text('category') !== '' && category === null ? [faultIn('category' as const, { zh: `只能是：${CATEGORIES.map((it) => `${it} ${categoryLabels[it].zh}`).join('、')}。`, en: `One of: ${CATEGORIES.map((it) => `${it} ${categoryLabels[it].en}`).join(', ')}.` }, { zh: '请从模板的下拉列表中选择。', en: 'Choose from the list in the template.' })] : []),
    ...(text('founded') !== '' && founded === null ? [noDay('founded' as const)] : []),
  ];
  return faults.length === 0 && category !== null && founded !== null ? { row, number, name, shortName, category, parent: text('parent'), founded } : faults;
}
