import type { Words } from '#domain/words/words.ts';
import type { FactKind } from './contract.ts';

/** What each kind of fact is called. */
export const factLabels: Readonly<Record<FactKind, Words>> = {
  organisation: { zh: '组织机构', en: 'Organisation' },
  membership: { zh: '组织关系', en: 'Membership' },
  post: { zh: '党内职务', en: 'Post' },
  shiftTeam: { zh: '班组', en: 'Shift team' },
  teamPlacement: { zh: '编班', en: 'Place in a shift team' },
  leave: { zh: '请假登记', en: 'Leave' },
  closedDuty: { zh: '全封闭执勤', en: 'Closed duty' },
  secondment: { zh: '借调', en: 'Secondment' },
  studyStop: { zh: '停学、顺延', en: 'Study cancelled or postponed' },
  arrangement: { zh: '学习安排', en: 'Arrangement' },
  session: { zh: '活动记录', en: 'Session' },
  makeUp: { zh: '补学', en: 'Make-up study' },
  record: { zh: '登记簿', en: 'Register entry' },
  assignment: { zh: '交办任务', en: 'Assignment' },
  particulars: { zh: '人员基本信息', en: 'Particulars of a person' },
  confirmation: { zh: '审核', en: 'Confirmation' },
  schemeAdoption: { zh: '启用考核方案', en: 'Adoption of a scheme' },
  calendarYear: { zh: '工作日历', en: 'Working calendar' },
  closing: { zh: '锁定', en: 'Closing' },
  lateFilingGrant: { zh: '补报授权', en: 'Grant of late filing' },
  statement: { zh: '积分确认单', en: 'Monthly statement' },
  selfCheck: { zh: '月自查', en: 'Monthly self-check' },
  delegation: { zh: '代行授权', en: 'Delegation' },
  branchReview: { zh: '年度考核', en: 'Annual review of branches' },
  selfReview: { zh: '支部自评', en: 'Self-review of a branch' },
  draw: { zh: '抽取名单', en: 'Draw for the spot check' },
  memberReview: { zh: '党员年度综合评价', en: 'Annual evaluation of members' },
  memberResult: { zh: '年度评价结果', en: 'Result of the year' },
};
