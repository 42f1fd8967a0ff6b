import { z } from 'zod';
import { demand, scopesOf } from '#domain/access/policy.ts';
import { id } from '#domain/facts/contract.ts';
import { batchActs } from '#domain/imports/batch-contract.ts';
import { sheetCheck, sheetOutcome } from '#domain/imports/sheet-contract.ts';
import { importTable, type ImportTable } from '#domain/imports/table-contract.ts';
import type { TableImporter } from '#server/facts/table-importer.ts';
import type { Call } from '#server/platform/call.ts';
import { carryOutInput as carryOutFields, checkInput as checkFields, type TableKind } from '#server/platform/table-import.ts';

/** What a check of a table is asked for. */
export const checkInput = checkFields.extend({ table: importTable });
/** What it leaves behind: the result, and the file of faulty rows if there are any. */
export const checkResult = z.object({ checked: sheetCheck, errors: id.nullable() });
export type CheckResult = z.output<typeof checkResult>;

export const carryOutInput = checkInput.extend(carryOutFields);
export const carryOutResult = sheetOutcome;

export const TABLE: TableKind = { check: 'checkTable', carryOut: 'carryOutTable' };

export function importerOf(importers: readonly TableImporter[], table: ImportTable): TableImporter {
  const found = importers.find((it) => it.table === table);
  if (!found) throw new Error(`no importer of ${table}`);
  return found;
}

/** The right to import such a table on some organisation; which ones is asked of every line. @throws NotAllowed */
export const demandTableImporter = (call: Call, table: ImportTable): void =>
  void demand(call.actor, batchActs[table], scopesOf(call.actor, batchActs[table]));
