import { lastOfMonth } from '#domain/calendar/civil-date.ts';
import type { SelfCheckItem, SelfCheckStage, SelfCheckView } from '#domain/months/self-check-contract.ts';
import { defineTexts } from '#web/shell/language.tsx';
import { statuses, type Status } from '#web/ui/statuses.ts';
import type { Words } from '#domain/words/words.ts';

export const tagOfStage: Readonly<Record<SelfCheckStage, Status>> = { none: 'notFiled', filled: 'filled', submitted: 'submitted', returned: 'returned', locked: 'passed' };

/** 未纳入: all of the month lies before the day of inclusion. Nothing was asked, so nothing in it lacks a basis or is late. */
export const isLeftOut = ({ inclusion, period }: Pick<SelfCheckView, 'inclusion' | 'period'>): boolean => inclusion !== null && lastOfMonth(period) < inclusion.from;

/** What stands in the place of a mark: 依据不足 is for what lacks something, and not for what is not due or not asked of this branch. */
export function wordsWithoutMark(of: SelfCheckView, { state }: SelfCheckItem): Words | undefined {
  if (isLeftOut(of)) return statuses.notIncluded.words;
  return state === 'notDue' || state === 'notApplicable' || state === 'notIncluded' ? statuses[state].words : undefined;
}

export const selfCheckTexts = defineTexts({
  zh: {
    list: '本月自查收交', title: '月自查', branch: '党支部', number: '编号', state: '状态', filedOn: '报送日期', total: '自查得分', reminded: '催办', onTime: '按时', late: '逾期', overdue: '逾期', none: '没有可查看的党支部', open: '查看',
    item: '考核项目', mark: '得分', note: '说明', returned: '退回理由', asProven: '根据工作记录自动生成，分数不可改动；有出入的，请补记或更正原记录，或写明说明。',
  },
  en: {
    list: 'Self-checks of the month', title: 'Monthly self-check', branch: 'Branch', number: 'Number', state: 'State', filedOn: 'Filed', total: 'Self-checked mark', reminded: 'Reminded', onTime: 'in time', late: 'late', overdue: 'overdue', none: 'No branches to show', open: 'Open',
    item: 'Item', mark: 'Mark', note: 'Note', returned: 'Reason of the return', asProven: 'Made from the record; marks cannot be typed over. If something is wrong, enter or correct the record, or leave a note.',
  },
});
