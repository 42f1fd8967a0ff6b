import { defineTexts } from '#web/shell/language.tsx';

export const scoreBoardTexts = defineTexts({
  zh: {
    title: '考核看板', branch: '党支部', total: '合计', progress: '序时进度', lacking: '缺项', committee: '党组织', everybody: '全部党支部', aspect: '方面', allAspects: '全部方面',
    asOf: (moment: string) => `截至 ${moment}`, behind: '正在更新，稍后的变动还没有计入。', brief: '一页简报', noBasis: '依据不足',
    lackingBranches: '缺项支部', lackingOf: (item: string) => `${item}：缺项的支部`, empty: '没有可以查看的党支部', next: '请选择其他党组织。',
    legend: '按支部编号排列，不排名。底色越深，序时进度越低；点按分数查看依据。', gaps: '缺什么', gapsWhy: '影响分值最大的十项', noGaps: '没有缺项。', counting: '正在计算，稍后列出。', short: '差', due: (day: string) => `下一期 ${day} 前`,
    open: '去补', none: '这一年没有支部考核指标', noneNext: '启用含有支部考核指标的考核方案后，这里列出各支部的得分和缺项。',
    change: '较上季度末', number: '序号', problem: '最主要的缺项', briefTitle: (year: number) => `${year}年各党支部考核进度`, briefAsOf: (day: string) => `截至 ${day}`, back: '返回看板',
    behindFive: '进度靠后的五个支部（按编号）', reason: (label: string, words: string) => `${label}${words}`, nothingMissing: '没有缺项，部分项目得分偏低', quarterNone: '本年第一季度，没有上季度数',
    foot: '得分、进度与考核看板、支部得分页一致；未到期和不适用的项目不计。',
  },
  en: {
    title: 'Score board', branch: 'Branch', total: 'Total', progress: 'Done of due', lacking: 'Gaps', committee: 'Organisation', everybody: 'All branches', aspect: 'Aspect', allAspects: 'All aspects',
    asOf: (moment) => `As of ${moment}`, behind: 'Being brought up to date; later changes are not in yet.', brief: 'One-page brief', noBasis: 'No basis',
    lackingBranches: 'Branches with gaps', lackingOf: (item) => `${item}: branches with a gap`, empty: 'No branch to see', next: 'Choose another organisation.',
    legend: 'By the number of the branch, not ranked. The darker a cell, the less is done of what is due; open a mark to see its grounds.', gaps: 'What is missing', gapsWhy: 'the ten that cost most', noGaps: 'Nothing is missing.', counting: 'Being counted; listed soon.', short: 'short by', due: (day) => `next by ${day}`,
    open: 'Close it', none: 'No indicators of branches in this year', noneNext: 'Once a scheme with indicators is in force, marks and gaps of the branches are listed here.',
    change: 'Since last quarter', number: 'No.', problem: 'What is most missing', briefTitle: (year) => `Progress of the Party branches, ${year}`, briefAsOf: (day) => `as of ${day}`, back: 'Back to the board',
    behindFive: 'Five branches that are behind (by number)', reason: (label, words) => `${label}: ${words}`, nothingMissing: 'nothing is missing, but some items have low marks', quarterNone: 'First quarter of the year: nothing to compare with',
    foot: 'Marks and progress are those of the score board and of the page of each branch; what is not due or does not apply is not counted.',
  },
});
