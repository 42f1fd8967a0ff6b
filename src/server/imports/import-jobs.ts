import { z } from 'zod';
import { demand, scopesOf } from '#domain/access/policy.ts';
import { civilDate, id } from '#domain/facts/contract.ts';
import { rosterCheck, rosterOutcome } from '#domain/imports/contract.ts';
import type { Call } from '#server/platform/call.ts';
import { carryOutInput as carryOutFields, checkInput as checkFields, type TableKind } from '#server/platform/table-import.ts';

/** What a check of a roster is asked for. */
export const checkInput = checkFields.extend({ from: civilDate });
/** What it leaves behind: the result, and the file of faulty rows if there are any. */
export const checkResult = z.object({ checked: rosterCheck, errors: id.nullable() });
export type CheckResult = z.output<typeof checkResult>;

export const carryOutInput = checkInput.extend(carryOutFields);
export const carryOutResult = rosterOutcome;

export const ROSTER: TableKind = { check: 'checkRoster', carryOut: 'carryOutRoster' };

/** The right to import on some organisation; which branches is asked of every row. @throws NotAllowed */
export const demandImporter = (call: Call): void => void demand(call.actor, 'importRoster', scopesOf(call.actor, 'importRoster'));
