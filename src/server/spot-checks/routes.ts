import * as circulars from '#domain/spot-checks/circular-contract.ts';
import * as draws from '#domain/spot-checks/draw-contract.ts';
import * as problems from '#domain/spot-checks/problem-contract.ts';
import * as sheets from '#domain/spot-checks/sheet-contract.ts';
import { route, type Route } from '#server/platform/call.ts';
import { carryOutDraw, giveDrawWord } from './carry-out-draw.ts';
import { declareRecusal, endRecusal } from './declare-recusal.ts';
import { exportDrawProof } from './export-draw-proof.ts';
import { issueCircular } from './issue-circular.ts';
import { confirmSheet, markSheet } from './mark-sheet.ts';
import { openProblem, recheckProblem, reportProblem } from './move-problem.ts';
import { changeTeam, planSheet, readTeamForm } from './plan-sheet.ts';
import { publishDraw, voidDraw } from './publish-draw.ts';
import { readCircular } from './read-circular.ts';
import { listDraws, readDraw, readDrawForm } from './read-draws.ts';
import { listRecusals } from './list-recusals.ts';
import { listProblems, readProblem } from './read-problems.ts';
import { listSheets, readSheet } from './read-sheets.ts';
import { sendFeedback, signFeedback } from './send-feedback.ts';

export const spotCheckRoutes: readonly Route[] = [
  route(draws.listDraws, listDraws),
  route(draws.readDraw, readDraw),
  route(draws.readDrawForm, readDrawForm),
  route(draws.publishDraw, publishDraw),
  route(draws.giveDrawWord, giveDrawWord),
  route(draws.carryOutDraw, carryOutDraw),
  route(draws.voidDraw, voidDraw),
  route(draws.exportDrawProof, exportDrawProof),
  route(sheets.readTeamForm, readTeamForm),
  route(sheets.planSheet, planSheet),
  route(sheets.changeTeam, changeTeam),
  route(sheets.listRecusals, listRecusals),
  route(sheets.declareRecusal, declareRecusal),
  route(sheets.endRecusal, endRecusal),
  route(sheets.listSheets, listSheets),
  route(sheets.readSheet, readSheet),
  route(sheets.markSheet, markSheet),
  route(sheets.confirmSheet, confirmSheet),
  route(sheets.sendFeedback, sendFeedback),
  route(sheets.signFeedback, signFeedback),
  route(problems.listProblems, listProblems),
  route(problems.readProblem, readProblem),
  route(problems.openProblem, openProblem),
  route(problems.reportProblem, reportProblem),
  route(problems.recheckProblem, recheckProblem),
  route(circulars.readCircular, readCircular),
  route(circulars.issueCircular, issueCircular),
];
