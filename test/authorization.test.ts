import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isWrite, type Contract } from '#domain/contracts/contract.ts';
import { closeAccount } from '#domain/access/account-contract.ts';
import { grantRole } from '#domain/access/grant-contract.ts';
import { demandSecondFactor } from '#domain/access/second-factor-contract.ts';
import { sql } from '#server/platform/sql.ts';
import { NOW, testBureau, type Caller, type TestBureau } from '#test/app.ts';
import type { CastName } from '#test/cast.ts';
import { allContracts, allRequests, withoutRow } from '#test/operations/all-requests.ts';
import { benchOf, type Asked, type Bench, type Prepared } from '#test/operations/bench.ts';
import { footprint } from '#test/operations/footprint.ts';

/**
 * T8: who may do what. Each operation is asked for as it concerns the detention branch, by everybody of the cast.
 *   A  carried out        -  refused with the sentence who could (NotAllowed)        0  not there for him (NotFound)
 *   r  he holds the right, a rule of the room refuses him
 * A new operation has no row and fails the test: say here who may, then let the server prove it.
 */
const COLUMNS: readonly CastName[] = [
  'shenyi', 'fangmin', 'heqing', 'luojian', 'tangyue', 'jiping', 'zhengqi', 'wenlan', 'gucheng', 'xitong', 'anquan', 'shenji'];

