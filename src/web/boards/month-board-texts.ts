import { defineTexts } from '#web/shell/language.tsx';

const monthNames = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

export const monthBoardTexts = defineTexts({
  zh: {
    title: '开展情况', before: '上个月', after: '下个月', month: (month: string) => `${month.slice(0, 4)}年${Number(month.slice(5))}月`, print: '打印',
    asOf: (when: string, seq: number) => `截至 ${when}（记录第 ${seq} 号）`, behind: '其后的记录正在汇总，稍后刷新可见。',
    committee: '党组织', everybody: '全部党支部', all: (count: number) => `合计 ${count} 个党支部`,
    branch: '党支部', status: '状态', toRecord: '待记录', toConfirm: '待审核', late: '补录', expected: '应到', present: '实到', madeUp: '补学', excused: '免计', rate: '参学率',
    ratePercent: '参学率(%)', total: '合计', nothingArranged: '未安排', noBasis: '依据不足',
    notHeld: (count: number) => `未开展 ${count}`, stopped: (count: number) => `停学 ${count}`, of: (what: string, held: string) => `${what} ${held}`,
    empty: '本月没有党支部', next: '请换一个月份或党组织。',
    legend: '按组织编号排列。场次为“已开展/应开展”，停学、顺延的场次不计入应开展；参学率 =（实到 + 补学）÷ 应到，免计不在应到内，合计按人次汇总计算。',
  },
  en: {
    title: 'Month board', before: 'Previous month', after: 'Next month', month: (month) => `${monthNames[Number(month.slice(5)) - 1] ?? ''} ${month.slice(0, 4)}`, print: 'Print',
    asOf: (when, seq) => `As of ${when} (record no. ${seq})`, behind: 'Later records are being counted; look again in a moment.',
    committee: 'Organisation', everybody: 'All branches', all: (count) => `All ${count} branches`,
    branch: 'Branch', status: 'Status', toRecord: 'To record', toConfirm: 'To confirm', late: 'Entered late', expected: 'Expected', present: 'Present', madeUp: 'Made up', excused: 'Not counted', rate: 'Rate',
    ratePercent: 'Attendance rate (%)', total: 'Total', nothingArranged: 'Nothing arranged', noBasis: 'No basis',
    notHeld: (count) => `${count} not held`, stopped: (count) => `${count} cancelled`, of: (what, held) => `${what} ${held}`,
    empty: 'No branches this month', next: 'Choose another month or organisation.',
    legend: 'In the order of their numbers. Sessions are held / due; cancelled and postponed ones are not due. The rate is (present + made up) ÷ expected; who is not counted is outside the expected, and the total pools persons.',
  },
});
