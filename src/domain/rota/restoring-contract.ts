import { z } from 'zod';
import { contract } from '#domain/contracts/contract.ts';
import { id } from '#domain/facts/contract.ts';
import { version } from './contract.ts';

/** 恢复: it holds again as it was entered, a day on duty from a table among them; one's own waits for another. */
export const restoreAbsence = contract({
  name: 'restoreAbsence', method: 'DELETE', path: '/absences/:fact/withdrawal',
  summary: { zh: '恢复已撤回的请假、执勤或借调登记', en: 'Restore leave, closed duty or a secondment that was withdrawn' },
  input: z.strictObject({ fact: id, version }),
  output: z.strictObject({ version }),
  refusals: ['OwnLeaveSettled', 'YearClosed', 'LeaveOverlaps', 'ClosedDutyOverlaps', 'SecondmentOverlaps', 'FactChanged', 'FactStands'],
});
