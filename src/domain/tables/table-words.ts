import type { Words } from '#domain/words/words.ts';

/** What each table is called that can be taken away, by the name under which it is taken; the audit trail says it so. */
const tableWords: Readonly<Record<string, Words>> = {
  people: { zh: '人员', en: 'People' },
  organisations: { zh: '组织机构', en: 'Organisations' },
  accounts: { zh: '账号与职责', en: 'Accounts and roles' },
  sessions: { zh: '活动', en: 'Sessions' },
  'sessions-to-confirm': { zh: '待审核的活动记录', en: 'Records to confirm' },
  attendance: { zh: '到会情况', en: 'Attendance' },
  absences: { zh: '请假登记', en: 'Leave register' },
  rota: { zh: '值班表', en: 'Rota' },
  'shift-teams': { zh: '班组', en: 'Shift teams' },
  'study-stops': { zh: '停学、顺延', en: 'Cancelled and postponed study' },
  assignments: { zh: '交办任务', en: 'Tasks' },
  'my-assignments': { zh: '我承办的任务', en: 'Tasks to me' },
  brands: { zh: '品牌与工作法', en: 'Brands and methods' },
  lecturers: { zh: '讲师库', en: 'Lecturers' },
  'lecturer-invitations': { zh: '授课邀请', en: 'Invitations of lecturers' },
  lectures: { zh: '党课目录', en: 'Lectures' },
  courses: { zh: '系列课程', en: 'Courses' },
  'branch-points': { zh: '党员积分', en: "Members' points" },
  grounds: { zh: '依据', en: 'Grounds' },
  'my-grounds': { zh: '本人积分的依据', en: 'Grounds of my points' },
  statements: { zh: '积分确认单', en: 'Monthly statements' },
  'my-statements': { zh: '我的积分确认单', en: 'My statements' },
  'member-reviews': { zh: '党员年度综合评价', en: 'Evaluation of members' },
  'member-review': { zh: '一个党支部的党员年度综合评价', en: 'Evaluation of the members of a branch' },
  'award-reference': { zh: '评优参考', en: 'Reference for awards' },
  'month-board': { zh: '开展情况', en: 'Month board' },
  months: { zh: '月度办理', en: 'Months' },
  'self-checks': { zh: '月自查', en: 'Self-checks' },
  'score-board': { zh: '考核看板', en: 'Score board' },
  'target-plans': { zh: '各党支部年度任务分解', en: 'Targets of the year, by branch' },
  'target-plan': { zh: '年度任务分解', en: 'Targets of the year' },
  'spot-checks': { zh: '季抽查', en: 'Spot checks' },
  'drawn-branches': { zh: '抽取名单', en: 'Branches drawn' },
  recusals: { zh: '回避登记', en: 'Recusals' },
  problems: { zh: '问题清单', en: 'Problems' },
  reviews: { zh: '年度考核', en: 'Annual review' },
  'grade-history': { zh: '历年等次', en: 'Grades over the years' },
  objections: { zh: '异议与复核', en: 'Objections' },
  'my-objections': { zh: '我提出的异议', en: 'My objections' },
  'objection-statistics': { zh: '异议办理情况', en: 'How objections were dealt with' },
  schemes: { zh: '考核方案版本', en: 'Versions of the scheme' },
  'scheme-trial-members': { zh: '试算：党员积分', en: "Trial: members' points" },
  'scheme-trial-branches': { zh: '试算：支部得分', en: 'Trial: scores of branches' },
  'scheme-trial-years-members': { zh: '试算：党员历年等次', en: 'Trial: grades of members over the years' },
  'scheme-trial-years-branches': { zh: '试算：党支部历年等次', en: 'Trial: grades of branches over the years' },
  'sheet-problems': { zh: '导入时需改正的内容', en: 'What an import had to have corrected' },
  'grid-sessions': { zh: '考勤表中的活动', en: 'Sessions of an attendance file' },
  'roster-imports': { zh: '花名册上传记录', en: 'Uploads of rosters' },
  'grid-batches': { zh: '以前导入的考勤', en: 'Earlier imports of attendance' },
  'register-batches': { zh: '以前导入的登记', en: 'Earlier imports into a register' },
  'roster-batches': { zh: '以前导入的花名册', en: 'Earlier imports of the roster' },
  'organisations-batches': { zh: '以前导入的组织机构', en: 'Earlier imports of organisations' },
  'leave-batches': { zh: '以前导入的请假和勤务', en: 'Earlier imports of leave and duty' },
  'shiftTeams-batches': { zh: '以前导入的班组', en: 'Earlier imports of shift teams' },
  'dutyDates-batches': { zh: '以前导入的值班日期', en: 'Earlier imports of days on duty' },
  audit: { zh: '操作日志', en: 'Audit trail' },
  'people-changes': { zh: '人员变动（接口）', en: 'Changes of people (interface)' },
};

/** The parts of the name of a register's table: `register.visit`, and of what was withdrawn from it `register.visit.withdrawn`. */
const ofRegister = /^register\.([^.]+)(\.withdrawn)?$/;

/** The register whose table this is; null of any other table. */
export const registerOfTable = (name: string): string | null => ofRegister.exec(name)?.[1] ?? null;

/**
 * What a table is called.
 * @param register what the register is called whose table it is; null where no scheme has declared it
 * @returns null of a name under which no page takes a table away: only a request made by hand can carry one
 */
export function wordsOfTable(name: string, register: Words | null): Words | null {
  const found = ofRegister.exec(name);
  if (found === null) return Object.hasOwn(tableWords, name) ? tableWords[name] ?? null : null;
  if (register === null) return null;
  return found[2] === undefined ? register : { zh: `${register.zh}（已撤回）`, en: `${register.en} (withdrawn)` };
}
