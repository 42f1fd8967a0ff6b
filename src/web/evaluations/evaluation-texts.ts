import type { ReviewStanding } from '#domain/evaluations/contract.ts';
import type { ResultStanding } from '#domain/evaluations/result-contract.ts';
import { defineTexts } from '#web/shell/language.tsx';
import type { Status } from '#web/ui/statuses.ts';

/** Each stage of a branch's evaluation as its status. */
export const tagOfReview: Readonly<Record<ReviewStanding, Status>> = {
  none: 'notBegun', opened: 'underWay', balloted: 'balloted', scored: 'scored', graded: 'graded', submitted: 'toApprove', returned: 'returned', approved: 'approved',
};

/** And where a member's result stands. */
export const tagOfResult: Readonly<Record<ResultStanding, Status>> = {
  told: 'toRead', silent: 'silent', confirmed: 'confirmed', objected: 'objected', answered: 'answered',
};

export const evaluationTexts = defineTexts({
  zh: {
    title: '党员年度综合评价', of: (name: string, year: string) => `${name} ${year}年党员年度综合评价`, year: (year: string) => `${year}年`,
    name: '姓名', number: '编号', branch: '党支部', state: '状态', value: '综合分', proposed: '建议等次', grade: '评定等次', approved: '审定等次', exempt: '不参评', takesPart: '参评', reason: '理由',
    noValue: '依据不足', notYet: '待测评', tied: '同分，由支委会决定', none: '—', back: '返回综合评价', issued: '发出', received: '收回', valid: '有效', sheets: '打印评价表', ballotSheet: '打印测评汇总表',
    was: (grade: string, day: string) => `原评“${grade}”，${day} 改评`, upheld: '异议成立', rejected: '异议不成立', system: '公用账号', basis: (seq: number, day: string) => `截至 ${day}、第 ${seq} 号工作记录`,
  },
  en: {
    title: 'Evaluation of members', of: (name, year) => `${name}: evaluation of members, ${year}`, year: (year) => year,
    name: 'Name', number: 'Number', branch: 'Branch', state: 'State', value: 'Value', proposed: 'Proposed', grade: 'Grade', approved: 'Approved grade', exempt: 'Not evaluated', takesPart: 'Evaluated', reason: 'Reason',
    noValue: 'No basis', notYet: 'no ballots yet', tied: 'Equal; the committee decides', none: '—', back: 'Back to the evaluation', issued: 'Handed out', received: 'Back', valid: 'Valid', sheets: 'Print the sheets', ballotSheet: 'Print the ballots',
    was: (grade, day) => `was “${grade}”, changed on ${day}`, upheld: 'upheld', rejected: 'rejected', system: 'an office account', basis: (seq, day) => `as of ${day}, entry ${seq} of the record`,
  },
});
