import type { z } from 'zod';
import { demand } from '#domain/access/policy.ts';
import type { adoptScheme as contract } from '#domain/schemes/contract.ts';
import { roots } from '#server/orgs/organisation-reads.ts';
import type { Call } from '#server/platform/call.ts';
import { putIntoForce } from './put-into-force.ts';

/** A scheme counts for the whole bureau, so the right is asked for at its root. */
export async function adoptScheme(call: Call, input: z.output<typeof contract.input>): Promise<z.output<typeof contract.output>> {
  demand(call.actor, 'adoptScheme', await roots(call.tx));
  return putIntoForce(call, input);
}
