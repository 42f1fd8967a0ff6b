import * as contracts from '#domain/imports/contract.ts';
import { route, type Route } from '#server/platform/call.ts';
import type { JobKind } from '#server/platform/jobs.ts';
import { faultyRowsOf } from '#server/platform/table-import.ts';
import { carryOutRoster, carryOutRosterFile } from './carry-out-roster.ts';
import { checkRoster, checkRosterFile } from './check-roster.ts';
import { ROSTER } from './import-jobs.ts';
import { importOf, readRosterImports } from './import-reads.ts';
import { readRosterTemplate } from './read-roster-template.ts';

export const importRoutes: readonly Route[] = [
  route(contracts.readRosterTemplate, readRosterTemplate),
  route(contracts.readRosterImports, readRosterImports),
  route(contracts.checkRoster, checkRoster),
  route(contracts.readRosterImport, (call, input) => importOf(call, input.import)),
  route(contracts.carryOutRoster, carryOutRoster),
  route(contracts.readRosterErrors, (call, input) => faultyRowsOf(call, ROSTER, input.import)),
];

export const importJobs: readonly JobKind[] = [
  { kind: ROSTER.check, work: checkRosterFile },
  { kind: ROSTER.carryOut, work: carryOutRosterFile },
];
