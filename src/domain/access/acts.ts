import type { Words } from '#domain/words/words.ts';
import type { Role } from './roles.ts';

interface Act extends Words {
  readonly roles: readonly Role[];
}

const office: readonly Role[] = ['organsSecretary', 'organsDeputy', 'partyAffairsOfficer'];
const branchCommittee: readonly Role[] = ['secretary', 'deputySecretary', 'organiser', 'publicist', 'disciplineOfficer'];
const branchDesk: readonly Role[] = [...branchCommittee, 'groupLeader', 'recorder'];

/**
 * What may be done to something that belongs to an organisation, and by which roles granted on that organisation or
 * above it. Filling in and confirming are two acts of two people (finding 20); what is not in this table nobody may do.
 */
export const acts = {
  editOrganisations: { zh: '维护组织机构', en: 'edit organisations', roles: office },
  setInclusion: { zh: '设定启用日期', en: 'set the day of inclusion', roles: ['organsSecretary', 'organsDeputy'] },
  readPeople: { zh: '查看人员', en: 'see people', roles: [...office, 'organsDiscipline', 'bureauLeader', ...branchDesk] },
  editPeople: { zh: '维护人员信息', en: 'edit people', roles: [...office, 'secretary', 'deputySecretary', 'organiser'] },
  /** For another system under the account of who answers for it: nothing but who belongs where. */
  followPeople: { zh: '取用人员变动', en: 'follow changes of people', roles: [...office, 'integrator'] },
  importRoster: { zh: '导入花名册', en: 'import a roster', roles: office },
  arrangeSessions: { zh: '安排学习', en: 'arrange sessions', roles: [...office] },
  planSessions: { zh: '安排本支部活动', en: 'plan sessions of the branch', roles: [...office, ...branchDesk] },
  recordSessions: { zh: '记录活动', en: 'record sessions', roles: [...office, ...branchDesk] },
  confirmSessions: { zh: '审核活动记录', en: 'confirm session records', roles: [...office, 'secretary', 'deputySecretary'] },
  readSessions: { zh: '查看活动记录', en: 'see session records', roles: [...office, 'organsDiscipline', 'bureauLeader', ...branchDesk] },
  recommendLectures: { zh: '推荐党课', en: 'recommend lectures', roles: office },
  enterRota: { zh: '登记班次、请假和勤务', en: 'enter shifts, leave and duty', roles: [...office, ...branchDesk] },
  readRota: { zh: '查看班次和请假', en: 'see shifts and leave', roles: [...office, ...branchDesk] },
  declareStop: { zh: '发布停学、顺延', en: 'cancel or postpone study', roles: office },
  editCalendar: { zh: '维护工作日历', en: 'edit the working calendar', roles: office },
  readPoints: { zh: '查看党员积分', en: "see members' points", roles: [...office, 'secretary', 'deputySecretary', 'organiser', 'disciplineOfficer'] },
  readScores: { zh: '查看支部得分', en: 'see scores of branches', roles: [...office, 'bureauLeader', ...branchDesk] },
  /** Those who keep the leave register of the branch must see what they enter; the office gets the class (finding 14). */
  readReasons: { zh: '查看请假事由', en: 'see reasons of leave', roles: ['secretary', 'deputySecretary', 'recorder'] },
  readMonths: { zh: '查看月度办理', en: 'see which months are locked', roles: [...office, 'bureauLeader', ...branchDesk] },
  closeMonths: { zh: '锁定月份', en: 'lock months', roles: office },
  reopenMonths: { zh: '解锁月份、终审年度', en: 'reopen months and make years final', roles: ['organsSecretary', 'organsDeputy'] },
  grantLateFiling: { zh: '作补报授权', en: 'allow late filing', roles: ['organsSecretary', 'organsDeputy'] },
  enterRegisters: { zh: '填写支部登记簿', en: 'fill in the registers of a branch', roles: [...office, ...branchDesk] },
  enterOfficeRegisters: { zh: '填写党务办登记簿', en: 'fill in the registers of the office', roles: office },
  enterDiscipline: { zh: '登记党纪处理', en: 'enter discipline decisions', roles: ['organsDiscipline'] },
  readRegisters: { zh: '查看登记簿', en: 'see registers', roles: [...office, 'organsDiscipline', 'bureauLeader', ...branchDesk] },
  readDiscipline: { zh: '查看党纪处理', en: 'see discipline decisions', roles: ['organsDiscipline', 'secretary'] },
  confirmRegisters: { zh: '审核支部登记', en: 'confirm entries of a branch', roles: [...office, 'secretary', 'deputySecretary'] },
  confirmOfficeRegisters: { zh: '审核须报党务办的登记', en: 'confirm entries that go to the office', roles: office },
  handOutAssignments: { zh: '交办任务', en: 'hand out tasks', roles: [...office, ...branchCommittee, 'groupLeader'] },
  settleAssignments: { zh: '办结他人交办的任务', en: 'settle tasks that others handed out', roles: ['secretary', 'deputySecretary'] },
  readAssignments: { zh: '查看交办任务', en: 'see the tasks of a branch', roles: [...office, 'bureauLeader', ...branchDesk] },
  readSelfChecks: { zh: '查看月自查', en: 'see self-checks', roles: [...office, ...branchDesk] },
  fillSelfChecks: { zh: '填报月自查', en: 'fill in self-checks', roles: ['secretary', 'deputySecretary', 'organiser', 'recorder'] },
  /** A deputy signs with a dated delegation of the secretary (代行). */
  confirmSelfChecks: { zh: '审核并提交月自查', en: 'confirm and submit self-checks', roles: ['secretary'] },
  reviewSelfChecks: { zh: '审阅月自查', en: 'review self-checks', roles: office },
  readDraws: { zh: '查看季抽查', en: 'see spot checks', roles: [...office, 'organsDiscipline', 'bureauLeader', 'inspector', ...branchDesk] },
  drawSpotChecks: { zh: '组织抽查', en: 'organise spot checks', roles: office },
  /** Whoever draws needs others: no one person, and no one account, knows all the words. */
  witnessDraws: { zh: '输入抽取词语', en: 'type a word for a draw', roles: [...office, 'organsDiscipline', 'bureauLeader'] },
  markSheets: { zh: '填写抽查评分表', en: 'fill in sheets of spot checks', roles: [...office, 'inspector'] },
  readSheets: { zh: '查看抽查评分表', en: 'see sheets of spot checks', roles: [...office, 'organsDiscipline', 'bureauLeader'] },
  readFeedback: { zh: '查看抽查反馈意见', en: 'see the feedback of a spot check', roles: branchDesk },
  signFeedback: { zh: '签收反馈意见和考核结果', en: 'sign for the feedback of a check or the result of a year', roles: ['secretary', 'deputySecretary'] },
  readProblems: { zh: '查看问题清单', en: 'see problems to be put right', roles: [...office, 'organsDiscipline', 'bureauLeader', ...branchDesk] },
  handleProblems: { zh: '报告问题整改', en: 'report on problems to be put right', roles: [...branchCommittee, 'recorder'] },
  /** For the branch; for himself every member does. */
  raiseObjections: { zh: '代表党支部提出异议', en: 'object for the branch', roles: ['secretary'] },
  answerObjections: { zh: '答复异议', en: 'answer objections', roles: branchCommittee },
  reviewObjections: { zh: '复核异议', en: 'review objections', roles: office },
  /** What the office itself entered or computed is answered by it and reviewed by its leaders. */
  answerOfficeObjections: { zh: '答复对党务办的异议', en: 'answer objections to the office', roles: office },
  reviewOfficeObjections: { zh: '复核对党务办的异议', en: 'review objections to the office', roles: ['organsSecretary', 'organsDeputy'] },
  readTargetPlans: { zh: '查看年度任务分解', en: 'see how a year is broken down', roles: [...office, 'bureauLeader', ...branchDesk] },
  fillTargetPlans: { zh: '编制年度任务分解', en: 'break a year down', roles: [...branchCommittee, 'recorder'] },
  /** A deputy files with a dated delegation of the secretary (代行). */
  fileTargetPlans: { zh: '上报年度任务分解', en: 'file the plan of a year', roles: ['secretary'] },
  returnTargetPlans: { zh: '退回年度任务分解', en: 'return the plan of a year', roles: office },
  readReviews: { zh: '查看年度考核', en: 'see annual reviews', roles: [...office, 'bureauLeader'] },
  runReviews: { zh: '办理年度考核', en: 'run annual reviews', roles: office },
  deliberateReviews: { zh: '登记机关党委研究结果', en: 'enter what the organs committee decided', roles: ['organsSecretary', 'organsDeputy'] },
  /** The committee above approves; whoever proposes the grades does not (finding 21). */
  approveReviews: { zh: '审定年度考核', en: 'approve annual reviews', roles: ['bureauLeader'] },
  fileSelfReviews: { zh: '提交支部自评', en: 'file the self-review of a branch', roles: ['secretary', 'deputySecretary'] },
  readMemberReviews: { zh: '查看党员年度综合评价', en: "see the evaluation of members", roles: [...office, ...branchCommittee] },
  /** Who only types in the counts sees names and no figures. */
  keepMemberReviews: { zh: '填写评议步骤和测评票数', en: 'keep the steps and ballots of an evaluation', roles: ['secretary', 'deputySecretary', 'organiser', 'recorder'] },
  checkBallots: { zh: '核对测评票数并核算', en: 'check the ballots of an evaluation', roles: [...office, 'secretary', 'deputySecretary'] },
  gradeMembers: { zh: '填写组织评定', en: 'enter the grades of the committee', roles: ['secretary', 'deputySecretary'] },
  submitMemberReviews: { zh: '提请审定年度综合评价', en: 'submit an evaluation for approval', roles: ['secretary'] },
  returnMemberReviews: { zh: '退回年度综合评价', en: 'return an evaluation', roles: office },
  approveMemberReviews: { zh: '审定年度综合评价', en: 'approve an evaluation', roles: ['organsSecretary', 'organsDeputy'] },
  answerResults: { zh: '答复年度评价异议', en: 'answer objections to an evaluation', roles: office },
  readAwardReference: { zh: '查看评优参考', en: 'see the reference for awards', roles: office },
  runSelections: { zh: '办理评选', en: 'hold selections for an award', roles: office },
  nominateMembers: { zh: '推荐评选人选', en: 'propose members for an award', roles: ['secretary', 'deputySecretary'] },
  decideSelections: { zh: '登记评选决定', en: 'enter the decision of a selection', roles: ['organsSecretary', 'organsDeputy'] },
  adoptScheme: { zh: '启用考核方案', en: 'adopt a scheme', roles: ['organsSecretary', 'organsDeputy'] },
  tryScheme: { zh: '试算考核方案', en: 'try a scheme', roles: office },
  readSchemes: { zh: '查看考核方案', en: 'see schemes', roles: [...office, 'organsDiscipline', 'bureauLeader', ...branchDesk] },
  /** Reading is one thing and carrying a file off another: those do it who work with the tables of a branch or of the bureau. What is in it follows from what they may read. */
  takeTables: { zh: '导出表格', en: 'take tables away as a file', roles: [...office, 'organsDiscipline', 'bureauLeader', 'secretary', 'deputySecretary', 'organiser', 'recorder'] },
  exportFacts: { zh: '导出工作记录', en: 'export the fact log', roles: office },
  /** On a document of the committee; whoever works with a function does not open it for himself. */
  setCompliance: { zh: '变更合规开关', en: 'change compliance switches', roles: ['bureauLeader'] },
  readComplaints: { zh: '查看投诉建议', en: 'read complaints and suggestions', roles: [...office, 'organsDiscipline'] },
  answerComplaints: { zh: '答复投诉建议', en: 'answer complaints and suggestions', roles: office },
  manageAccounts: { zh: '管理账号', en: 'manage accounts', roles: ['securityAdministrator'] },
  grantRoles: { zh: '授予职责', en: 'grant roles', roles: ['securityAdministrator'] },
  readAudit: { zh: '查看操作日志', en: 'read the audit trail', roles: ['auditAdministrator'] },
  operate: { zh: '系统运行', en: 'operate the system', roles: ['systemAdministrator'] },
} as const satisfies Record<string, Act>;

export type ActName = keyof typeof acts;
