import { readScoreBoard } from '#domain/assessments/board-contract.ts';
import { readBranchScore, readScoreScopes } from '#domain/assessments/contract.ts';
import { readLabelledFacts, readLabels } from '#domain/assessments/labels-contract.ts';
import { route, type Route } from '#server/platform/call.ts';
import { readBranchScore as score, readScoreScopes as scopes } from './read-branch-score.ts';
import { readLabelledFacts as labelledFacts, readLabels as labels } from './read-labels.ts';
import { readScoreBoard as board } from './read-score-board.ts';

export const assessmentRoutes: readonly Route[] = [
  route(readBranchScore, score),
  route(readScoreScopes, scopes),
  route(readScoreBoard, board),
  route(readLabels, labels),
  route(readLabelledFacts, labelledFacts),
];
