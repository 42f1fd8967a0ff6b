import { z } from 'zod';
import { id, word } from '#domain/facts/contract.ts';
import { sheetCheck, sheetOutcome } from '#domain/imports/sheet-contract.ts';
import { carryOutInput as carryOutFields, checkInput as checkFields, type TableKind } from '#server/platform/table-import.ts';

/** What a check of a register's table is asked for. */
export const checkInput = checkFields.extend({ register: word });
/** What it leaves behind: the result, and the file of faulty rows if there are any. */
export const checkResult = z.object({ checked: sheetCheck, errors: id.nullable() });
export type CheckResult = z.output<typeof checkResult>;

export const carryOutInput = checkInput.extend(carryOutFields);
export const carryOutResult = sheetOutcome;

export const REGISTER_TABLE: TableKind = { check: 'checkRegisterTable', carryOut: 'carryOutRegisterTable' };
