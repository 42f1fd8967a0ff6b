import type { StatementLine } from '#domain/months/statement-contract.ts';
import { defineTexts } from '#web/shell/language.tsx';
import type { Status } from '#web/ui/statuses.ts';

/** Each stage as its status. */
export const tagOfStanding: Readonly<Record<StatementLine['standing'], Status>> = {
  issued: 'toConfirm', silent: 'silent', confirmed: 'confirmed', objected: 'objected', answered: 'answered', appealed: 'appealed', reviewed: 'reviewed',
};

export const statementTexts = defineTexts({
  zh: {
    own: '我的积分确认单', toMonths: '查看月度办理', title: '积分确认单', month: '月份', state: '状态', ofMonth: '本月', total: '本年累计', until: '期限', provisional: '暂定', name: '姓名', number: '编号', branch: '党支部', part: '积分构成',
    before: '上个月', after: '下个月', noBranch: '还没有党支部', noBranchNext: '党支部在“组织机构”中建立。', none: '还没有积分确认单', noneNext: '机关党委锁定月份后，每名党员收到当月的积分确认单。', noneOfMonth: '该月没有积分确认单', noneOfMonthNext: '该月尚未锁定，或请选择其他月份。',
    upheld: '异议成立', rejected: '异议不成立', issued: '公布', objected: '提出异议', answered: '支部答复', appealed: '申请复核', reviewed: '机关党委复核', confirmed: '本人确认', silent: '期满视为确认',
  },
  en: {
    own: 'My statements', toMonths: 'See which months are locked', title: 'Monthly statements', month: 'Month', state: 'State', ofMonth: 'This month', total: 'Year so far', until: 'Until', provisional: 'provisional', name: 'Name', number: 'Number', branch: 'Branch', part: 'Part',
    before: 'Previous month', after: 'Next month', noBranch: 'No branch yet', noBranchNext: 'Branches are founded under Organisations.', none: 'No statements yet', noneNext: 'When the office locks a month, every member receives its statement.', noneOfMonth: 'No statements of this month', noneOfMonthNext: 'The month is not locked yet; or choose another one.',
    upheld: 'upheld', rejected: 'rejected', issued: 'Published', objected: 'Objection', answered: 'Answer of the branch', appealed: 'Review asked for', reviewed: 'Review by the organs committee', confirmed: 'Confirmed by the member', silent: 'Confirmed by silence',
  },
});