const table: Readonly<Record<string, string>> = {
  // office: secretary, officer | discipline | branch: secretary, deputy, recorder, group leader, member | other branch | system, security, audit
  signIn: 'AA A AAAAA A AAA',
  signInByTicket: 'AA A AAAAA A AAA',
  readSignInPage: 'AA A AAAAA A AAA',
  readSession: 'AA A AAAAA A AAA',
  readMySessions: 'AA A AAAAA A AAA',

  readAccounts: '-- - ----- - -A-',
  readAccount: '-- - ----- - -A-',
  readAccountCandidates: '-- - ----- - -A-',
  createAccount: '-- - ----- - -A-',
  readSecondFactor: 'AA A AAAAA A AAA',
  resetSecondFactor: '-- - ----- - -A-',
  readSecondFactorRoles: '-- - ----- - -A-',
  demandSecondFactor: '-- - ----- - -A-',
  readRosterAccounts: '-- - ----- - -A-',
  openAccounts: '-- - ----- - -A-',
  resetPasswords: '-- - ----- - -A-',
  resetPassword: '-- - ----- - -A-',
  closeAccount: '-- - ----- - -A-',
  reopenAccount: '-- - ----- - -A-',
  endSessions: '-- - ----- - -A-',
  grantRole: '-- - ----- - -A-',
  endGrant: '-- - ----- - -A-',
  readViewpoint: '-- - ----- - -A-',
  readRights: '-- - ----- - -A-',
  // The office of the organs stands below the top of the bureau; who sets up, and the administrators, see how far it is.
  readBeginning: 'AA - ----- - AAA',
  nameBureau: '-- - ----- - ---',
  // Opened by a bureau leader alone.
  readCompliance: 'AA A AAAAA A AAA',
  setCompliance: '-- - ----- - ---',
  fileComplaint: 'AA A AAAAA A AAA',
  listComplaints: 'AA A AAAAA A AAA',
  answerComplaint: 'AA 0 00000 0 000',
  readAuditTrail: '-- - ----- - --A',
  // The audit administrator is told which fields changed, and no value.
  readVersions: 'AA 0 AAAAA 0 00A',
  readMyDone: 'AA A AAAAA A AAA',
  readSystemState: '-- - ----- - A--',
  exportAuditTrail: '-- - ----- - --A',

  readActivityWords: 'AA A AAAAA A AAA',
  listSessions: 'AA A AAAAA A AAA',
  readRoster: 'AA 0 AAA-- 0 000',
  readRecordForm: 'AA 0 AAA-- 0 000',
  findPersons: 'AA 0 AAA-- 0 000',
  recordSession: 'AA 0 AAA-- 0 000',
  amendSession: 'AA 0 AAA-- 0 000',
  reportNotHeld: 'AA 0 AAA-- 0 000',
  withdrawSession: 'AA 0 AAA-- 0 000',
  restoreSession: 'AA 0 AAA-- 0 000',
  confirmSession: 'AA 0 AA--- 0 000',
  // Who may confirm nowhere has an empty list.
  readSessionsToConfirm: 'AA A AAAAA A AAA',
  confirmSessions: 'AA 0 AA--- 0 000',
  // The one who confirmed takes it back; that another did is no secret to the branch.
  withdrawConfirmation: 'rr 0 Arrrr 0 000',
  readSessionRecord: 'AA 0 AAAAA 0 000',
  recordMakeUp: 'AA 0 AAA-- 0 000',
  // The member takes back what he entered for himself.
  withdrawMakeUp: 'AA 0 AAA-A 0 000',
  confirmMakeUp: 'AA 0 AAA-- 0 000',
  readArrangementMonth: 'AA 0 00000 0 000',
  arrangeSessions: 'AA 0 00000 0 000',
  amendArrangement: 'AA 0 00000 0 000',
  withdrawArrangement: 'AA 0 00000 0 000',
  restoreArrangement: 'AA 0 00000 0 000',
  planSession: 'AA 0 AAA-- 0 000',
  // An import is one's own; a batch is of those who record all its sessions.
  readAttendanceTemplate: 'AA 0 AAA-- 0 000',
  checkAttendanceTable: 'AA 0 AAAA0 A 000',
  mapAttendanceMarks: '00 0 00A00 0 000',
  readAttendanceImport: '00 0 00A00 0 000',
  readAttendanceErrors: '00 0 00A00 0 000',
  carryOutAttendanceTable: '00 0 00A00 0 000',
  listAttendanceBatches: 'AA 0 AAAA0 A 000',
  withdrawAttendanceBatch: 'AA 0 AAA-- 0 000',

  // The tree itself is known to everybody; people and figures in it are not.
  readOrganisations: 'AA A AAAAA A AAA',
  readOrganisation: 'AA A AAAAA A AAA',
  foundOrganisation: 'AA - ----- - ---',
  changeOrganisation: 'AA - ----- - ---',
  moveOrganisation: 'AA - ----- - ---',
  dissolveOrganisation: 'AA - ----- - ---',
  restoreOrganisation: 'AA - ----- - ---',
  recordInclusion: 'A- - ----- - ---',
  withdrawInclusion: 'A- - ----- - ---',

  readPeople: 'AA A AAAAA A AAA',
  readPerson: 'AA 0 AAAA0 0 000',
  readPeopleChanges: 'AA - ----- - ---',
  enterPerson: 'AA - AA--- - ---',
  // In full to whoever may see the person, and to the person; each time stands in the trail.
  showParticulars: 'AA 0 AAAA0 0 000',
  changePerson: 'AA 0 AA-00 0 000',
  transferPerson: 'AA 0 AA-00 0 000',
  mergeBranch: 'AA - ----- - ---',
  correctMembership: 'AA 0 AA-00 0 000',
  endMembership: 'AA 0 AA-00 0 000',
  appointPost: 'AA 0 AA-00 0 000',
  endPost: 'AA 0 AA-00 0 000',
  withdrawPost: 'AA 0 AA-00 0 000',

  listRotaOrganisations: 'AA A AAAAA A AAA',
  listShiftTeams: 'AA 0 AAA-- 0 ---',
  makeShiftTeams: 'AA 0 AAA-- 0 ---',
  recordShiftTeam: 'AA 0 AAA-- 0 ---',
  amendShiftTeam: 'AA 0 AAA-- 0 ---',
  changeCycle: 'AA 0 AAA-- 0 ---',
  withdrawShiftTeam: 'AA 0 AAA-- 0 ---',
  placePeople: 'AA 0 AAA-- 0 ---',
  readRotaMonth: 'AA 0 AAA-- 0 ---',
  readExpectation: 'AA 0 AAA-- 0 ---',
  listAbsences: 'AA 0 AAA-- 0 ---',
  listLeaveReasons: 'AA A AAAAA A AAA',
  listOwnLeaves: 'AA A AAAAA A AAA',
  recordLeave: 'AA 0 AAA-- 0 ---',
  // An administrator's account has nobody behind it who could be on leave.
  recordOwnLeave: 'AA A AAAAA A rrr',
  amendLeave: 'AA 0 AAA-- 0 ---',
  recordClosedDuty: 'AA 0 AAA-- 0 ---',
  amendClosedDuty: 'AA 0 AAA-- 0 ---',
  recordSecondment: 'AA 0 AAA-- 0 ---',
  amendSecondment: 'AA 0 AAA-- 0 ---',
  withdrawAbsence: 'AA 0 AAA-- 0 ---',
  restoreAbsence: 'AA 0 AAA-- 0 ---',
  // Not the recorder, and not the one whose leave it is.
  confirmRota: 'AA 0 AAr0r 0 ---',
  readStopForm: 'AA A AAAAA A AAA',
  listStudyStops: 'AA - ----- - ---',
  declareStudyStop: 'AA - ----- - ---',
  withdrawStudyStop: 'AA - ----- - ---',

  // Holidays are no secret; any office keeps the one calendar.
  readCalendar: 'AA A AAAAA A AAA',
  announceCalendar: 'AA - ----- - ---',
  amendCalendar: 'AA - ----- - ---',
  withdrawCalendar: 'AA - ----- - ---',

  // An objection is there for whoever raised it and for those who answer or review; a member speaks for himself.
  readObjectionForm: 'rr 0 rr00A 0 000',
  raiseObjection: 'rr 0 rr00A 0 000',
  replyToObjection: '-- 0 AA00- 0 000',
  requestReview: '-- 0 --00A 0 000',
  decideReview: 'AA 0 --00- 0 000',
  withdrawObjection: '-- 0 --00A 0 000',
  readObjection: 'AA 0 AA00A 0 000',
  readCorrectable: 'AA 0 AA00r 0 000',
  previewCorrection: 'AA 0 AA00r 0 000',
  listObjections: 'AA A AAAAA A AAA',
  // Published for everybody.
  readObjectionStatistics: 'AA A AAAAA A AAA',

  // Who lectures is told to everybody who belongs to the bureau; an invitation to the branch, the lecturer and the office.
  listLecturers: 'AA A AAAAA A 000',
  listInvitations: 'AA A AAAAA A 000',
  inviteLecturer: 'AA 0 AAA-- 0 ---',
  answerInvitation: 'AA 0 ----- 0 000',
  withdrawInvitation: 'AA 0 AAA-- 0 000',
  // That a selection is held, its notice and its decision are told to everybody; proposals to the branch and the office.
  listSelections: 'AA A AAAAA A 000',
  openSelection: 'AA - ----- - ---',
  listCandidates: '-- 0 AA--- 0 ---',
  nominateMember: '-- 0 AA--- 0 ---',
  withdrawNomination: '-- 0 AA--- 0 ---',
  postSelectionNotice: 'AA - ----- - ---',
  returnSelection: 'AA - ----- - ---',
  decideSelection: 'A- - ----- - ---',
  // Brands, and features that were released, are there to be seen.
  readBrands: 'AA A AAAAA A 000',
  readFeatures: 'AA A AAAAA A 000',
  listCourses: 'AA A AAAAA A 000',
  listLectures: 'AA A AAAAA A 000',
  recommendLecture: 'AA 0 ----- 0 ---',

  // 锁定 is the office's; to take it back, or to let somebody file late, is its leaders'.
  readMonths: 'AA 0 AAA-- 0 ---',
  closeMonth: 'AA 0 ----- 0 ---',
  closeYear: 'A- 0 ----- 0 ---',
  reopenMonth: 'A- 0 ----- 0 ---',
  grantLateFiling: 'A- 0 ----- 0 ---',
  listOwnStatements: 'AA A AAAAA A AAA',
  listStatements: 'AA 0 AA--- 0 ---',
  // The statement is Wen Lan's: she confirms and objects, the committee answers, the office reviews, nobody his own.
  readStatement: 'AA 0 AA00A 0 000',
  confirmStatement: '00 0 0000A 0 000',
  objectToStatement: '00 0 0000A 0 000',
  answerObjection: '-- 0 AA--- 0 ---',
  appealStatement: '00 0 0000A 0 000',
  reviewObjection: 'AA 0 ----- 0 ---',
  readSelfCheck: 'AA 0 AAA-- 0 ---',
  fillSelfCheck: '-- 0 AAA-- 0 ---',
  confirmSelfCheck: '-- 0 A---- 0 ---',
  reviewSelfCheck: 'AA 0 ----- 0 ---',
  listSelfChecks: 'AA 0 AAAA0 A 000',
  remindBranches: 'AA - ----- - ---',
  delegateConfirming: '-- 0 A---- 0 ---',

  // The office runs the review of its branches, its leaders enter what was decided, the bureau committee approves; a branch sees its own.
  readReview: 'AA 0 00000 0 000',
  openReview: 'AA 0 00000 0 ---',
  moveSelfReviewDay: 'AA 0 00000 0 ---',
  scoreReview: 'AA 0 00000 0 ---',
  deliberateReview: 'A- 0 00000 0 ---',
  issueReviewNotice: 'AA 0 00000 0 ---',
  approveReview: '-- 0 00000 0 ---',
  circulateReview: 'AA 0 00000 0 ---',
  returnReview: 'A- 0 00000 0 ---',
  reviseReview: 'A- 0 00000 0 ---',
  readBranchReview: 'AA 0 AAAAA 0 000',
  readReviewGrounds: 'AA 0 AAAAA 0 000',
  readReviewChanges: 'AA 0 00000 0 ---',
  readGradeHistory: 'AA 0 00000 0 000',
  // A public notice is for everybody of the bureau.
  readReviewNotice: 'AA A AAAAA A 000',
  fileSelfReview: '-- 0 AA--- 0 ---',
  enterPastGrades: 'AA - ----- - ---',
  signReviewResult: '-- 0 AA--- 0 ---',
  // Who only counts keeps steps and ballots; the committee grades, the organs committee approves, nobody his own branch.
  listMemberReviews: 'AA 0 AAA00 A 000',
  readMemberReview: 'AA 0 AAA-- 0 ---',
  readMemberYear: 'AA 0 AA000 0 000',
  keepReviewSteps: '-- 0 AAA-- 0 ---',
  enterBallots: '-- 0 AAA-- 0 ---',
  withdrawBallots: '-- 0 AAA-- 0 ---',
  scoreMemberReview: 'AA 0 AA--- 0 ---',
  gradeMembers: '-- 0 AA--- 0 ---',
  submitMemberReview: '-- 0 A---- 0 ---',
  returnMemberReview: 'AA 0 ----- 0 ---',
  approveMemberReview: 'A- 0 ----- 0 ---',
  // The result is Wen Lan's own.
  listOwnResults: 'AA A AAAAA A AAA',
  readMemberResult: 'AA 0 AA00A 0 000',
  listResultsOfReview: 'AA 0 AA--- 0 ---',
  confirmResult: '00 0 0000A 0 000',
  objectToResult: '00 0 0000A 0 000',
  answerResult: 'AA 0 ----- 0 ---',
  readAwardReference: 'AA 0 00000 0 000',
  // The branch where somebody went sees what he brought along.
  readTransferSheet: 'AA 0 AA000 A 000',

  // The registers of one's own branch, and those one keeps; the recorder of the branch entered this honour.
  listRegisters: 'AA A AAAAA A AAA',
  listRegisterEntries: 'AA A AAAAA A 000',
  readRegisterSum: 'AA A AAAAA A 000',
  // Without the act it is had only where every entry names oneself.
  exportRegister: 'AA A AAA-- A 000',
  readRegisterForm: 'AA 0 AAA-- 0 000',
  readRegisterEntry: 'AA 0 AAAAA 0 000',
  readMatter: 'AA 0 AAAAA 0 000',
  recordRegisterEntry: 'AA 0 AAA-- 0 000',
  amendRegisterEntry: 'AA 0 AAA-- 0 000',
  withdrawRegisterEntry: 'AA 0 AAA-- 0 000',
  restoreRegisterEntry: 'AA 0 AAA-- 0 000',
  listWithdrawnEntries: 'AA 0 AAAA0 A 000',
  confirmRegisterEntry: 'AA 0 ----- 0 000',
  // Into what one keeps oneself, also for another branch; an import is one's own, a batch is of those who enter there.
  readRegisterTemplate: 'AA - AAA-- A 000',
  checkRegisterTable: 'AA - AAA-- A 000',
  readRegisterImport: '00 0 00A00 0 000',
  readRegisterErrors: '00 0 00A00 0 000',
  carryOutRegisterTable: '00 0 00A00 0 000',
  listRegisterBatches: 'AA - AAA-- A 000',
  withdrawRegisterBatch: 'AA 0 AAA-- 0 000',

  // The secretary handed it out to a new member; the deputy settles what others handed out, the office only looks.
  listAssignments: 'AA A AAAAA A AAA',
  readAssignmentForm: 'AA 0 AA--- 0 000',
  handOutAssignment: 'AA 0 AA--- 0 000',
  readAssignment: 'AA 0 AAA00 0 000',
  amendAssignment: 'rr 0 AAr00 0 000',
  // By the one who was asked, and by nobody for him.
  handInAssignment: 'rr 0 rrr0A 0 000',
  takeBackReport: 'rr 0 rrr0A 0 000',
  // By the one who has it, or by whoever may settle it.
  passOnAssignment: 'rr 0 AAr00 0 000',
  acceptAssignment: 'rr 0 AAr0r 0 000',
  returnAssignment: 'rr 0 AAr0r 0 000',
  closeAssignment: 'rr 0 AAr00 0 000',
  reopenAssignment: 'rr 0 AAr00 0 000',

  // Everybody who works for a branch sees whom his committee drew; a committee of its own below is the office's alone.
  listDraws: 'AA A AAAAA A AAA',
  readDraw: 'AA 0 AAAA0 A 000',
  exportDrawProof: 'AA 0 AAAA0 A 000',
  readDrawForm: 'AA 0 ----0 - 000',
  publishDraw: 'AA 0 00000 0 000',
  giveDrawWord: 'AA 0 00000 0 000',
  carryOutDraw: 'AA 0 00000 0 000',
  voidDraw: 'AA 0 00000 0 000',
  readTeamForm: 'AA 0 ----0 - 000',
  planSheet: 'AA 0 ----0 - 000',
  // A sheet is its team's and the office's until it was sent; then the desks of the branch read it, and its secretary signs.
  changeTeam: 'AA 0 00000 0 000',
  listRecusals: 'AA 0 00000 0 000',
  declareRecusal: 'AA 0 00000 0 000',
  endRecusal: 'AA 0 00000 0 000',
  listSheets: 'AA A AAAAA A AAA',
  readSheet: 'AA 0 AAA00 0 000',
  markSheet: 'AA 0 00000 0 000',
  // The secretary of the organs filled it in; the other of the team confirms it.
  confirmSheet: 'rA 0 00000 0 000',
  sendFeedback: 'AA 0 00000 0 000',
  signFeedback: '-- 0 AA-00 0 000',
  listProblems: 'AA A AAAAA A AAA',
  readProblem: 'AA 0 AAA00 0 000',
  openProblem: '-- 0 AAA-- 0 ---',
  reportProblem: '-- 0 AAA00 0 000',
  recheckProblem: 'AA 0 rrr00 0 000',
  readCircular: 'AA 0 ----0 - 000',
  issueCircular: 'AA 0 ----0 - 000',

  readMyDesk: 'AA A AAAAA A AAA',
  readBranchDesk: 'AA 0 AAA00 0 000',
  readProposals: 'AA 0 AA000 0 000',
  // Whoever may not see the committee's sessions is answered with nothing.
  readRequirements: 'AA A AAAAA A AAA',
  readFollowUps: 'AA 0 AAA00 0 000',
  readCareBands: 'AA 0 AA000 0 000',
  readCareScopes: 'AA A AAAAA A AAA',
  readMonthBoard: 'AA 0 AAA00 0 000',
  readMonthGrounds: 'AA 0 AAA00 0 000',
  // A member sees what his branch comes to; whom it counts, he does not.
  readBranchScore: 'AA 0 AAAAA 0 000',
  readScoreBoard: 'AA 0 AAA00 0 000',
  readLabels: 'AA 0 AAA00 0 000',
  readLabelledFacts: 'AA 0 AAA00 0 000',
  readScoreScopes: 'AA A AAAAA A AAA',
  // The branch breaks its year down, its secretary files it, the office returns it; a member of the branch reads it.
  listTargetPlans: 'AA A AAAAA A AAA',
  readTargetPlan: 'AA 0 AAAAA 0 000',
  generateTargetPlan: '-- 0 AAA-- 0 ---',
  amendTargetPlan: '-- 0 AAA-- 0 ---',
  fileTargetPlan: '-- 0 A---- 0 ---',
  returnTargetPlan: 'AA 0 ----- 0 ---',
  readPoints: 'AA 0 AA00A 0 000',
  readBranchPoints: 'AA 0 AA000 0 000',
  readPointsScopes: 'AA A AAAAA A AAA',
  // A trial is the office's, and one's own.
  tryScheme: 'AA - ----- - ---',
  readSchemeTrial: '0A 0 00000 0 000',
  readTrialGrounds: '0A 0 00000 0 000',
  // The log of the whole bureau goes to an office at its root only; this office stands below it.
  exportFacts: '-- - ----- - ---',

  // Nobody learns anything from it, but carrying a table off is an act of its own.
  makeWorkbook: 'AA A AAA-- A ---',
  // One's own, whoever one is.
  readKeptColumns: 'AA A AAAAA A AAA',
  keepColumns: 'AA A AAAAA A AAA',

  // One scheme for the whole bureau: every post may read it; an office at the root adopts it.
  readSchemes: 'AA A AAAA- A ---',
  readSchemeText: 'AA A AAAA- A ---',
  readGuides: 'AA A AAAAA A AAA',
  readSampleScheme: 'AA A AAAA- A ---',
  checkScheme: 'AA A AAAA- A ---',
  exportSchemeTable: 'AA A AAAA- A ---',
  readSchemeTable: 'AA A AAAA- A ---',
  readSchemeItems: 'AA A AAAA- A ---',
  amendSchemeItem: 'AA A AAAA- A ---',
  adoptScheme: '-- - ----- - ---',

  readRosterTemplate: 'AA - ----- - ---',
  // Everybody's own imports; most people have none.
  readRosterImports: 'AA A AAAAA A AAA',
  checkRoster: 'AA - ----- - ---',
  readRosterImport: '0A 0 00000 0 000',
  carryOutRoster: '0A - ----- - ---',
  readRosterErrors: '0A 0 00000 0 000',
  // Leave from a table: whoever keeps some rota may send one in; an import is one's own.
  readTableTemplate: 'AA - AAAA- A ---',
  checkTable: 'AA - AAAA- A ---',
  readTableImport: '00 0 00A00 0 000',
  carryOutTable: '00 0 00A00 0 000',
  readTableErrors: '00 0 00A00 0 000',
  // A batch is of those who may import where it wrote, whoever did it.
  listImportBatches: 'AA - ----- - ---',
  withdrawImportBatch: 'AA 0 00000 0 000',

  readJob: '0A 0 00000 0 000',
  cancelJob: '0A 0 00000 0 000',
};

