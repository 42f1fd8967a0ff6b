import * as contracts from '#domain/evaluations/contract.ts';
import * as results from '#domain/evaluations/result-contract.ts';
import { route, type Route } from '#server/platform/call.ts';
import { answerResult } from './answer-result.ts';
import { approveMemberReview, returnMemberReview } from './approve-member-review.ts';
import { enterBallots } from './enter-ballots.ts';
import { gradeMembers, submitMemberReview } from './grade-members.ts';
import { keepReviewSteps } from './keep-review-steps.ts';
import { listMemberReviews } from './list-member-reviews.ts';
import { confirmResult, objectToResult } from './move-result.ts';
import { readAwardReference } from './read-award-reference.ts';
import { readMemberReview } from './read-member-review.ts';
import { readMemberYear } from './read-member-year.ts';
import { listOwnResults, listResultsOfReview, readMemberResult } from './read-results.ts';
import { readTransferSheet } from './read-transfer-sheet.ts';
import { scoreMemberReview } from './score-member-review.ts';
import { withdrawBallots } from './withdraw-ballots.ts';

export const evaluationRoutes: readonly Route[] = [
  route(contracts.listMemberReviews, listMemberReviews),
  route(contracts.readMemberReview, readMemberReview),
  route(contracts.readMemberYear, readMemberYear),
  route(contracts.keepReviewSteps, keepReviewSteps),
  route(contracts.enterBallots, enterBallots),
  route(contracts.withdrawBallots, withdrawBallots),
  route(contracts.scoreMemberReview, scoreMemberReview),
  route(contracts.gradeMembers, gradeMembers),
  route(contracts.submitMemberReview, submitMemberReview),
  route(contracts.returnMemberReview, returnMemberReview),
  route(contracts.approveMemberReview, approveMemberReview),
  route(results.listOwnResults, listOwnResults),
  route(results.readMemberResult, readMemberResult),
  route(results.listResultsOfReview, listResultsOfReview),
  route(results.confirmResult, confirmResult),
  route(results.objectToResult, objectToResult),
  route(results.answerResult, answerResult),
  route(results.readAwardReference, readAwardReference),
  route(results.readTransferSheet, readTransferSheet),
];
