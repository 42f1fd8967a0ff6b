import type { z } from 'zod';
import { demand } from '#domain/access/policy.ts';
import { type CivilDate, firstOfMonth } from '#domain/calendar/civil-date.ts';
import { demandPastDay } from '#domain/calendar/open-year.ts';
import { refuse } from '#domain/contracts/common-refusals.ts';
import { refuseFact } from '#domain/facts/refusals.ts';
import type { recordInclusion as contract, withdrawInclusion as withdrawing } from '#domain/orgs/inclusion-contract.ts';
import { refuseOrganisation } from '#domain/orgs/refusals.ts';
import { amendFact, recordFact, withdrawFact } from '#server/facts/record-fact.ts';
import type { Call } from '#server/platform/call.ts';
import { adoptedSchemes } from '#server/schemes/scheme-reads.ts';
import { inclusionsOf, lockedBetween, type InclusionRow } from './inclusion-reads.ts';
import { lineage, subtree } from './organisation-reads.ts';
import { lockedStructure } from './tree-lock-reads.ts';

/**
 * 启用日期: from this day the organisation, and all below it that have no day of their own, is reckoned with. What was recorded
 * of the time before counts all the same; what is missing there is nobody's gap.
 * @throws NotFound, NotAllowed, DayInFuture, InclusionBeforeFounded, InclusionMonthLocked, OrganisationDissolved, FactChanged
 */
export async function recordInclusion(call: Call, { organisation, version, from }: z.output<typeof contract.input>): Promise<{ version: number }> {
  const { founded, own, since } = await standingOf(call, organisation);
  demandPastDay(from, call.today);
  if (from < founded) throw refuseOrganisation('InclusionBeforeFounded', { founded });
  if ((own?.version ?? null) !== version) throw refuseFact('FactChanged', { read: version ?? 0, current: own?.version ?? 0 });
  await demandOpen(call, organisation, since, from);
  const state = { organisation, from };
  const entry = own ? await amendFact(call, { kind: 'inclusion', factId: own.fact, version: own.version, state }) : await recordFact(call, { kind: 'inclusion', state });
  call.audit({ kind: 'inclusion', id: entry.factId, organisation, details: { from } });
  return { version: entry.version };
}

/** The organisation has no day of its own any more; that of the nearest above it holds, or its founding. @throws NotFound, NotAllowed, InclusionMonthLocked, FactChanged */
export async function withdrawInclusion(call: Call, { organisation, version }: z.output<typeof withdrawing.input>): Promise<Record<string, never>> {
  const { own, above, founded } = await standingOf(call, organisation);
  if (!own) throw refuse('NotFound', {});
  if (own.version !== version) throw refuseFact('FactChanged', { read: version, current: own.version });
  const [next] = await inclusionsOf(call.tx, above.filter((it) => it !== organisation));
  await demandOpen(call, organisation, own.from, next?.from ?? founded);
  await withdrawFact(call, { factId: own.fact, version });
  call.audit({ kind: 'inclusion', id: own.fact, organisation, details: { withdrawn: 1 } });
  return {};
}

interface Standing {
  readonly above: readonly string[];
  readonly founded: CivilDate;
  readonly own: InclusionRow | undefined;
  /** The day that holds now. */
  readonly since: CivilDate;
}

/** Nobody else changes the tree or a day meanwhile. */
async function standingOf(call: Call, organisation: string): Promise<Standing> {
  const structure = await lockedStructure(call.tx);
  const state = structure.get(organisation);
  if (!state) throw refuse('NotFound', {});
  if (state.dissolved !== null) {
    demand(call.actor, 'setInclusion', await lineage(call.tx, organisation, state.dissolved));
    throw refuseOrganisation('OrganisationDissolved', { day: state.dissolved });
  }
  const above = await lineage(call.tx, organisation, call.today);
  demand(call.actor, 'setInclusion', above);
  const rows = await inclusionsOf(call.tx, above);
  return { above, founded: state.founded, own: rows.find((it) => it.organisation === organisation), since: rows[0]?.from ?? state.founded };
}

/** A month between the two days whose numbers were published would say something else afterwards. @throws InclusionMonthLocked */
async function demandOpen({ tx, today }: Call, organisation: string, one: CivilDate, other: CivilDate): Promise<void> {
  const first = (await adoptedSchemes(tx))[0]?.from ?? today;
  const [from = first, to = first] = [one, other].map((day) => (day < first ? first : day)).toSorted();
  if (from === to) return;
  const around = [...new Set([...(await lineage(tx, organisation, today)), ...(await subtree(tx, [organisation], today))])];
  const locked = await lockedBetween(tx, around, firstOfMonth(from), to);
  if (locked !== null) throw refuseOrganisation('InclusionMonthLocked', { window: locked });
}