/** They end sessions of whoever asks, or change how he comes in; that everybody may do them to himself alone is shown in `src/server/access`. */
const OWN_SESSIONS = ['signOut', 'changePassword', 'endMySessions', 'enrolSecondFactor', 'removeSecondFactor'];
const requests = allRequests.filter((it) => !OWN_SESSIONS.includes(it.contract.name));
const SIGNS = new Map([['NotAllowed', '-'], ['NotFound', '0']]);

let bureau: TestBureau;
let bench: Bench;
/** One session of each for all operations: those that would end it are {@link OWN_SESSIONS}, the others end only newcomers'. */
let sessions: ReadonlyMap<CastName, Caller>;
beforeAll(async () => {
  bureau = await testBureau();
  bench = benchOf(bureau);
  sessions = new Map(await Promise.all(COLUMNS.map(async (name): Promise<[CastName, Caller]> => [name, await bench.session(name)])));
});
const sessionOf = (name: CastName): Caller => sessions.get(name) ?? bureau.as('nobody');
afterAll(() => bureau.drop());

const rowOf = (asked: Asked): readonly string[] => [...(table[asked.contract.name] ?? '').replaceAll(' ', '')];

async function cell(caller: Caller, contract: Contract, prepared: Awaited<ReturnType<Asked['prepare']>>): Promise<{ sign: string; words: string }> {
  const { input, ...rest } = prepared;
  const answer = await caller.request(contract, input, rest);
  if (answer.ok) return { sign: 'A', words: await answer.text() };
  const { name } = (await answer.json()) as { name: string };
  return { sign: SIGNS.get(name) ?? (answer.status < 500 ? 'r' : `${answer.status}`), words: name };
}

