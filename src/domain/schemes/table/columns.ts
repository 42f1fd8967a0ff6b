/** A column of 考核细则 as an office keeps it. What is only for reading comes from the others and is not read back. */
export interface TableColumn {
  readonly key: ColumnKey;
  readonly title: string;
  readonly width: number;
  readonly note: string;
  readonly forReading?: true;
  readonly points?: true;
}

export const columnKeys = [
  'no', 'aspect', 'label', 'target', 'full', 'way', 'standard', 'activities', 'records', 'part', 'per', 'each', 'limits', 'clause', 'department', 'course', 'mistakes', 'rest', 'english', 'id',
] as const;
export type ColumnKey = (typeof columnKeys)[number];

export const tableColumns: readonly TableColumn[] = [
  { key: 'no', title: '序号', width: 8, note: '“总”是合计；1 是方面（构成），1.1 是项目，1.1.1 是评分标准。只看有几级，不看数字；先后以行的次序为准。' },
  { key: 'aspect', title: '考核方面', width: 18, note: '由序号得出，只供阅读。', forReading: true },
  { key: 'label', title: '考核项目', width: 28, note: '名称，必填。' },
  { key: 'target', title: '目标要求', width: 32, note: '向填报人说明做到什么程度、怎样填，可不填。' },
  { key: 'full', title: '分值', width: 8, note: '满分。按次计分的可不填。', points: true },
  { key: 'way', title: '计分方式', width: 14, note: '从下拉列表选；“构成”由下级相加。各种方式要填什么，见下。' },
  { key: 'standard', title: '评分标准', width: 60, note: '由其他各列得出的文字，只供阅读。', forReading: true },
  { key: 'activities', title: '适用活动', width: 24, note: '方案里活动的名称，几种用顿号隔开。' },
  { key: 'records', title: '佐证（登记簿）', width: 24, note: '方案里登记簿的名称，几种用顿号隔开。' },
  { key: 'part', title: '身份', width: 10, note: '在活动里的身份：参加、主讲、交流发言、主持。' },
  { key: 'per', title: '周期', width: 10, note: '“按期完成”的周期。' },
  { key: 'each', title: '每次分值', width: 10, note: '“定额”“按单位”“按班子配备”每次给（扣）多少分，扣分写负数。', points: true },
  { key: 'limits', title: '封顶保底', width: 30, note: '如：每年最多 4.00；每季度最多 2.00（第十条）。几项用分号隔开，条款写在括号里。' },
  { key: 'clause', title: '条款', width: 18, note: '依据文件的哪一条，细则必填。' },
  { key: 'department', title: '责任部门', width: 16, note: '由活动的组织者、登记簿的登记人得出，只供阅读。', forReading: true },
  { key: 'course', title: '办理步骤', width: 50, note: '办理指引的步骤，一步一行，不写序号；英文写在“ | ”之后，可不填。' },
  { key: 'mistakes', title: '常见差错', width: 40, note: '办理指引的常见差错，一条一行，写法同“办理步骤”；要写差错，须先写步骤。' },
  { key: 'rest', title: '其他写法', width: 50, note: '上面各列写不下的（如办理指引的表决和表样），用方案文本的写法，如 { value: { late: { days: 15, percent: 50 } } }。不懂可以不动。' },
  { key: 'english', title: '英文名称', width: 28, note: '可不填。' },
  { key: 'id', title: '代号', width: 18, note: '各版本不变，不要改动；新增的行留空，由系统编。' },
];

export const REASON_TITLE = '原因';
/** The sheets, by the tree that each holds. */
export const sheetNames = { points: '积分', indicators: '考核指标' } as const;
export type TreeName = keyof typeof sheetNames;
export const GUIDE_SHEET = '填写说明';
/** Holds what a table cannot say, line by line. */
export const TEXT_SHEET = '方案文本';
export const TOTAL_NO = '总';

export type Cells = Readonly<Partial<Record<ColumnKey, string>>>;
