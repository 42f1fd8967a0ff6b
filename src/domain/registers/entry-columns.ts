import type { EntryRow, RegisterCard, RegisterFieldCard } from './contract.ts';

/** A column of a register's file: the same in the template, in what is taken away and in the rows that come back. */
export interface EntryColumn {
  readonly key: string;
  readonly title: string;
  readonly required: boolean;
  readonly note: string;
  readonly width: number;
  /** What may stand in it, where it is a choice. */
  readonly choice: readonly string[];
  readonly cell: (row: EntryRow) => string;
}

const DATE = '日期，如 2026-07-01';

/** The columns of a register by its declaration: where, when, who, then its fields. Persons are written by their numbers. */
export function entryColumns(register: RegisterCard): readonly EntryColumn[] {
  const column = (key: string, title: string, cell: EntryColumn['cell'], over: Partial<EntryColumn> = {}): EntryColumn =>
    ({ key, title, required: true, note: '', width: 14, choice: [], cell, ...over });
  return [
    column('organisation', '党组织', (row) => row.organisation.name, { note: '系统中的全称或简称', width: 24 }),
    column('day', register.lasts ? '开始日期' : '发生日期', (row) => row.day, { note: DATE }),
    ...(register.lasts ? [column('until', '截止日期', (row) => row.until ?? '', { required: false, note: `${DATE}；仍在持续的留空` })] : []),
    column('period', '所属期', (row) => row.period, { required: false, note: '年月，如 2026-07；空白为发生日期所在的月份', width: 10 }),
    column('reason', '所属期说明', () => '', { required: false, note: '所属期与发生日期不在同一月的写明理由', width: 16 }),
    ...personColumns(register, column),
    ...register.fields.map((field) => column(`values.${field.id}`, field.label.zh, (row) => cellOf(field, row), {
      required: field.required, choice: field.kind === 'flag' ? ['是', '否'] : field.levels.map(({ label }) => label.zh), note: noteOf(field), width: field.kind === 'text' || field.kind === 'matter' ? 28 : 14,
    })),
  ];
}

type Make = (key: string, title: string, cell: EntryColumn['cell'], over?: Partial<EntryColumn>) => EntryColumn;

const PERSONS = '姓名和警号，如 方敏(900001)；多人用“、”隔开，只填警号也可以';

function personColumns(register: RegisterCard, column: Make): EntryColumn[] {
  if (register.persons === 'none') return [];
  const names = (as: string | null) => (row: EntryRow): string => row.persons.filter((it) => it.as === as).map(({ name, number }) => `${name}(${number})`).join('、');
  if (register.parts.length === 0) return [column('persons', '人员', names(null), { note: PERSONS, width: 30 })];
  return register.parts.map(({ id, label }) => column(`persons.${id}`, label.zh, names(id), { note: PERSONS, width: 30 }));
}

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
    case 'count': return `整数${bounds}`;
    case 'minutes': return `分钟，整数${bounds}`;
    case 'money': return `元，最多两位小数${bounds}`;
    case 'mark': return `最多两位小数${bounds}`;
    case 'matter': return '按文件写全，系统以它核对是否重复';
    case 'text': return '不超过 500 字，不写涉密内容';
  }
}