describe('the table of who may do what', () => {
  it('has a row for every operation, and every row an operation', () => {
    const named = new Set([...Object.keys(table), ...OWN_SESSIONS]);
    expect(withoutRow()).toEqual([]);
    expect(allContracts.map((it) => it.name).filter((it) => !named.has(it)).map((it) => `${it}: say in the table of test/authorization.test.ts who may`)).toEqual([]);
    expect(Object.keys(table).filter((name) => !allContracts.some((it) => it.name === name))).toEqual([]);
    expect(requests.filter((it) => rowOf(it).length !== COLUMNS.length).map((it) => `${it.contract.name}: ${rowOf(it).length} columns`)).toEqual([]);
  });
});

describe.each(requests.map((it) => [it.contract.name, it] as const))('%s', (_, asked) => {
  it('is carried out for whom it should be and for nobody else, and a refusal writes nothing', async () => {
    const expected = rowOf(asked);
    const refused = await asked.prepare(bench);
    const before = await footprint(bureau);
    const found: string[] = [];
    for (const [at, name] of COLUMNS.entries()) {
      found[at] = expected[at] === 'A' ? 'A' : (await cell(sessionOf(name), asked.contract, refused)).sign;
    }
    expect(await footprint(bureau), 'T8: a request that must be refused wrote something').toEqual(before);
    // A question uses nothing up: all of them are asked about the same.
    const toCarryOut = (): Promise<Prepared> => (isWrite(asked.contract) ? asked.prepare(bench) : Promise.resolve(refused));
    for (const [at, name] of COLUMNS.entries()) {
      if (expected[at] === 'A') found[at] = (await cell(sessionOf(name), asked.contract, await toCarryOut())).sign;
    }
    expect(Object.fromEntries(COLUMNS.map((name, at) => [name, found[at]])), 'T8: not as the table says').toEqual(Object.fromEntries(COLUMNS.map((name, at) => [name, expected[at]])));
  });
});

