import * as contracts from '#domain/registers/contract.ts';
import * as imports from '#domain/registers/import-contract.ts';
import { readRegisterSum as sumContract } from '#domain/registers/sum-contract.ts';
import { listWithdrawnEntries as listWithdrawn, restoreRegisterEntry as restore } from '#domain/registers/restoring-contract.ts';
import { readBrands as brandsContract, readFeatures as featuresContract } from '#domain/registers/showcase-contract.ts';
import { route, type Route } from '#server/platform/call.ts';
import type { JobKind } from '#server/platform/jobs.ts';
import { faultyRowsOf } from '#server/platform/table-import.ts';
import { confirmRegisterEntry } from './confirm-entry.ts';
import { exportRegister } from './export-register.ts';
import { carryOutRegisterTable, carryOutRegisterTableFile } from './import/carry-out-register-table.ts';
import { checkRegisterTable, checkRegisterTableFile } from './import/check-register-table.ts';
import { REGISTER_TABLE } from './import/import-jobs.ts';
import { importOf } from './import/import-reads.ts';
import { listRegisterBatches } from './import/list-register-batches.ts';
import { readRegisterTemplate } from './import/read-register-template.ts';
import { withdrawRegisterBatch } from './import/withdraw-register-batch.ts';
import { listRegisterEntries } from './list-entries.ts';
import { listWithdrawnEntries } from './list-withdrawn-entries.ts';
import { listRegisters } from './list-registers.ts';
import { readBrands } from './read-brands.ts';
import { readFeatures } from './read-features.ts';
import { readRegisterEntry } from './read-entry.ts';
import { readMatter } from './read-matter.ts';
import { readRegisterSum } from './read-sum.ts';
import { readRegisterForm } from './read-entry-form.ts';
import { amendRegisterEntry, recordRegisterEntry } from './record-entry.ts';
import { restoreRegisterEntry, withdrawRegisterEntry } from './withdraw-entry.ts';

export const registerRoutes: readonly Route[] = [
  route(contracts.listRegisters, listRegisters),
  route(contracts.listRegisterEntries, listRegisterEntries),
  route(sumContract, readRegisterSum),
  route(listWithdrawn, listWithdrawnEntries),
  route(contracts.readRegisterEntry, readRegisterEntry),
  route(contracts.readMatter, readMatter),
  route(contracts.readRegisterForm, readRegisterForm),
  route(contracts.recordRegisterEntry, recordRegisterEntry),
  route(contracts.amendRegisterEntry, amendRegisterEntry),
  route(contracts.withdrawRegisterEntry, withdrawRegisterEntry),
  route(restore, restoreRegisterEntry),
  route(contracts.confirmRegisterEntry, confirmRegisterEntry),
  route(contracts.exportRegister, exportRegister),
  route(brandsContract, readBrands),
  route(featuresContract, readFeatures),
  route(imports.readRegisterTemplate, readRegisterTemplate),
  route(imports.checkRegisterTable, checkRegisterTable),
  route(imports.readRegisterImport, (call, input) => importOf(call, input.import)),
  route(imports.readRegisterErrors, (call, input) => faultyRowsOf(call, REGISTER_TABLE, input.import)),
  route(imports.carryOutRegisterTable, carryOutRegisterTable),
  route(imports.listRegisterBatches, listRegisterBatches),
  route(imports.withdrawRegisterBatch, withdrawRegisterBatch),
];

export const registerJobs: readonly JobKind[] = [
  { kind: REGISTER_TABLE.check, work: checkRegisterTableFile },
  { kind: REGISTER_TABLE.carryOut, work: carryOutRegisterTableFile },
];
