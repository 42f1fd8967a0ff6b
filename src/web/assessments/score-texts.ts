import { defineTexts } from '#web/shell/language.tsx';

export const scoreTexts = defineTexts({
  zh: {
    title: '支部得分', branch: '党支部', choose: '选择党支部', asOf: (day: string) => `截至 ${day}`,
    item: '项目', mark: '得分 / 分值', state: '状态', progress: '序时进度', how: '填写说明 · 条款',
    progressWhy: '截至今日应完成的部分，已完成多少', raised: '同级不适用、未到期项目的分值按比例并入', plain: '原',
    due: (day: string) => `下一期 ${day} 前`, gaps: (count: number) => `缺项 ${count} 项`, noGaps: '没有缺项', onlyGaps: '只看缺项', all: '全部项目',
    none: '这一年没有支部考核指标', next: '启用含有支部考核指标的考核方案后，这里按项目列出得分和依据。', print: '打印',
    legend: '点按数字查看依据。未到期的不算缺项；多做不加分。', nothing: '没有可以查看的支部', nothingNext: '管理员账号不对应党支部。',
  },
  en: {
    title: 'Branch score', branch: 'Branch', choose: 'Choose a branch', asOf: (day) => `as of ${day}`,
    item: 'Item', mark: 'Mark / full', state: 'State', progress: 'Done of due', how: 'How to fill it in · clause',
    progressWhy: 'How much is done of what was due by today', raised: 'The marks of siblings that do not apply or are not due are spread over it', plain: 'by the scheme',
    due: (day) => `next by ${day}`, gaps: (count) => (count === 1 ? '1 item lacks something' : `${count} items lack something`), noGaps: 'nothing missing', onlyGaps: 'Gaps only', all: 'All items',
    none: 'No indicators of branches in this year', next: 'Once a scheme with indicators is in force, marks and grounds are listed here item by item.', print: 'Print',
    legend: 'Open a figure to see its grounds. What is not due is no gap; doing more than asked adds nothing.', nothing: 'No branch to see', nothingNext: 'Accounts of administrators belong to no branch.',
  },
});
