import type { ObjectionLine } from '#domain/objections/list-contract.ts';
import { defineTexts } from '#web/shell/language.tsx';
import type { Status } from '#web/ui/statuses.ts';

/** Each standing as its status. */
export const tagOfStanding: Readonly<Record<ObjectionLine['standing'], Status>> = {
  raised: 'objected', unanswered: 'unanswered', answered: 'answered', settled: 'settled', appealed: 'appealed', decided: 'reviewed', withdrawn: 'withdrawn',
};

export const objectionTexts = defineTexts({
  zh: {
    title: '异议与复核', about: '异议事项', whose: '涉及对象', body: '答复单位', office: '党务办', matter: '类别', state: '办理状态', raisedOn: '提出日期', until: '办理期限', verdict: '结论',
    left: (days: number) => (days === 0 ? '今日到期' : `还有 ${days} 个工作日`), over: '已逾期', provisional: '暂定',
    verdicts: { upheld: '采纳', partly: '部分采纳', rejected: '不采纳' }, why: '说明', needed: '请填写', choose: '请选择', send: '提交', back: '返回', join: ' · ',
    steps: { raised: '提出异议', answered: '答复', appealed: '申请复核', decided: '复核决定', withdrawn: '撤回异议' },
  },
  en: {
    title: 'Objections and reviews', about: 'About', whose: 'Concerns', body: 'Answered by', office: 'Party office', matter: 'Kind', state: 'State', raisedOn: 'Raised', until: 'Due', verdict: 'Verdict',
    left: (days) => (days === 0 ? 'due today' : days === 1 ? '1 working day left' : `${days} working days left`), over: 'overdue', provisional: 'provisional',
    verdicts: { upheld: 'Upheld', partly: 'Partly upheld', rejected: 'Rejected' }, why: 'In words', needed: 'Fill this in', choose: 'Choose', send: 'Submit', back: 'Back', join: ' · ',
    steps: { raised: 'Objection', answered: 'Answer', appealed: 'Review asked for', decided: 'Decision of the review', withdrawn: 'Withdrawn' },
  },
});
