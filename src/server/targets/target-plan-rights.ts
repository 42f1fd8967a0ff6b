import { may } from '#domain/access/policy.ts';
import { yearOf } from '#domain/calendar/civil-date.ts';
import { refuse } from '#domain/contracts/common-refusals.ts';
import { refuseTarget } from '#domain/targets/refusals.ts';
import { deputiesOn } from '#server/months/self-check-reads.ts';
import { demandIn } from '#server/orgs/act-reads.ts';
import { homeOf, lineage } from '#server/orgs/organisation-reads.ts';
import type { Call } from '#server/platform/call.ts';

/** The organisation with everything above it, for whoever may know its plan: by a right, or because he belongs to it. @throws NotFound */
export async function demandSight(call: Call, organisation: string): Promise<readonly string[]> {
  const above = await lineage(call.tx, organisation, call.today);
  if (may(call.actor, 'readTargetPlans', above).allowed || (above.length > 0 && (await homeBranch(call)) === organisation)) return above;
  throw refuse('NotFound', {});
}

/** The secretary files, or who acts for him that day (代行). @throws NotFound, NotAllowed */
export async function demandFiling(call: Call, organisation: string): Promise<void> {
  if (!(await mayFile(call, organisation, await lineage(call.tx, organisation, call.today)))) await demandIn(call, 'fileTargetPlans', organisation);
}

export async function mayFile(call: Call, organisation: string, above: readonly string[]): Promise<boolean> {
  const { person } = call.actor;
  if (may(call.actor, 'fileTargetPlans', above).allowed) return true;
  return person !== null && (await deputiesOn(call.tx, organisation, call.today)).some(({ deputy }) => deputy === person);
}

export async function homeBranch({ tx, actor, today }: Call): Promise<string | null> {
  const home = actor.person === null ? undefined : await homeOf(tx, actor.person, today);
  return home?.organisation ?? null;
}

/** A plan is made for this year, or ahead for the next. @throws PlanYearClosed, PlanYearAhead */
export function demandOpenYear({ today }: Call, year: number): void {
  const now = yearOf(today);
  if (year < now) throw refuseTarget('PlanYearClosed', { year });
  if (year > now + 1) throw refuseTarget('PlanYearAhead', { year, next: now + 1 });
}
