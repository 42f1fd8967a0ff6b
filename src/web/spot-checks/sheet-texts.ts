import type { ProblemStage } from '#domain/spot-checks/problem-contract.ts';
import type { SheetItem, SheetStage } from '#domain/spot-checks/sheet-contract.ts';
import { defineTexts } from '#web/shell/language.tsx';
import type { Status } from '#web/ui/statuses.ts';

export const sheetStatus: Readonly<Record<SheetStage, Status>> = { planned: 'teamFormed', marked: 'marked', confirmed: 'sheetConfirmed', sent: 'sent', signed: 'signed' };
export const problemStatus: Readonly<Record<ProblemStage, Status>> = { opened: 'opened', rectifying: 'rectifying', applied: 'applied', returned: 'problemReturned', closed: 'problemClosed' };

const whyZh: Readonly<Record<SheetItem['why'], string>> = { marked: '检查评分项', gap: '缺项', lot: '随机抽取' };
const whyEn: Readonly<Record<SheetItem['why'], string>> = { marked: 'marked by checks alone', gap: 'a gap', lot: 'by lot' };

export const sheetTexts = defineTexts({
  zh: {
    title: '抽查评分表', titleOf: (branch: string) => `${branch} 抽查评分表`, item: '考核项目', full: '分值', self: '自评分', computed: '计算分', checked: '核定分', difference: '差异', reason: '理由', looked: '查看内容', asked: '抽问人数', why: (why: SheetItem['why']): string => whyZh[why],
    day: '检查日期', judges: '检查组', branch: '支部', state: '状态', problems: '发现的问题', noProblems: '没有发现问题。', what: '问题', until: '整改时限', opinion: '反馈意见', markedBy: '填写', confirmedBy: '确认', signed: (by: string, on: string) => `${by}于 ${on} 签收`,
    none: '不适用', over: '自评偏高', selfOf: (month: string) => `自评分取自 ${month} 月自查`, noSelf: '本年度还没有提交月自查', remark: '支部意见', asOf: (day: string, seq: number) => `截至 ${day}、第 ${seq} 号工作记录`, computedAsOf: (day: string, seq: number) => `计算分截至 ${day}、第 ${seq} 号工作记录`, print: '打印', nobody: '未填写', general: '总体',
  },
  en: {
    title: 'Sheet of a spot check', titleOf: (branch) => `Spot check of ${branch}`, item: 'Item', full: 'Out of', self: 'Self-mark', computed: 'Computed', checked: 'Checked', difference: 'Difference', reason: 'Reason', looked: 'Looked at', asked: 'People asked', why: (why) => whyEn[why],
    day: 'Day', judges: 'Team', branch: 'Branch', state: 'State', problems: 'Problems found', noProblems: 'No problem was found.', what: 'Problem', until: 'Due', opinion: 'Feedback', markedBy: 'Filled in by', confirmedBy: 'Confirmed by', signed: (by, on) => `signed for by ${by} on ${on}`,
    none: 'does not apply', over: 'self-mark too high', selfOf: (month) => `Self-marks are those of the self-check of ${month}`, noSelf: 'No self-check was handed in this year', remark: 'Remark of the branch', asOf: (day, seq) => `as of ${day}, entry ${seq}`, computedAsOf: (day, seq) => `Computed as of ${day}, entry ${seq}`, print: 'Print', nobody: 'nobody yet', general: 'in general',
  },
});
