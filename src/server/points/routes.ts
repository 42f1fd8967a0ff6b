import { readProposals } from '#domain/boards/contract.ts';
import { exportFacts, readBranchPoints, readPoints, readPointsScopes } from '#domain/points/contract.ts';
import { readCareBands, readCareScopes } from '#domain/points/care-contract.ts';
import * as trials from '#domain/points/trial-contract.ts';
import { route, type Route } from '#server/platform/call.ts';
import type { JobKind } from '#server/platform/jobs.ts';
import { carryOutTrial } from './carry-out-trial.ts';
import { exportFacts as exported } from './export-facts.ts';
import { readBranchPoints as ofBranch, readPointsScopes as scopes } from './read-branch-points.ts';
import { readCareBands as bands, readCareScopes as careScopes } from './read-care-bands.ts';
import { readPoints as ofPerson } from './read-points.ts';
import { readProposals as proposed } from './read-proposals.ts';
import { readSchemeTrial } from './read-scheme-trial.ts';
import { readTrialGrounds } from './read-trial-grounds.ts';
import { TRY_SCHEME } from './trial-jobs.ts';
import { tryScheme } from './try-scheme.ts';

export const pointsRoutes: readonly Route[] = [
  route(readPoints, ofPerson),
  route(readBranchPoints, ofBranch),
  route(readPointsScopes, scopes),
  route(readProposals, proposed),
  route(readCareBands, bands),
  route(readCareScopes, careScopes),
  route(exportFacts, exported),
  route(trials.tryScheme, tryScheme),
  route(trials.readSchemeTrial, readSchemeTrial),
  route(trials.readTrialGrounds, readTrialGrounds),
];

export const pointsJobs: readonly JobKind[] = [{ kind: TRY_SCHEME, work: carryOutTrial }];
