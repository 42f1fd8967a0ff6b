import type { ActName } from '#domain/access/acts.ts';
import { demand, scopesOf } from '#domain/access/policy.ts';
import { refuse } from '#domain/contracts/common-refusals.ts';
import type { LogEntryOf } from '#domain/facts/fact.ts';
import { factOf } from '#server/facts/fact-reads.ts';
import { lineage, subtree } from '#server/orgs/organisation-reads.ts';
import type { Call } from '#server/platform/call.ts';

export type DrawEntry = LogEntryOf<'draw'>;

/** Committees whose draws one may see: those one works for, below and above: a branch sees whom its committee drew. */
export async function committeesSeen({ tx, actor, today }: Call): Promise<readonly string[]> {
  const scopes = scopesOf(actor, 'readDraws');
  const seen = new Set(await subtree(tx, scopes, today));
  for (const scope of scopes) for (const above of await lineage(tx, scope, today)) seen.add(above);
  return [...seen];
}

/** @throws NotFound for whoever may not see the draws of its committee. */
export async function seenDraw(call: Call, draw: string): Promise<DrawEntry> {
  const entry = await factOf(call.tx, 'draw', draw);
  if (!entry || !(await committeesSeen(call)).includes(entry.state.organisation)) throw refuse('NotFound', {});
  return entry;
}

/** A draw that one may act on. @throws NotFound, NotAllowed */
export async function drawFor(call: Call, act: ActName, draw: string): Promise<DrawEntry> {
  const entry = await seenDraw(call, draw);
  demand(call.actor, act, await lineage(call.tx, entry.state.organisation, call.today));
  return entry;
}

/** The committee on which the act is allowed; for whoever knows nothing of it, it is not there. @throws NotFound, NotAllowed */
export async function demandCommittee(call: Call, act: ActName, organisation: string): Promise<void> {
  if (!(await committeesSeen(call)).includes(organisation)) throw refuse('NotFound', {});
  demand(call.actor, act, await lineage(call.tx, organisation, call.today));
}