describe('whatever he is asked', () => {
  const foreign: readonly CastName[] = ['gucheng', 'heqing', 'xitong', 'anquan'];
  /** Who manages accounts knows names and branches of people, and nothing else of them. */
  const ofAccounts = ['readAccounts', 'readAccount', 'readAccountCandidates', 'readRosterAccounts', 'readRights', 'readViewpoint'];

  it('nobody from outside the branch is told of a member of it', async () => {
    const secrets = [bureau.cast.person.wenlan, '温岚'];
    const told: string[] = [];
    for (const asked of requests.filter((it) => it.contract.method === 'GET')) {
      const prepared = await asked.prepare(bench);
      for (const name of foreign) {
        if (name === 'anquan' && ofAccounts.includes(asked.contract.name)) continue;
        const { words } = await cell(sessionOf(name), asked.contract, prepared);
        if (secrets.some((it) => words.includes(it))) told.push(`${asked.contract.name} to ${name}`);
      }
    }
    expect(told).toEqual([]);
    // It grows with the operations, and some of what they ask about is made by jobs.
  }, 120_000);
});

describe('every operation that is not open', () => {
  const closed = allContracts.filter((it) => !it.open);
  const answersTo = async (caller: Caller, contracts: readonly Contract[]): Promise<string[]> => {
    const names: string[] = [];
    for (const contract of contracts) names.push(`${contract.name} ${((await (await caller.request(contract, {})).json()) as { name: string }).name}`);
    return names;
  };
  const all = (contracts: readonly Contract[], name: string): string[] => contracts.map((it) => `${it.name} ${name}`);

  it('is closed to who is not signed in, to a made-up token, and to who has left the bureau', async () => {
    expect(await answersTo(bureau.as('nobody'), closed)).toEqual(all(closed, 'NotSignedIn'));
    expect(await answersTo(bureau.withToken('made-up'), closed)).toEqual(all(closed, 'NotSignedIn'));
    expect(await answersTo(bureau.as('liubo'), closed)).toEqual(all(closed, 'NotSignedIn'));
  });

  it('is closed from the next request on to whose account was closed', async () => {
    const { account, caller } = await bench.newAccount();
    await bureau.as('anquan').call(closeAccount, { account });
    expect(await answersTo(caller, closed)).toEqual(all(closed, 'NotSignedIn'));
  });

  it('waits until the first password has been changed', async () => {
    const { account, caller } = await bench.newAccount();
    await bureau.within((call) => call.tx.run(sql`UPDATE account SET must_change_password = true WHERE id = ${account}`));
    const waiting = closed.filter((it) => !it.beforePasswordChange);
    expect(await answersTo(caller, waiting)).toEqual(all(waiting, 'PasswordMustChange'));
  });

  it('waits until the second factor has been enrolled that a role demands', async () => {
    const { account, caller } = await bench.newAccount();
    await bureau.as('anquan').call(grantRole, { account, role: 'inspector', organisation: bench.on('organs'), from: NOW.slice(0, 10), to: null });
    await bureau.as('anquan').call(demandSecondFactor, { roles: ['inspector'] });
    const waiting = closed.filter((it) => !it.beforePasswordChange && !it.beforeSecondFactor);
    expect(await answersTo(caller, waiting)).toEqual(all(waiting, 'SecondFactorMustEnrol'));
    await bureau.as('anquan').call(demandSecondFactor, { roles: [] });
  });

  it('is closed to a page of another site, if it writes', async () => {
    const writes = allContracts.filter((it) => it.method !== 'GET');
    const names: string[] = [];
    for (const contract of writes) {
      for (const headers of [{ 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'same-site' }, { origin: 'https://elsewhere.example', host: 'zhibu.example' }]) {
        names.push(`${contract.name} ${((await (await bureau.as('luojian').request(contract, {}, { headers })).json()) as { name: string }).name}`);
      }
    }
    expect(names).toEqual(writes.flatMap((it) => Array<string>(3).fill(`${it.name} CrossSite`)));
  });
});
