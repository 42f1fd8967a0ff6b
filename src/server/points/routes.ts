import { exportFacts, readBranchPoints, readPoints, readPointsScopes } from '#domain/points/contract.ts';
import { route, type Route } from '#server/platform/call.ts';
import { exportFacts as exported } from './export-facts.ts';
import { readBranchPoints as ofBranch, readPointsScopes as scopes } from './read-branch-points.ts';
import { readPoints as ofPerson } from './read-points.ts';

export const pointsRoutes: readonly Route[] = [
  route(readPoints, ofPerson),
  route(readBranchPoints, ofBranch),
  route(readPointsScopes, scopes),
  route(exportFacts, exported),
];
