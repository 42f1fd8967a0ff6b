import * as batches from '#domain/imports/batch-contract.ts';
import * as tables from '#domain/imports/table-contract.ts';
import * as contracts from '#domain/imports/contract.ts';
import type { TableImporter } from '#server/facts/table-importer.ts';
import { route, type Route } from '#server/platform/call.ts';
import type { JobKind } from '#server/platform/jobs.ts';
import { faultyRowsOf } from '#server/platform/table-import.ts';
import { carryOutRoster, carryOutRosterFile } from './carry-out-roster.ts';
import { checkRoster, checkRosterFile } from './check-roster.ts';
import { ROSTER } from './import-jobs.ts';
import { importOf, readRosterImports } from './import-reads.ts';
import { listImportBatches } from './list-import-batches.ts';
import { readRosterTemplate } from './read-roster-template.ts';
import { carryOutTable, carryOutTableFile } from './tables/carry-out-table.ts';
import { checkTable, checkTableFile } from './tables/check-table.ts';
import { readTableTemplate } from './tables/read-table-template.ts';
import { tableImportOf } from './tables/table-import-reads.ts';
import { TABLE } from './tables/table-jobs.ts';
import { withdrawImportBatch } from './withdraw-import-batch.ts';

/** @param importers what the rooms take in as tables. */
export const importRoutes = (importers: readonly TableImporter[]): readonly Route[] => [
  route(tables.readTableTemplate, readTableTemplate(importers)),
  route(tables.checkTable, checkTable),
  route(tables.readTableImport, (call, input) => tableImportOf(call, input.import)),
  route(tables.readTableErrors, (call, input) => faultyRowsOf(call, TABLE, input.import)),
  route(tables.carryOutTable, carryOutTable),
  route(contracts.readRosterTemplate, readRosterTemplate),
  route(contracts.readRosterImports, readRosterImports),
  route(contracts.checkRoster, checkRoster),
  route(contracts.readRosterImport, (call, input) => importOf(call, input.import)),
  route(contracts.carryOutRoster, carryOutRoster),
  route(batches.listImportBatches, listImportBatches),
  route(batches.withdrawImportBatch, withdrawImportBatch),
  route(contracts.readRosterErrors, (call, input) => faultyRowsOf(call, ROSTER, input.import)),
];

export const importJobs = (importers: readonly TableImporter[]): readonly JobKind[] => [
  { kind: TABLE.check, work: checkTableFile(importers) },
  { kind: TABLE.carryOut, work: carryOutTableFile(importers) },
  { kind: ROSTER.check, work: checkRosterFile },
  { kind: ROSTER.carryOut, work: carryOutRosterFile },
];
