import { may, type Permission } from '#domain/access/policy.ts';
import type { ActName } from '#domain/access/acts.ts';
import { refuse } from '#domain/contracts/common-refusals.ts';
import type { CivilDate } from '#domain/calendar/civil-date.ts';
import type { Call } from '#server/platform/call.ts';
import { homeOf, lineage } from '#server/orgs/organisation-reads.ts';

/** An organisation on a day as somebody stands to it. */
export interface Standing {
  /** The organisation and everything above it; empty when it did not exist that day. */
  readonly above: readonly string[];
  /** It is the actor's own branch or group, or one of those above them. */
  readonly own: boolean;
  readonly may: (act: ActName) => Permission;
}

export async function standingTo(call: Call, organisation: string, day: CivilDate): Promise<Standing> {
  const { tx, actor } = call;
  const above = await lineage(tx, organisation, day);
  return { above, own: await isOwn(call, organisation, day), may: (act) => may(actor, act, above) };
}

/** Colleagues may see the sessions of their own branch; who is above a branch is not seen from inside it. */
async function isOwn({ tx, actor }: Call, organisation: string, day: CivilDate): Promise<boolean> {
  const home = actor.person === null ? undefined : await homeOf(tx, actor.person, day);
  return home !== undefined && (home.organisation === organisation || home.group === organisation);
}

/** @throws NotFound for a stranger. */
export async function demandReading(call: Call, organisation: string, day: CivilDate): Promise<Standing> {
  const standing = await standingTo(call, organisation, day);
  if (!standing.own && !standing.may('readSessions').allowed) throw refuse('NotFound', {});
  return standing;
}

/** @throws NotFound for a stranger, NotAllowed with the sentence who could for those who may only look. */
export async function demandAct(call: Call, act: ActName, organisation: string, day: CivilDate): Promise<Standing> {
  const standing = await standingTo(call, organisation, day);
  if (!standing.may(act).allowed && !standing.own && !standing.may('readSessions').allowed) throw refuse('NotFound', {});
  demandOf(standing, act);
  return standing;
}

/** The act to something that one has been let see. @throws NotAllowed with the sentence who could. */
export function demandOf(standing: Standing, act: ActName): void {
  const permission = standing.may(act);
  if (!permission.allowed) throw refuse('NotAllowed', permission.words);
}
