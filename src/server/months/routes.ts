import * as contracts from '#domain/months/contract.ts';
import * as selfChecks from '#domain/months/self-check-contract.ts';
import * as statements from '#domain/months/statement-contract.ts';
import { route, type Route } from '#server/platform/call.ts';
import type { JobKind } from '#server/platform/jobs.ts';
import { carryOutClosing, closeMonth, closeYear } from './close-month.ts';
import { CLOSE_MONTH } from './closing-jobs.ts';
import { delegateConfirming, listSelfChecks, remindBranches } from './collect-self-checks.ts';
import { confirmSelfCheck, fillSelfCheck, reviewSelfCheck } from './file-self-check.ts';
import { grantLateFiling } from './grant-late-filing.ts';
import { answerObjection, appealStatement, confirmStatement, objectToStatement, reviewObjection } from './move-statement.ts';
import { readMonths } from './read-months.ts';
import { readSelfCheck } from './read-self-check.ts';
import { readStatement } from './read-statement.ts';
import { listOwnStatements, listStatements } from './read-statements.ts';
import { reopenMonth } from './reopen-month.ts';

export const monthRoutes: readonly Route[] = [
  route(contracts.readMonths, readMonths),
  route(contracts.closeMonth, closeMonth),
  route(contracts.closeYear, closeYear),
  route(contracts.reopenMonth, reopenMonth),
  route(contracts.grantLateFiling, grantLateFiling),
  route(statements.listOwnStatements, listOwnStatements),
  route(statements.listStatements, listStatements),
  route(statements.readStatement, readStatement),
  route(statements.confirmStatement, confirmStatement),
  route(statements.objectToStatement, objectToStatement),
  route(statements.answerObjection, answerObjection),
  route(statements.appealStatement, appealStatement),
  route(statements.reviewObjection, reviewObjection),
  route(selfChecks.readSelfCheck, readSelfCheck),
  route(selfChecks.fillSelfCheck, fillSelfCheck),
  route(selfChecks.confirmSelfCheck, confirmSelfCheck),
  route(selfChecks.reviewSelfCheck, reviewSelfCheck),
  route(selfChecks.listSelfChecks, listSelfChecks),
  route(selfChecks.remindBranches, remindBranches),
  route(selfChecks.delegateConfirming, delegateConfirming),
];

export const monthJobs: readonly JobKind[] = [{ kind: CLOSE_MONTH, work: carryOutClosing }];
