import { z } from 'zod';
import { contract } from '#domain/contracts/contract.ts';
import { id } from '#domain/facts/contract.ts';

const version = z.number().int().min(1);

/** 恢复: what was called off or given up goes on as it stood. */
export const reopenAssignment = contract({
  name: 'reopenAssignment', method: 'DELETE', path: '/assignments/:assignment/closure',
  summary: { zh: '恢复任务', en: 'Take up again a task that was cancelled or not done' },
  input: z.strictObject({ assignment: id, version }),
  output: z.strictObject({ assignment: id, version }), refusals: ['OwnTask', 'NotTheHander', 'NothingToReopen', 'FactChanged', 'FactWithdrawn'],
});
