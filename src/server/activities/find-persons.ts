import type { z } from 'zod';
import type { findPersons as contract } from '#domain/activities/contract.ts';
import type { Call } from '#server/platform/call.ts';
import { personsLike } from './name-reads.ts';
import { demandAct } from './rights.ts';

/** A few names at a time, for those who fill in records: a lecturer or a leader in attendance is often from elsewhere. */
export async function findPersons(call: Call, { organisation, q }: z.output<typeof contract.input>): Promise<z.output<typeof contract.output>> {
  await demandAct(call, 'recordSessions', organisation, call.today);
  return { items: await personsLike(call.tx, q, call.today) };
}
