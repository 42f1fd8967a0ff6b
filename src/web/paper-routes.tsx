import { paths } from './paths.ts';
import { anybody } from './shell/needs.ts';
import type { Page } from './shell/page-table.ts';

/** Pages made for paper, each opened from the page whose content it prints; none stands in the menu. */
export const paperPages: readonly Page[] = [
  {
    path: paths.guide('$kind', '$duty'), title: { zh: '办理指引', en: 'How it is done' }, needs: anybody,
    load: async () => (await import('#web/schemes/GuidePage.tsx')).GuidePage,
  },
  {
    path: paths.targetPlanSheet('$organisation', '$year'), title: { zh: '年度任务分解表', en: 'Targets of the year' }, needs: anybody,
    load: async () => (await import('#web/targets/TargetPlanSheetPage.tsx')).TargetPlanSheetPage,
  },
  {
    path: paths.pointsSheet('$person'), title: { zh: '积分明细单', en: 'Sheet of points' }, needs: anybody,
    load: async () => (await import('#web/points/PointsSheetPage.tsx')).PointsSheetPage,
  },
  {
    path: paths.selfCheckSheet('$organisation', '$period'), title: { zh: '支部月自查表', en: 'Self-check' }, needs: anybody,
    load: async () => (await import('#web/months/SelfCheckSheetPage.tsx')).SelfCheckSheetPage,
  },
  {
    path: paths.statementSheet('$statement'), title: { zh: '积分确认单', en: 'Monthly statement' }, needs: anybody,
    load: async () => (await import('#web/months/StatementSheetPage.tsx')).StatementSheetPage,
  },
  {
    path: paths.ballotSheet('$organisation', '$year'), title: { zh: '民主测评汇总表', en: 'Sheet of the ballots' }, needs: anybody,
    load: async () => (await import('#web/evaluations/BallotSheetPage.tsx')).BallotSheetPage,
  },
  {
    path: paths.yearSheets('$review'), title: { zh: '党员年度综合评价表', en: 'Evaluation sheets' }, needs: anybody,
    load: async () => (await import('#web/evaluations/YearSheetsPage.tsx')).YearSheetsPage,
  },
  {
    path: paths.yearSheet('$result'), title: { zh: '党员年度综合评价表', en: 'Evaluation sheet' }, needs: anybody,
    load: async () => (await import('#web/evaluations/YearSheetPage.tsx')).YearSheetPage,
  },
  {
    path: paths.transferSheet('$person'), title: { zh: '积分转移单', en: 'Transfer sheet' }, needs: anybody,
    load: async () => (await import('#web/evaluations/TransferSheetPage.tsx')).TransferSheetPage,
  },
  {
    path: paths.checkPaper('$sheet'), title: { zh: '打印抽查评分表', en: 'Print the sheet' }, needs: anybody,
    load: async () => (await import('#web/spot-checks/SheetPaperPage.tsx')).SheetPaperPage,
  },
  {
    path: paths.objectionSheet('$objection'), title: { zh: '复核决定书', en: 'Decision of a review' }, needs: anybody,
    load: async () => (await import('#web/objections/DecisionSheetPage.tsx')).DecisionSheetPage,
  },
  {
    path: paths.signInSheet('$session'), title: { zh: '签到表', en: 'Sign-in sheet' }, needs: anybody,
    load: async () => (await import('#web/activities/SignInSheetPage.tsx')).SignInSheetPage,
  },
  {
    path: paths.blankSignInSheet('$organisation'), title: { zh: '空白签到表', en: 'Blank sign-in sheet' }, needs: anybody,
    load: async () => (await import('#web/activities/BlankSignInPage.tsx')).BlankSignInPage,
  },
  {
    path: paths.minutes('$session'), title: { zh: '会议记录', en: 'Minutes' }, needs: anybody,
    load: async () => (await import('#web/activities/MinutesPage.tsx')).MinutesPage,
  },
];
