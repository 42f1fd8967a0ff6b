import { may } from '#domain/access/policy.ts';
import { refuse } from '#domain/contracts/common-refusals.ts';
import type { LogEntryOf } from '#domain/facts/fact.ts';
import { refuseFact } from '#domain/facts/refusals.ts';
import { refuseSpotCheck } from '#domain/spot-checks/refusals.ts';
import { personCards } from '#server/activities/name-reads.ts';
import { factOf } from '#server/facts/fact-reads.ts';
import { lineage } from '#server/orgs/organisation-reads.ts';
import type { Call } from '#server/platform/call.ts';
import { interestOf } from './judge-reads.ts';

export type SheetEntry = LogEntryOf<'checkSheet'>;

/** A sheet with what the reader is to it. */
export interface SeenSheet {
  readonly entry: SheetEntry;
  readonly above: readonly string[];
  readonly judge: boolean;
  readonly office: boolean;
  /** Who acts for the branch reads it once it was sent. */
  readonly branch: boolean;
}

/** Its team, the office and its leaders; the desks of the branch once the feedback was sent. @throws NotFound */
export async function seenSheet(call: Call, sheet: string): Promise<SeenSheet> {
  const { tx, actor, today } = call;
  const entry = await factOf(tx, 'checkSheet', sheet);
  if (!entry) throw refuse('NotFound', {});
  const above = await lineage(tx, entry.state.organisation, today);
  const judge = actor.person !== null && entry.state.judges.includes(actor.person) && may(actor, 'markSheets', above).allowed;
  const branch = may(actor, 'readFeedback', above).allowed;
  const sent = entry.state.stage === 'sent' || entry.state.stage === 'signed';
  if (!judge && !may(actor, 'readSheets', above).allowed && !(branch && sent)) throw refuse('NotFound', {});
  return { entry, above, judge, branch, office: may(actor, 'drawSpotChecks', above).allowed };
}

/**
 * A sheet that the actor may fill in or confirm as one of its team: nobody for a branch in which he has an interest on the
 * day of the check, whatever was known when the team was formed. @throws NotFound, NotOfTheTeam, InterestedJudge, FactChanged
 */
export async function sheetOfTeam(call: Call, sheet: string, version: number): Promise<SheetEntry> {
  const { entry, judge } = await seenSheet(call, sheet);
  const { person } = call.actor;
  if (!judge || person === null) throw refuseSpotCheck('NotOfTheTeam', {});
  const because = await interestOf(call.tx, person, entry.state.organisation, entry.state.day);
  if (because !== null) throw refuseSpotCheck('InterestedJudge', { name: (await personCards(call.tx, [person])).get(person)?.name ?? '', because });
  demandVersion(entry, version);
  return entry;
}

/** @throws FactChanged */
export function demandVersion(entry: SheetEntry, version: number): void {
  if (entry.version !== version) throw refuseFact('FactChanged', { read: version, current: entry.version });
}
