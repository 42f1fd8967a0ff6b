import type { PlanStage } from '#domain/targets/contract.ts';
import type { PlanState } from '#domain/targets/plan-standing.ts';
import { defineTexts } from '#web/shell/language.tsx';
import type { Status } from '#web/ui/statuses.ts';

export const planTexts = defineTexts({
  zh: {
    title: '年度任务分解', branch: '党支部', number: '编号', aspect: '方面', item: '项目', weight: '分值', target: '目标值', split: '分月/分季', responsible: '责任人', due: '完成时限',
    standard: '完成标准', state: '状态', progress: '序时进度', done: '已完成', happened: '已发生', change: '修改', nobody: '未落实', moved: '已不在本支部', allYear: '全年', progressWhy: '截至今日应完成的部分，已完成多少', stage: '上报情况', filedOn: '上报日期', assigned: '已落实责任人和时限', assignedOn: '全部落实日期',
    late: '逾期', to: (day: string) => `${day} 前`, asOf: (day: string) => `截至 ${day}`,
  },
  en: {
    title: 'Targets of the year', branch: 'Branch', number: 'No.', aspect: 'Aspect', item: 'Item', weight: 'Mark', target: 'Target', split: 'Spread', responsible: 'Person', due: 'Due',
    standard: 'Done when', state: 'State', progress: 'Done of due', done: 'done', happened: 'so far', change: 'Change', nobody: 'nobody yet', moved: 'no longer here', allYear: 'all year', progressWhy: 'How much is done of what was due by today', stage: 'Filing', filedOn: 'Filed on', assigned: 'With person and day', assignedOn: 'All named on',
    late: 'late', to: (day) => `by ${day}`, asOf: (day) => `as of ${day}`,
  },
});

/** How each state of a planned item looks. */
export const stateStatus = {
  done: 'done', inProgress: 'inProgress', notDue: 'notDue', lacks: 'missing', notApplicable: 'notApplicable', notIncluded: 'notIncluded', overdue: 'overdue', nothingYet: 'nothingYet', notPlanned: 'notPlanned',
} as const satisfies Record<PlanState, Status>;

/** How far a plan is; one that was filed before and changed since waits to be filed again. */
export function stageStatus({ stage, filedOn }: { readonly stage: PlanStage; readonly filedOn: string | null }): Status {
  if (stage === 'draft') return filedOn === null ? 'drafted' : 'changed';
  return stage === 'none' ? 'notMade' : stage;
}
