import { nearestWord } from '#domain/schemes/format/nearest-word.ts';
import type { Words } from '#domain/words/words.ts';

/** What one column is called: its identifier and the heading that offices write. */
interface Column {
  readonly zh: string;
  readonly required: boolean;
}

const needed = (zh: string): Column => ({ zh, required: true });
const optional = (zh: string): Column => ({ zh, required: false });

/**
 * The tables of a facts file and their columns. Either name may stand over a sheet or a column, because these files
 * come from clerks and from machines alike.
 */
export const factTables = {
  organisations: {
    zh: '组织',
    columns: {
      number: needed('编号'), name: needed('名称'), parent: optional('上级'), category: optional('类别'), founded: optional('成立日期'),
    },
  },
  people: {
    zh: '人员',
    columns: {
      number: optional('编号'), name: needed('姓名'), organisation: needed('党支部'), group: optional('党小组'), stage: optional('党员类别'),
      staffKind: optional('人员类别'), from: optional('起'), to: optional('止'),
    },
  },
  posts: {
    zh: '职务',
    columns: { person: needed('姓名'), organisation: needed('组织'), post: needed('职务'), from: optional('起'), to: optional('止') },
  },
  shiftTeams: {
    zh: '班组',
    columns: {
      name: needed('名称'), organisation: needed('党支部'), anchor: needed('起始日'), cycle: needed('周期'), restHours: optional('休整小时'),
      from: optional('起'), to: optional('止'),
    },
  },
  teamPlacements: {
    zh: '班组人员',
    columns: { person: needed('姓名'), team: needed('班组'), from: optional('起'), to: optional('止') },
  },
  leave: {
    zh: '请假',
    columns: { person: needed('姓名'), reason: needed('事由'), from: needed('起'), to: needed('止') },
  },
  closedDuty: {
    zh: '全封闭执勤',
    columns: { person: needed('姓名'), from: needed('起'), to: needed('止'), studyAtPost: optional('封闭点参学') },
  },
  secondments: {
    zh: '借调',
    columns: { person: needed('姓名'), organisation: optional('借往'), from: needed('起'), to: optional('止') },
  },
  studyStops: {
    zh: '停学',
    columns: { scope: needed('组织'), activities: needed('活动'), day: needed('日期'), movedTo: optional('顺延至') },
  },
  sessions: {
    zh: '活动',
    columns: {
      number: needed('编号'), organisation: needed('组织'), activities: needed('活动'), contents: optional('学习内容'), topic: optional('主题'), day: needed('日期'),
      period: optional('所属期'), from: optional('开始'), to: optional('结束'), stage: optional('状态'), host: optional('主持人'),
      minuteTaker: optional('记录人'), speakers: optional('主讲人'), exchanges: optional('交流发言'), attendees: optional('列席人员'),
    },
  },
  attendance: { zh: '考勤', columns: { person: needed('姓名') } },
  makeUps: {
    zh: '补学',
    columns: { person: needed('姓名'), session: needed('活动编号'), day: needed('日期'), way: optional('方式') },
  },
  assignments: {
    zh: '交办任务',
    columns: { person: needed('姓名'), organisation: optional('组织'), day: needed('日期'), until: needed('期限'), stage: optional('状态'), handedInOn: optional('完成日期') },
  },
} as const satisfies Readonly<Record<string, { zh: string; columns: Readonly<Record<string, Column>> }>>;

export type TableId = keyof typeof factTables;
export type ColumnOf<T extends TableId> = keyof (typeof factTables)[T]['columns'] & string;

export const tableIds = Object.keys(factTables).filter((word): word is TableId => Object.hasOwn(factTables, word));

/** The identifier of a table or column by either of its names; null where it is unknown. */
export const tableCalled = (name: string): TableId | null =>
  tableIds.find((id) => id === name || factTables[id].zh === name) ?? null;

export function columnCalled(table: TableId, name: string): string | null {
  return columnsOf(table).find(({ id, zh }) => id === name || zh === name)?.id ?? null;
}

export const columnsOf = (table: TableId): { readonly id: string; readonly zh: string; readonly required: boolean }[] =>
  Object.entries(factTables[table].columns).map(([id, column]: [string, Column]) => ({ id, ...column }));

/** Columns that every register has beside its own fields and parts; a table of a register stands under the register's name. */
export const registerColumns = {
  organisation: optional('组织'), day: needed('日期'), until: optional('止'), period: optional('所属期'), persons: optional('人员'),
} as const;

/** The table or column that somebody may have meant, by its Chinese name and its identifier. */
export const nearestTable = (name: string): Words | null => nearestCalled(name, tableIds.map((id) => ({ id, zh: factTables[id].zh })));
export const nearestColumn = (table: TableId, name: string): Words | null => nearestCalled(name, columnsOf(table));

export function nearestCalled(name: string, known: readonly { readonly id: string; readonly zh: string }[]): Words | null {
  const id = nearestWord(name, known.map((each) => ({ word: each.id, names: [each.zh] })));
  const meant = known.find((each) => each.id === id);
  return meant === undefined ? null : { zh: `${meant.zh}（${meant.id}）`, en: `${meant.zh} (${meant.id})` };
}
