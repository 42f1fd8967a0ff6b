import * as contracts from '#domain/imports/contract.ts';
import { route, type Route } from '#server/platform/call.ts';
import type { JobKind } from '#server/platform/jobs.ts';
import { carryOutRoster, carryOutRosterFile } from './carry-out-roster.ts';
import { checkRoster, checkRosterFile } from './check-roster.ts';
import { CARRY_OUT_ROSTER, CHECK_ROSTER } from './import-jobs.ts';
import { importOf, readRosterImports } from './import-reads.ts';
import { readRosterErrors, readRosterTemplate } from './read-roster-files.ts';

export const importRoutes: readonly Route[] = [
  route(contracts.readRosterTemplate, readRosterTemplate),
  route(contracts.readRosterImports, readRosterImports),
  route(contracts.checkRoster, checkRoster),
  route(contracts.readRosterImport, (call, input) => importOf(call, input.import)),
  route(contracts.carryOutRoster, carryOutRoster),
  route(contracts.readRosterErrors, readRosterErrors),
];

export const importJobs: readonly JobKind[] = [
  { kind: CHECK_ROSTER, work: checkRosterFile },
  { kind: CARRY_OUT_ROSTER, work: carryOutRosterFile },
];
