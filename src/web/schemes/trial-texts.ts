import type { Outcome } from '#domain/points/trial.ts';
import type { Standing } from '#domain/points/tried-year.ts';
import { defineTexts } from '#web/shell/language.tsx';

export const trialTexts = defineTexts({
  zh: {
    trial: '试算', join: '、', title: (label: string, version: number) => `试算：${label} 第 ${version} 版`, year: (year: number) => `${year}年`, choose: '试算年度',
    asOf: (year: number, day: string) => `${year}年 · 截至 ${day}`, back: '返回方案文本',
    only: '试算只作比较：按本单位自己的记录，看假定本方案全年施行会怎样。不改动任何记录和积分，结果保留一天。',
    outcome: { gains: '增加', loses: '减少', unchanged: '不变', incomparable: '无法比较' } satisfies Record<Outcome, string>,
    members: '党员', branches: '党支部', groups: '身份与班组', all: '增加、减少和不变', everyBranch: '全部党支部', everyKind: '全部身份',
    name: '姓名', number: '编号', branch: '党支部', kind: '身份', team: '班组', noTeam: '常日班', before: '现行方案', after: '试算方案', change: '差额', why: '差在哪里', count: '人数',
    most: '最多可得', mostHint: '“最多可得”只看按次计分的细则：从不缺席的人，除去班组值班的日子，最多能得这些。按比例计分的细则不受班次影响，不列在内。', equal: '没有按次计分的细则，班次不影响得分。',
    byKind: '按身份', byTeam: '按班组', nobody: '没有符合条件的党员', nobodyNext: '请改选其他条件。', noBranch: '没有党支部', noBranchNext: '本年度没有党支部。',
    noPoints: '依据不足', excluded: '不参评', years: '年度结果', gradeBefore: '现行等次', gradeAfter: '试算等次', ofWhom: '评谁', onlyChanged: '只看等次有变化的', gradesChangeOf: { branches: '党支部等次变化', members: '党员等次变化' }, yearsTab: '年度结果',
    standing: { graded: '', excluded: '不参评', tooShort: '不定等次', noBasis: '依据不足', undecided: '同分待定', none: '未达等次' } satisfies Record<Standing, string>, vetoed: (labels: string) => `一票否决：${labels}`, thresholds: '等次标准或名额不同', noResult: '这一版没有年度结果', noYears: '没有年度结果', noYearsNext: '现行方案和试算方案都没有写年度结果（results）。', notOver: (year: number) => `${year} 年尚未结束：测评、述职和考核组评分年末才有，此前多为“依据不足”。要看等次、差距和变动几项事实即改变等次，请改选 ${year - 1} 年试算。`, yearsHint: '按截至当日的记录算。党员在本支部内定等次，党支部在全局内定等次；同分待定的由机关党委决定。等次下方是与相邻等次的差距，和至少要变动几项事实才会改变等次（只计本方案应有的次数，封顶另计）。', more: '等', same: '—', fresh: '试算方案新增', gone: '试算方案没有', far: (done: number, total: number | null) => (total === null ? '' : `第 ${done} 个党支部，共 ${total} 个`),
    againTitle: '试算没有完成', again: '请返回方案文本，重新试算。', byNumber: '按编号排列，不排名',
  },
  en: {
    join: ', ', trial: 'Try', title: (label, version) => `Trial: ${label}, version ${version}`, year: (year) => `${year}`, choose: 'Year to try it on',
    asOf: (year, day) => `${year} · as of ${day}`, back: 'Back to the text',
    only: 'A trial only compares: on the bureau\'s own records, as if this scheme had been in force all year. It changes no record and no points; the result is kept for a day.',
    outcome: { gains: 'Gain', loses: 'Lose', unchanged: 'Unchanged', incomparable: 'Not comparable' },
    members: 'Members', branches: 'Branches', groups: 'Staff and teams', all: 'Gaining, losing, unchanged', everyBranch: 'All branches', everyKind: 'All kinds of staff',
    name: 'Name', number: 'Number', branch: 'Branch', kind: 'Staff', team: 'Shift team', noTeam: 'Office hours', before: 'In force', after: 'Draft', change: 'Difference', why: 'Where they differ', count: 'Members',
    most: 'Most one can reach', mostHint: 'Only rules that pay by the session: on days of duty a team cannot come, so this is the most its members reach. Rules in proportion do not depend on shifts and are left out.', equal: 'No rule pays by the session; shifts do not matter.',
    byKind: 'By kind of staff', byTeam: 'By shift team', nobody: 'No members match', nobodyNext: 'Choose other conditions.', noBranch: 'No branches', noBranchNext: 'There were no branches in this year.',
    noPoints: 'No basis', excluded: 'Not evaluated', years: 'Results of the year', gradeBefore: 'Grade in force', gradeAfter: 'Grade in the draft', ofWhom: 'Whose', onlyChanged: 'Only where the grade changes', gradesChangeOf: { branches: 'Other grade: branches', members: 'Other grade: members' }, yearsTab: 'Year',
    standing: { graded: '', excluded: 'Not evaluated', tooShort: 'No grade yet', noBasis: 'No basis', undecided: 'Equal, to be decided', none: 'Below every grade' }, vetoed: (labels) => `Veto: ${labels}`, thresholds: 'Other thresholds or places', noResult: 'This version has no result of the year', noYears: 'No results of the year', noYearsNext: 'Neither scheme says what a year comes to (results).', notOver: (year: number) => `${year} is not over: ballots, work reports and panel marks come at its end, and results lack their basis until then. Try the draft on ${year - 1} to see grades, how near they are, and how few facts would change them.`, yearsHint: 'By the records up to today. Members are graded within their branch, branches within the bureau; among equals the committee decides. Below a grade stands how far the next one is, and the fewest facts whose change would bring it (of those that the scheme expects; limits apart).', more: 'and more', same: '—', fresh: 'new in the draft', gone: 'not in the draft', far: (done, total) => (total === null ? '' : `branch ${done} of ${total}`),
    againTitle: 'The trial did not end', again: 'Go back to the text and try it again.', byNumber: 'by number, not ranked',
  },
});
