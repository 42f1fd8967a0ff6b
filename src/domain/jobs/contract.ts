import { z } from 'zod';
import { contract } from '#domain/contracts/contract.ts';
import { id } from '#domain/facts/contract.ts';

const words = z.strictObject({ zh: z.string(), en: z.string() });

export const jobState = z.enum(['waiting', 'running', 'done', 'refused', 'failed', 'cancelled']);

/** Long work as its page shows it: how far it is, what it is doing, and if it did not succeed, why. */
export const jobProgress = z.strictObject({
  id, kind: z.string(), state: jobState,
  done: z.number().int(), total: z.number().int().nullable(),
  doing: words.nullable(),
  cancelAsked: z.boolean(),
  /** For `refused` and `failed`: the sentence that says what to do. */
  refusal: z.strictObject({ name: z.string(), words }).nullable(),
  createdAt: z.iso.datetime(), endedAt: z.iso.datetime().nullable(),
});
export type JobProgress = z.output<typeof jobProgress>;

export const readJob = contract({
  name: 'readJob', method: 'GET', path: '/jobs/:job',
  summary: { zh: '后台任务进度', en: 'Progress of a job of mine' },
  input: z.strictObject({ job: id }), output: jobProgress, refusals: [],
});

export const cancelJob = contract({
  name: 'cancelJob', method: 'POST', path: '/jobs/:job/cancellation',
  summary: { zh: '取消后台任务', en: 'Cancel a job of mine' },
  input: z.strictObject({ job: id }), output: jobProgress, refusals: ['JobEnded'],
});
