/**
 * All pages of the product. A room adds one in three lines:
 * 1. `paths.ts`: its address,       session: (session: string) => `/sessions/${session}`,
 * 2. here, one entry:               { path: paths.session('$session'), title: { zh: '会议', en: 'Session' }, needs: anybody,
 *                                     load: async () => (await import('#web/activities/SessionPage.tsx')).SessionPage },
 * 3. the component, a named export without properties; `useField('session')` of `#web/shell/address.ts` reads the address.
 * With `menu` it stands in the menu (of a phone: under 我的), with `bottom` at the foot of a phone.
 */
import { CalendarOutlined, CheckSquareOutlined, UserOutlined } from '@ant-design/icons';
import { paperPages } from './paper-routes.tsx';
import { paths } from './paths.ts';
import { registerPages } from './registers/register-pages.ts';
import { selectionPages } from './selections/selection-pages.ts';
import { aPerson, anybody, branchPosts, either, holding, office, overseers, recording, setsUp } from './shell/needs.ts';
import type { Page } from './shell/page-table.ts';
import { trainingPages } from './training/training-pages.ts';

export const pages: readonly Page[] = [
  {
    path: paths.desk(), title: { zh: '待办', en: 'To do' }, needs: anybody,
    menu: { group: 'desk', icon: 'CheckSquareOutlined' },
    bottom: { label: { zh: '待办', en: 'To do' }, icon: CheckSquareOutlined },
    load: async () => (await import('#web/boards/MyDeskPage.tsx')).MyDeskPage,
  },
  {
    path: paths.start(), title: { zh: '开始使用', en: 'Getting started' }, needs: setsUp,
    menu: { group: 'desk', icon: 'RocketOutlined' },
    load: async () => (await import('#web/bureau/StartPage.tsx')).StartPage,
  },
  {
    path: paths.branchDesk(), title: { zh: '支部工作台', en: 'Branch desk' }, needs: either(branchPosts, office),
    menu: { group: 'branch', icon: 'AppstoreOutlined' },
    load: async () => (await import('#web/boards/BranchDeskPage.tsx')).BranchDeskPage,
  },
  {
    path: paths.sessions(), title: { zh: '活动', en: 'Sessions' }, needs: aPerson,
    menu: { group: 'desk', icon: 'CalendarOutlined' },
    bottom: { label: { zh: '活动', en: 'Sessions' }, icon: CalendarOutlined },
    load: async () => (await import('#web/activities/SessionsPage.tsx')).SessionsPage,
  },
  {
    path: paths.sessionsToConfirm(), title: { zh: '审核活动记录', en: 'Confirm records' }, needs: either(branchPosts, office),
    load: async () => (await import('#web/activities/ConfirmSessionsPage.tsx')).ConfirmSessionsPage,
  },
  {
    path: paths.attendanceImport(), title: { zh: '导入历史考勤', en: 'Import past attendance' }, needs: recording,
    load: async () => (await import('#web/activities/grid/AttendanceImportPage.tsx')).AttendanceImportPage,
  },
  {
    path: paths.session('$session'), title: { zh: '活动记录', en: 'Session' }, needs: anybody,
    load: async () => (await import('#web/activities/SessionPage.tsx')).SessionPage,
  },
  {
    path: paths.record('$organisation'), title: { zh: '记一次活动', en: 'Record a session' }, needs: anybody,
    load: async () => (await import('#web/activities/RecordPage.tsx')).RecordPage,
  },
  {
    path: paths.plan('$organisation'), title: { zh: '安排本支部活动', en: 'Plan a session' }, needs: anybody,
    load: async () => (await import('#web/activities/PlanPage.tsx')).PlanPage,
  },
  {
    path: paths.monthBoard(), title: { zh: '开展情况', en: 'Month board' }, needs: either(office, holding('bureauLeader')),
    menu: { group: 'office', icon: 'TableOutlined' },
    load: async () => (await import('#web/boards/MonthBoardPage.tsx')).MonthBoardPage,
  },
  {
    path: paths.scoreBoard(), title: { zh: '考核看板', en: 'Score board' }, needs: either(office, holding('bureauLeader')),
    menu: { group: 'office', icon: 'HeatMapOutlined' },
    load: async () => (await import('#web/assessments/ScoreBoardPage.tsx')).ScoreBoardPage,
  },
  {
    path: paths.labels(), title: { zh: '标签统计', en: 'Labels' }, needs: either(branchPosts, office, holding('bureauLeader')),
    menu: { group: 'assessment', icon: 'TagsOutlined' },
    load: async () => (await import('#web/assessments/LabelsPage.tsx')).LabelsPage,
  },
  {
    path: paths.scoreBrief(), title: { zh: '进度简报', en: 'Progress brief' }, needs: either(office, holding('bureauLeader')),
    load: async () => (await import('#web/assessments/ScoreBriefPage.tsx')).ScoreBriefPage,
  },
  {
    path: paths.requirements(), title: { zh: '工作要求', en: 'Requirements' }, needs: either(office, holding('bureauLeader')),
    menu: { group: 'office', icon: 'ReadOutlined' },
    load: async () => (await import('#web/boards/RequirementsPage.tsx')).RequirementsPage,
  },
  {
    path: paths.arrange(), title: { zh: '安排本月学习', en: 'Arrange the month' }, needs: office,
    menu: { group: 'office', icon: 'ScheduleOutlined' },
    load: async () => (await import('#web/activities/ArrangePage.tsx')).ArrangePage,
  },
  {
    path: paths.myPoints(), title: { zh: '我的积分', en: 'My points' }, needs: aPerson,
    menu: { group: 'desk', icon: 'RiseOutlined' },
    load: async () => (await import('#web/points/MyPointsPage.tsx')).MyPointsPage,
  },
  {
    path: paths.branchPoints(), title: { zh: '党员积分', en: "Members' points" }, needs: either(branchPosts, office),
    menu: { group: 'members', icon: 'OrderedListOutlined' },
    load: async () => (await import('#web/points/BranchPointsPage.tsx')).BranchPointsPage,
  },
  {
    path: paths.care(), title: { zh: '关怀分段', en: 'Bands of care' }, needs: either(holding('secretary', 'deputySecretary'), office),
    menu: { group: 'branch', icon: 'HeartOutlined' },
    load: async () => (await import('#web/points/CarePage.tsx')).CarePage,
  },
  {
    path: paths.branchScore(), title: { zh: '支部得分', en: 'Branch score' }, needs: either(aPerson, office, holding('bureauLeader')),
    menu: { group: 'assessment', icon: 'BarChartOutlined' },
    load: async () => (await import('#web/assessments/BranchScorePage.tsx')).BranchScorePage,
  },
  {
    path: paths.reviews(), title: { zh: '年度考核', en: 'Annual review' }, needs: either(office, holding('bureauLeader')),
    menu: { group: 'office', icon: 'TrophyOutlined' },
    load: async () => (await import('#web/reviews/ReviewPage.tsx')).ReviewPage,
  },
  {
    path: paths.gradeHistory(), title: { zh: '历年等次', en: 'Grades over the years' }, needs: either(office, holding('bureauLeader')),
    load: async () => (await import('#web/reviews/GradeHistoryPage.tsx')).GradeHistoryPage,
  },
  {
    path: paths.reviewTable(), title: { zh: '年度考核通报', en: 'Circular of the annual review' }, needs: either(office, holding('bureauLeader')),
    load: async () => (await import('#web/reviews/ReviewTablePage.tsx')).ReviewTablePage,
  },
  {
    path: paths.reviewNotice('$review'), title: { zh: '年度考核结果公示', en: 'Public notice' }, needs: anybody,
    load: async () => (await import('#web/reviews/ReviewNoticePage.tsx')).ReviewNoticePage,
  },
  {
    path: paths.branchReview(), title: { zh: '本支部年度考核', en: "The branch's year" }, needs: either(aPerson, office, holding('bureauLeader')),
    menu: { group: 'assessment', icon: 'TrophyOutlined' },
    load: async () => (await import('#web/reviews/BranchReviewPage.tsx')).BranchReviewPage,
  },
  {
    path: paths.targetPlan(), title: { zh: '年度任务分解', en: 'Targets of the year' }, needs: either(aPerson, office, holding('bureauLeader')),
    menu: { group: 'assessment', icon: 'PartitionOutlined' },
    load: async () => (await import('#web/targets/TargetPlanPage.tsx')).TargetPlanPage,
  },
  {
    path: paths.points('$person'), title: { zh: '党员积分', en: "A member's points" }, needs: anybody,
    load: async () => (await import('#web/points/PersonPointsPage.tsx')).PersonPointsPage,
  },
  {
    path: paths.selfChecks(), title: { zh: '月自查', en: 'Self-checks' }, needs: either(branchPosts, office),
    menu: { group: 'assessment', icon: 'SolutionOutlined' },
    load: async () => (await import('#web/months/SelfChecksPage.tsx')).SelfChecksPage,
  },
  {
    path: paths.selfCheck('$organisation', '$period'), title: { zh: '月自查', en: 'Self-check' }, needs: anybody,
    load: async () => (await import('#web/months/SelfCheckPage.tsx')).SelfCheckPage,
  },
  {
    path: paths.myStatements(), title: { zh: '我的积分确认单', en: 'My statements' }, needs: aPerson,
    menu: { group: 'desk', icon: 'FileProtectOutlined' },
    load: async () => (await import('#web/months/MyStatementsPage.tsx')).MyStatementsPage,
  },
  {
    path: paths.statements(), title: { zh: '积分确认单', en: 'Monthly statements' }, needs: either(branchPosts, office),
    menu: { group: 'members', icon: 'FileProtectOutlined' },
    load: async () => (await import('#web/months/StatementsPage.tsx')).StatementsPage,
  },
  {
    path: paths.statement('$statement'), title: { zh: '积分确认单', en: 'Monthly statement' }, needs: anybody,
    load: async () => (await import('#web/months/StatementPage.tsx')).StatementPage,
  },
  {
    path: paths.memberReviews(), title: { zh: '党员年度综合评价', en: 'Evaluation of members' }, needs: either(branchPosts, office),
    menu: { group: 'members', icon: 'TrophyOutlined' },
    load: async () => (await import('#web/evaluations/MemberReviewsPage.tsx')).MemberReviewsPage,
  },
  {
    path: paths.memberReview('$organisation', '$year'), title: { zh: '党员年度综合评价', en: 'Evaluation of members' }, needs: anybody,
    load: async () => (await import('#web/evaluations/MemberReviewPage.tsx')).MemberReviewPage,
  },
  {
    path: paths.ballots('$organisation', '$year'), title: { zh: '录入测评票数', en: 'Enter the ballots' }, needs: anybody,
    load: async () => (await import('#web/evaluations/BallotPage.tsx')).BallotPage,
  },
  {
    path: paths.myResults(), title: { zh: '我的年度评价', en: 'My evaluations' }, needs: aPerson,
    menu: { group: 'desk', icon: 'TrophyOutlined' },
    load: async () => (await import('#web/evaluations/MyResultsPage.tsx')).MyResultsPage,
  },
  {
    path: paths.awardReference(), title: { zh: '评优参考', en: 'Reference for awards' }, needs: office,
    load: async () => (await import('#web/evaluations/AwardReferencePage.tsx')).AwardReferencePage,
  },
  {
    path: paths.myLeave(), title: { zh: '我的请假', en: 'My leave' }, needs: aPerson,
    menu: { group: 'desk', icon: 'FieldTimeOutlined' },
    load: async () => (await import('#web/rota/MyLeavePage.tsx')).MyLeavePage,
  },
  {
    path: paths.rota(), title: { zh: '班组与值班', en: 'Shift teams and duty' }, needs: either(branchPosts, office),
    menu: { group: 'branch', icon: 'CalendarOutlined' },
    load: async () => (await import('#web/rota/RotaPage.tsx')).RotaPage,
  },
  {
    path: paths.leaves(), title: { zh: '请假登记', en: 'Leave register' }, needs: either(branchPosts, office),
    menu: { group: 'branch', icon: 'FileDoneOutlined' },
    load: async () => (await import('#web/rota/LeavePage.tsx')).LeavePage,
  },
  {
    path: paths.studyStops(), title: { zh: '停学、顺延', en: 'Cancelled and postponed study' }, needs: office,
    menu: { group: 'office', icon: 'PauseCircleOutlined' },
    load: async () => (await import('#web/rota/StopsPage.tsx')).StopsPage,
  },
  {
    path: paths.calendar(), title: { zh: '工作日历', en: 'Working calendar' }, needs: anybody,
    menu: { group: 'desk', icon: 'CarryOutOutlined' },
    load: async () => (await import('#web/calendar/CalendarPage.tsx')).CalendarPage,
  },
  {
    path: paths.months(), title: { zh: '月度办理', en: 'Months' }, needs: either(branchPosts, office),
    menu: { group: 'office', icon: 'LockOutlined' },
    load: async () => (await import('#web/months/MonthsPage.tsx')).MonthsPage,
  },
  {
    path: paths.spotChecks(), title: { zh: '季抽查', en: 'Spot checks' }, needs: either(branchPosts, office, overseers, holding('inspector')),
    menu: { group: 'office', icon: 'FileSearchOutlined' },
    load: async () => (await import('#web/spot-checks/SpotChecksPage.tsx')).SpotChecksPage,
  },
  {
    path: paths.recusals(), title: { zh: '回避登记', en: 'Recusals' }, needs: either(office, holding('inspector')),
    load: async () => (await import('#web/spot-checks/RecusalsPage.tsx')).RecusalsPage,
  },
  {
    path: paths.draw('$draw'), title: { zh: '抽取名单', en: 'Draw' }, needs: anybody,
    load: async () => (await import('#web/spot-checks/DrawPage.tsx')).DrawPage,
  },
  {
    path: paths.circular('$draw'), title: { zh: '季度通报', en: 'Circular of the quarter' }, needs: anybody,
    load: async () => (await import('#web/spot-checks/CircularPage.tsx')).CircularPage,
  },
  {
    path: paths.checkSheet('$sheet'), title: { zh: '抽查评分表', en: 'Sheet of a spot check' }, needs: anybody,
    load: async () => (await import('#web/spot-checks/SheetPage.tsx')).SheetPage,
  },
  {
    path: paths.problems(), title: { zh: '问题清单', en: 'Problems' }, needs: either(branchPosts, office, overseers, holding('inspector')),
    menu: { group: 'assessment', icon: 'ExceptionOutlined' },
    load: async () => (await import('#web/spot-checks/ProblemsPage.tsx')).ProblemsPage,
  },
  {
    path: paths.drawProof('$draw'), title: { zh: '复核方法', en: 'How to verify the draw' }, needs: anybody,
    load: async () => (await import('#web/spot-checks/DrawProofPage.tsx')).DrawProofPage,
  },
  {
    path: paths.objections(), title: { zh: '异议与复核', en: 'Objections' }, needs: either(aPerson, office),
    menu: { group: 'desk', icon: 'QuestionCircleOutlined' },
    load: async () => (await import('#web/objections/ObjectionsPage.tsx')).ObjectionsPage,
  },
  {
    path: paths.raiseObjection(), title: { zh: '提出异议', en: 'Object' }, needs: aPerson,
    load: async () => (await import('#web/objections/RaisePage.tsx')).RaisePage,
  },
  {
    path: paths.objectionStatistics(), title: { zh: '异议办理情况', en: 'How objections were dealt with' }, needs: anybody,
    load: async () => (await import('#web/objections/StatisticsPage.tsx')).StatisticsPage,
  },
  {
    path: paths.objection('$objection'), title: { zh: '异议办理', en: 'Objection' }, needs: anybody,
    load: async () => (await import('#web/objections/ObjectionPage.tsx')).ObjectionPage,
  },
  {
    path: paths.assignments(), title: { zh: '交办任务', en: 'Tasks' }, needs: either(aPerson, office),
    menu: { group: 'desk', icon: 'FlagOutlined' },
    load: async () => (await import('#web/assignments/AssignmentsPage.tsx')).AssignmentsPage,
  },
  {
    path: paths.guides(), title: { zh: '办理指引', en: 'How it is done' }, needs: anybody,
    menu: { group: 'branch', icon: 'ReadOutlined' },
    load: async () => (await import('#web/schemes/GuidesPage.tsx')).GuidesPage,
  },
  ...registerPages,
  ...trainingPages,
  ...selectionPages,
  {
    path: paths.matter('$entry'), title: { zh: '同一事项', en: 'One matter' }, needs: anybody,
    load: async () => (await import('#web/registers/MatterPage.tsx')).MatterPage,
  },
  {
    path: paths.people(), title: { zh: '人员', en: 'People' }, needs: either(branchPosts, office, overseers),
    menu: { group: 'branch', icon: 'TeamOutlined' },
    load: async () => (await import('#web/people/PeoplePage.tsx')).PeoplePage,
  },
  {
    path: paths.person('$person'), title: { zh: '人员', en: 'Person' }, needs: anybody,
    load: async () => (await import('#web/people/PersonPage.tsx')).PersonPage,
  },
  {
    path: paths.organisations(), title: { zh: '组织机构', en: 'Organisations' }, needs: anybody,
    menu: { group: 'branch', icon: 'ApartmentOutlined' },
    load: async () => (await import('#web/orgs/OrganisationsPage.tsx')).OrganisationsPage,
  },
  {
    path: paths.organisation('$organisation'), title: { zh: '组织', en: 'Organisation' }, needs: anybody,
    load: async () => (await import('#web/orgs/OrganisationPage.tsx')).OrganisationPage,
  },
  {
    path: paths.rosterImport(), title: { zh: '导入花名册', en: 'Import a roster' }, needs: office,
    menu: { group: 'setting', icon: 'ImportOutlined' },
    load: async () => (await import('#web/imports/RosterImportPage.tsx')).RosterImportPage,
  },
  {
    path: paths.organisationsImport(), title: { zh: '导入组织机构', en: 'Import organisations' }, needs: office,
    load: async () => (await import('#web/imports/TableImportPage.tsx')).OrganisationsImportPage,
  },
  {
    path: paths.leaveImport(), title: { zh: '导入请假和勤务', en: 'Import leave and duty' }, needs: either(branchPosts, office),
    load: async () => (await import('#web/imports/TableImportPage.tsx')).LeaveImportPage,
  },
  {
    path: paths.teamsImport(), title: { zh: '导入班组', en: 'Import shift teams' }, needs: either(branchPosts, office),
    load: async () => (await import('#web/imports/TableImportPage.tsx')).TeamsImportPage,
  },
  {
    path: paths.dutiesImport(), title: { zh: '导入值班日期', en: 'Import days on duty' }, needs: either(branchPosts, office),
    load: async () => (await import('#web/imports/TableImportPage.tsx')).DutiesImportPage,
  },
  {
    path: paths.schemes(), title: { zh: '考核方案', en: 'Schemes' }, needs: either(branchPosts, office, overseers),
    menu: { group: 'setting', icon: 'ProfileOutlined' },
    load: async () => (await import('#web/schemes/SchemePage.tsx')).SchemePage,
  },
  {
    path: paths.schemeTrial('$trial'), title: { zh: '试算', en: 'Trial' }, needs: office,
    load: async () => (await import('#web/schemes/TrialPage.tsx')).TrialPage,
  },
  {
    path: paths.accounts(), title: { zh: '账号与职责', en: 'Accounts and roles' }, needs: holding('securityAdministrator'),
    menu: { group: 'administration', icon: 'SafetyOutlined' },
    load: async () => (await import('#web/access/AccountsPage.tsx')).AccountsPage,
  },
  {
    path: paths.rosterAccounts(), title: { zh: '按花名册开通账号', en: 'Accounts from the roster' }, needs: holding('securityAdministrator'),
    load: async () => (await import('#web/access/RosterAccountsPage.tsx')).RosterAccountsPage,
  },
  {
    path: paths.resetPasswords(), title: { zh: '批量重置初始密码', en: 'Reset first passwords' }, needs: holding('securityAdministrator'),
    load: async () => (await import('#web/access/ResetPasswordsPage.tsx')).ResetPasswordsPage,
  },
  {
    path: paths.secondFactorRoles(), title: { zh: '动态口令规定', en: 'Who needs a second factor' }, needs: holding('securityAdministrator'),
    load: async () => (await import('#web/access/SecondFactorRolesPage.tsx')).SecondFactorRolesPage,
  },
  {
    path: paths.account('$account'), title: { zh: '账号', en: 'Account' }, needs: holding('securityAdministrator'),
    load: async () => (await import('#web/access/AccountPage.tsx')).AccountPage,
  },
  {
    path: paths.viewpoint('$account'), title: { zh: '以某人视角查看', en: 'As somebody sees it' }, needs: holding('securityAdministrator'),
    load: async () => (await import('#web/access/ViewpointPage.tsx')).ViewpointPage,
  },
  {
    path: paths.audit(), title: { zh: '操作日志', en: 'Audit trail' }, needs: holding('auditAdministrator'),
    menu: { group: 'administration', icon: 'AuditOutlined' },
    load: async () => (await import('#web/audit/AuditPage.tsx')).AuditPage,
  },
  {
    path: paths.compliance(), title: { zh: '合规开关', en: 'Compliance switches' }, needs: anybody,
    load: async () => (await import('#web/bureau/CompliancePage.tsx')).CompliancePage,
  },
  {
    path: paths.complaints(), title: { zh: '投诉建议', en: 'Complaints and suggestions' }, needs: anybody,
    load: async () => (await import('#web/complaints/ComplaintsPage.tsx')).ComplaintsPage,
  },
  {
    path: paths.secondFactor(), title: { zh: '动态口令', en: 'Second factor' }, needs: anybody,
    load: async () => (await import('#web/access/SecondFactorPage.tsx')).SecondFactorPage,
  },
  {
    path: paths.systemState(), title: { zh: '系统运行', en: 'System' }, needs: holding('systemAdministrator'),
    menu: { group: 'administration', icon: 'DashboardOutlined' },
    load: async () => (await import('#web/operations/SystemStatePage.tsx')).SystemStatePage,
  },
  {
    path: paths.mySessions(), title: { zh: '我的登录', en: 'My sessions' }, needs: anybody,
    load: async () => (await import('#web/access/MySessionsPage.tsx')).MySessionsPage,
  },
  {
    path: paths.mine(), title: { zh: '我的', en: 'Me' }, needs: anybody,
    bottom: { label: { zh: '我的', en: 'Me' }, icon: UserOutlined },
    load: async () => (await import('#web/shell/MinePage.tsx')).MinePage,
  },
  {
    path: paths.password(), title: { zh: '修改密码', en: 'Change the password' }, needs: anybody,
    load: async () => (await import('#web/access/ChangePasswordPage.tsx')).ChangePasswordPage,
  },
  ...paperPages,
];
