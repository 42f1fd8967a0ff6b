import { plainTitle } from '#domain/imports/cell-text.ts';
import type { SheetColumn } from '#domain/imports/sheet-header.ts';
import type { EntryRow, RegisterCard, RegisterFieldCard } from './contract.ts';

/** A column of a register's file: the same in the template, in what is taken away and in the rows that come back. */
export interface EntryColumn extends SheetColumn {
  readonly note: string;
  readonly width: number;
  /** What may stand in it, where it is a choice. */
  readonly choice: readonly string[];
  readonly isDay: boolean;
  readonly cell: (row: EntryRow) => string;
}

const DATE = '日期，如 2026-07-01';
/** What offices call the same in tables of their own. */
const PLACES = ['党支部', '支部', '所在党支部', '所属党支部', '所属党组织', '组织名称', '党组织名称', '党组织编号'];
const DAYS = ['日期', '时间', '发生时间', '活动日期', '活动时间', '登记事项日期', '年月日'];
/** Named after what happened, as the books of offices have it; taken for the day where no field of the register is called so. */
const HAPPENINGS = ['服务', '谈话', '走访', '慰问', '表彰', '获奖', '授予', '缴纳', '提醒', '报道', '研判', '分析'].flatMap((what) => [`${what}时间`, `${what}日期`]);
const BEGINNINGS = ['起始日期', '开始时间', '起始时间', '起日', '日期', ...DAYS];
const ENDS = ['结束日期', '终止日期', '截止时间', '结束时间', '止日'];
/** Columns that a file taken away has beside those of the template; they are told, not read. A register may have a field 状态. */
export const TOLD_TITLES = ['登记状态', '登记人', '登记日期'] as const;

/** The columns of a register by its declaration: where, when, who, then its fields. Persons are written by their numbers. */
export function entryColumns(register: RegisterCard): readonly EntryColumn[] {
  const column = (key: string, title: string, cell: EntryColumn['cell'], over: Partial<EntryColumn> = {}): EntryColumn =>
    ({ key, title, aliases: [], required: true, note: '', width: 14, choice: [], isDay: false, cell, ...over });
  return [
    column('organisation', '党组织', (row) => row.organisation.name, { aliases: PLACES, note: '系统中的全称、简称或编号', width: 24 }),
    column('day', register.lasts ? '开始日期' : '发生日期', (row) => row.day, { aliases: register.lasts ? BEGINNINGS : DAYS, looseAliases: HAPPENINGS, note: DATE, isDay: true }),
    ...(register.lasts ? [column('until', '截止日期', (row) => row.until ?? '', { aliases: ENDS, required: false, note: `${DATE}；仍在持续的留空`, isDay: true })] : []),
    column('period', '所属期', (row) => row.period, { aliases: ['所属月份', '所属年月', '月份', '年月'], required: false, note: '年月，如 2026-07；空白为发生日期所在的月份', width: 10 }),
    column('reason', '所属期说明', () => '', { aliases: ['补登理由'], required: false, note: '所属期与发生日期不在同一月的写明理由', width: 16 }),
    ...personColumns(register, column),
    ...register.fields.map((field) => column(`values.${field.id}`, field.label.zh, (row) => cellOf(field, row), {
      aliases: bareTitles(field), isDay: field.kind === 'date', required: field.required, choice: field.kind === 'flag' ? ['是', '否'] : field.levels.map(({ label }) => label.zh), note: noteOf(field), width: field.kind === 'text' || field.kind === 'matter' ? 28 : 14,
    })),
  ];
}

type Make = (key: string, title: string, cell: EntryColumn['cell'], over?: Partial<EntryColumn>) => EntryColumn;

const PERSONS = '姓名和警号（内部编号），如 方敏(900001)；多人用“、”隔开，只填警号也可以';

function personColumns(register: RegisterCard, column: Make): EntryColumn[] {
  if (register.persons === 'none') return [];
  const names = (as: string | null) => (row: EntryRow): string => row.persons.filter((it) => it.as === as).map(({ name, number }) => `${name}(${number})`).join('、');
  if (register.parts.length === 0) return [column('persons', '人员', names(null), { aliases: ['人员名单', '参加人员', '参与人员', '服务人员', '姓名(警号)'], note: PERSONS, width: 30 })];
  return register.parts.map(({ id, label }) => column(`persons.${id}`, label.zh, names(id), { aliases: [label.en], note: PERSONS, width: 30 }));
}

/** Offices that keep one person a row have name and number in two columns. */
export const personPair: readonly SheetColumn<'number' | 'name'>[] = [
  { key: 'number', title: '警号', aliases: ['内部编号', '警号/内部编号', '警号(内部编号)', '人员编号', '警员编号'], required: false },
  { key: 'name', title: '姓名', aliases: ['人员姓名', '党员姓名'], required: false },
];

/** Where somebody belongs, which tells namesakes apart; in a table that names no organisation, one that is meant by it. */
export const unitColumn: SheetColumn<'unit'> = { key: 'unit', title: '单位', aliases: ['所在单位', '工作单位', '部门', '所在部门', '党小组'], required: false };

/** A field may be headed without the unit in its brackets, or in English. */
const bareTitles = ({ label }: RegisterFieldCard): string[] => {
  const bare = plainTitle(label.zh).replaceAll(/\(.*?\)/g, '');
  return [...(bare === '' || bare === plainTitle(label.zh) ? [] : [bare]), label.en];
};

function cellOf(field: RegisterFieldCard, row: EntryRow): string {
  const value = row.values[field.id];
  if (value === undefined) return '';
  if (typeof value === 'boolean') return value ? '是' : '否';
  return field.levels.find(({ id }) => id === value)?.label.zh ?? value;
}

function noteOf({ kind, levels, least, most }: RegisterFieldCard): string {
  const bounds = least === null && most === null ? '' : `，${least ?? ''} 至 ${most ?? ''}`;
  switch (kind) {
    case 'level': return levels.map(({ label }) => label.zh).join('、');
    case 'flag': return '是、否';
    case 'date': return DATE;
    case 'count': case 'ordinal': return `整数${bounds}`;
    case 'minutes': return `分钟，整数${bounds}`;
    case 'money': return `元，最多两位小数${bounds}`;
    case 'mark': return `最多两位小数${bounds}`;
    case 'matter': return '按文件写全，系统以它核对是否重复';
    case 'text': return '不超过 500 字，不写涉密内容';
  }
}
