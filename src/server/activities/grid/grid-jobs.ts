import { z } from 'zod';
import { gridCheck, gridOutcome, markMeaning } from '#domain/activities/grid/grid-contract.ts';
import { id, word } from '#domain/facts/contract.ts';
import { carryOutInput as carryOutFields, checkInput as checkFields, type TableKind } from '#server/platform/table-import.ts';

/** What a check of sheets of attendance is asked for; `marks` are the meanings that somebody chose. */
export const checkInput = checkFields.extend({
  activity: word, organisation: id.optional(), marks: z.array(z.object({ written: z.string(), meaning: markMeaning })).default([]),
});
export type GridAsked = z.output<typeof checkInput>;
export const checkResult = z.object({ checked: gridCheck, errors: id.nullable() });
export type CheckResult = z.output<typeof checkResult>;

export const carryOutInput = checkInput.extend(carryOutFields);
export const carryOutResult = gridOutcome;

export const ATTENDANCE_TABLE: TableKind = { check: 'checkAttendanceTable', carryOut: 'carryOutAttendanceTable' };
