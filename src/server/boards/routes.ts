import { readBranchDesk, readMyDesk } from '#domain/boards/contract.ts';
import { route, type Route } from '#server/platform/call.ts';
import { readBranchDesk as readBranch } from './read-branch-desk.ts';
import { readMyDesk as readMine } from './read-my-desk.ts';

export const boardRoutes: readonly Route[] = [route(readMyDesk, readMine), route(readBranchDesk, readBranch)];
