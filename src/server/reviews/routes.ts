import * as branches from '#domain/reviews/branch-contract.ts';
import * as contracts from '#domain/reviews/contract.ts';
import { route, type Route } from '#server/platform/call.ts';
import { approveReview, circulateReview, issueReviewNotice } from './approve-review.ts';
import { deliberateReview, returnReview } from './deliberate-review.ts';
import { enterPastGrades } from './enter-past-grades.ts';
import { fileSelfReview } from './file-self-review.ts';
import { moveSelfReviewDay, openReview, reviseReview } from './open-review.ts';
import { readBranchReview } from './read-branch-review.ts';
import { readGradeHistory } from './read-grade-history.ts';
import { readReviewChanges, readReviewGrounds } from './read-review-grounds.ts';
import { readReviewNotice } from './read-review-notice.ts';
import { readReview } from './read-review.ts';
import { scoreReview } from './score-review.ts';
import { signReviewResult } from './sign-review-result.ts';

export const reviewRoutes: readonly Route[] = [
  route(contracts.readReview, readReview),
  route(contracts.openReview, openReview),
  route(contracts.moveSelfReviewDay, moveSelfReviewDay),
  route(contracts.scoreReview, scoreReview),
  route(contracts.deliberateReview, deliberateReview),
  route(contracts.issueReviewNotice, issueReviewNotice),
  route(contracts.approveReview, approveReview),
  route(contracts.circulateReview, circulateReview),
  route(contracts.returnReview, returnReview),
  route(contracts.reviseReview, reviseReview),
  route(branches.readBranchReview, readBranchReview),
  route(branches.readReviewGrounds, readReviewGrounds),
  route(branches.readReviewChanges, readReviewChanges),
  route(branches.readReviewNotice, readReviewNotice),
  route(branches.fileSelfReview, fileSelfReview),
  route(branches.signReviewResult, signReviewResult),
  route(branches.readGradeHistory, readGradeHistory),
  route(branches.enterPastGrades, enterPastGrades),
];
