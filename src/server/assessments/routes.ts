import { readBranchScore, readScoreScopes } from '#domain/assessments/contract.ts';
import { route, type Route } from '#server/platform/call.ts';
import { readBranchScore as score, readScoreScopes as scopes } from './read-branch-score.ts';

export const assessmentRoutes: readonly Route[] = [
  route(readBranchScore, score),
  route(readScoreScopes, scopes),
];
