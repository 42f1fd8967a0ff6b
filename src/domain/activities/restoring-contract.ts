import { z } from 'zod';
import { contract } from '#domain/contracts/contract.ts';
import { id } from '#domain/facts/contract.ts';

const version = z.number().int().min(1);

/** 恢复: what was withdrawn holds again as it was recorded; it is confirmed anew. */
export const restoreSession = contract({
  name: 'restoreSession', method: 'DELETE', path: '/sessions/:session/withdrawal',
  summary: { zh: '恢复已撤回的活动', en: 'Restore a session that was withdrawn' },
  input: z.strictObject({ session: id, version }),
  output: z.strictObject({ version }),
  refusals: ['SessionOverlaps', 'FactChanged', 'FactStands'],
});

/** 恢复: the arrangement holds again, with the sessions that were withdrawn with it. */
export const restoreArrangement = contract({
  name: 'restoreArrangement', method: 'DELETE', path: '/arrangements/:arrangement/withdrawal',
  summary: { zh: '恢复已撤回的学习安排', en: 'Restore an arrangement that was withdrawn' },
  input: z.strictObject({ arrangement: id, version }),
  output: z.strictObject({ version, sessions: z.number().int() }),
  refusals: ['ArrangedAlready', 'FactChanged', 'FactStands'],
});
