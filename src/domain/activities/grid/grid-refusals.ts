import type { CivilDate, Period } from '#domain/calendar/civil-date.ts';
import { refusing } from '#domain/contracts/refusal.ts';

/** Refusals of sheets of past attendance and of the batches they come in as. */
export const gridRefusals = {
  GridMissing: {
    status: 422,
    say: () => ({
      zh: '没有找到考勤表：表头须在工作表的前 10 行之内，有“警号”或“姓名”一列，其后各列的列名是日期（如 2026-03-02）。请下载模板对照。',
      en: 'No sheet of attendance was found: within its first 10 rows a sheet needs a header with a column 警号 (number) or 姓名 (name) and days such as 2026-03-02 beside it. Compare with the template.',
    }),
  },
  GridTooLarge: {
    status: 422,
    say: ({ sheets, people, sessions }: { sheets: number; people: number; sessions: number }) => ({
      zh: `一次最多导入 ${sheets} 张工作表、每张 ${people} 人、合计 ${sessions} 次活动。请分几份文件导入。`,
      en: `At most ${sheets} sheets of ${people} people with ${sessions} sessions in all are imported at once. Send them in several files.`,
    }),
  },
  GridMonthsWrong: {
    status: 422,
    say: () => ({ zh: '请选择不超过 12 个月、已经开始的月份，起月不晚于止月。', en: 'Choose at most 12 months that have begun, the first not after the last.' }),
  },
  GridBatchWithdrawn: {
    status: 409,
    say: ({ on, by }: { on: CivilDate; by: string | null }) => ({ zh: `这批考勤已于 ${on} 撤回${by === null ? '' : `（${by}）`}。`, en: `This batch was taken back on ${on}${by === null ? '' : ` by ${by}`}.` }),
  },
  GridBatchBuiltOn: {
    status: 409,
    say: ({ sessions, day }: { sessions: number; day: CivilDate }) => ({
      zh: `其中 ${sessions} 次活动在导入后又修改、审核或登记了补学（最早 ${day}），不能整批撤回。请逐次撤回。`,
      en: `${sessions} of the sessions (the first on ${day}) were amended, confirmed or made up since, so the batch cannot be taken back whole. Withdraw them one by one.`,
    }),
  },
  GridBatchMonthLocked: {
    status: 409,
    say: ({ period }: { period: Period }) => ({ zh: `${period} 已锁定，这批考勤不能整批撤回。请先解锁，或者逐次更正。`, en: `${period} is locked, so the batch cannot be taken back whole. Reopen it, or correct single sessions.` }),
  },
} as const;

export const refuseGrid = refusing(gridRefusals);
