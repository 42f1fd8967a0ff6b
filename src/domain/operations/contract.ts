import { z } from 'zod';
import { contract } from '#domain/contracts/contract.ts';
import { id } from '#domain/facts/contract.ts';
import { jobState } from '#domain/jobs/contract.ts';

const words = z.strictObject({ zh: z.string(), en: z.string() });

/** How one part of the installation stands, and what to do when it does not stand well. */
const finding = z.strictObject({ about: words, level: z.enum(['ok', 'warn', 'fail']), says: words, advice: words.nullable() });

/** Long work of this bureau by what it is called; not what was in it, and not for whom. */
const job = z.strictObject({ id, words, state: jobState, createdAt: z.iso.datetime(), endedAt: z.iso.datetime().nullable() });

const backup = z.strictObject({ at: z.iso.datetime(), bytes: z.number().int(), encrypted: z.boolean(), rehearsed: z.boolean() });

export const readSystemState = contract({
  name: 'readSystemState', method: 'GET', path: '/system-state',
  summary: { zh: '系统运行情况', en: 'How the system stands' },
  input: z.strictObject({}),
  output: z.strictObject({ release: z.string(), findings: z.array(finding), jobs: z.array(job), backups: z.array(backup) }),
  refusals: [],
});
export type SystemState = z.output<typeof readSystemState.output>;
