import { readBranchDesk, readMyDesk } from '#domain/boards/contract.ts';
import { readFollowUps } from '#domain/boards/follow-up-contract.ts';
import { readMonthBoard, readMonthGrounds } from '#domain/boards/month-contract.ts';
import { readRequirements } from '#domain/boards/requirement-contract.ts';
import { route, type Route } from '#server/platform/call.ts';
import { readBranchDesk as readBranch } from './read-branch-desk.ts';
import { readFollowUps as readCalledFor } from './read-follow-ups.ts';
import { readMonthBoard as readBoard } from './read-month-board.ts';
import { readMonthGrounds as readGrounds } from './read-month-grounds.ts';
import { readMyDesk as readMine } from './read-my-desk.ts';
import { readRequirements as readOwed } from './read-requirements.ts';

export const boardRoutes: readonly Route[] = [
  route(readMyDesk, readMine),
  route(readBranchDesk, readBranch),
  route(readFollowUps, readCalledFor),
  route(readRequirements, readOwed),
  route(readMonthBoard, readBoard),
  route(readMonthGrounds, readGrounds),
];
