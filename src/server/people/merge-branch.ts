import type { z } from 'zod';
import { demand } from '#domain/access/policy.ts';
import { addDays, type CivilDate } from '#domain/calendar/civil-date.ts';
import { demandOpenDay } from '#domain/calendar/open-year.ts';
import { refuse } from '#domain/contracts/common-refusals.ts';
import type { FactState } from '#domain/facts/contract.ts';
import { refuseFact } from '#domain/facts/refusals.ts';
import { isBranch, isGroup } from '#domain/orgs/categories.ts';
import { refuseOrganisation } from '#domain/orgs/refusals.ts';
import { childrenFrom, dissolved, existsOn, type Structure } from '#domain/orgs/structure.ts';
import type { mergeBranch as contract } from '#domain/people/merger-contract.ts';
import { refusePeople } from '#domain/people/refusals.ts';
import { factOf } from '#server/facts/fact-reads.ts';
import { amendFact, recordFact } from '#server/facts/record-fact.ts';
import { lineage, structureOf } from '#server/orgs/organisation-reads.ts';
import { lockedStructure } from '#server/orgs/tree-lock-reads.ts';
import type { Call } from '#server/platform/call.ts';
import { sql } from '#server/platform/sql.ts';
import { followMembership } from './follow-membership.ts';
import { belongingTo } from './person-reads.ts';
import { lockPerson } from './person-rights.ts';

type Merger = z.output<typeof contract.output>;

/**
 * 合并: from a day on everybody of a branch belongs to another one, and the branch ends with the day before. What was held,
 * counted and published up to that day stays its own, and each person keeps his points; both follow from the day of each
 * session. Its groups end with it, and posts and places in its shift teams; nobody merges a branch he belongs to.
 * @throws NotFound, NotAllowed, DayInFuture, YearClosed, MergeUnfit, MergeIntoAbsent, OrganisationDissolved,
 * DissolvedBeforeFounded, OrganisationNotEmpty, OwnMembershipOrPost, FactChanged
 */
export async function mergeBranch(call: Call, { organisation, version, into, from }: z.output<typeof contract.input>): Promise<Merger> {
  const structure = await lockedStructure(call.tx);
  const state = await demandMergeable(call, structure, organisation, into, from);
  const before = await factOf(call.tx, 'organisation', organisation);
  if (before?.version !== version) throw refuseFact('FactChanged', { read: version, current: before?.version ?? 0 });
  const last = addDays(from, -1);

  const merged = { people: 0, endedPosts: 0, endedTeams: 0, groups: 0 };
  for (const spell of await spellsFrom(call, organisation, from)) {
    if (spell.state.person === call.actor.person) throw refusePeople('OwnMembershipOrPost', {});
    await lockPerson(call.tx, spell.state.person);
    const ended = await moveSpell(call, spell, into, from);
    merged.people += 1;
    merged.endedPosts += ended.endedPosts;
    merged.endedTeams += ended.endedTeams;
  }
  for (const group of childrenFrom(structure, organisation, from)) merged.groups += await endGroup(call, group, last);
  const { peopleAfter } = await belongingTo(call.tx, organisation, last);
  await amendFact(call, { kind: 'organisation', factId: organisation, version, state: dissolved(await structureOf(call.tx), organisation, state, last, peopleAfter) });
  call.audit({ kind: 'organisation', id: organisation, organisation: into, details: { from, people: merged.people } });
  return merged;
}

async function demandMergeable(call: Call, structure: Structure, organisation: string, into: string, from: CivilDate): Promise<FactState<'organisation'>> {
  const [state, other] = [structure.get(organisation), structure.get(into)];
  if (!state || !other) throw refuse('NotFound', {});
  demand(call.actor, 'editOrganisations', await lineage(call.tx, organisation, state.dissolved ?? call.today));
  demand(call.actor, 'editOrganisations', await lineage(call.tx, into, other.dissolved ?? call.today));
  demandOpenDay(from, call.today);
  if (state.dissolved !== null) throw refuseOrganisation('OrganisationDissolved', { day: state.dissolved });
  if (organisation === into || !isBranch(state.category) || !isBranch(other.category)) throw refuseOrganisation('MergeUnfit', {});
  if (!existsOn(other, from) || other.dissolved !== null) throw refuseOrganisation('MergeIntoAbsent', { day: from });
  return state;
}

interface SpellHere {
  readonly factId: string;
  readonly version: number;
  readonly state: FactState<'membership'>;
}

/** Spells of belonging to the branch that hold on a day or begin later, in the order of persons, so that none waits for ever. */
const spellsFrom = ({ tx }: Call, organisation: string, from: CivilDate): Promise<SpellHere[]> =>
  tx.many<SpellHere>(sql`
    SELECT f.fact_id AS "factId", f.version, f.state FROM membership m JOIN fact f ON f.fact_id = m.fact_id
    WHERE m.organisation_id = ${organisation} AND (m.to_day IS NULL OR m.to_day >= ${from}) ORDER BY m.person_id, m.from_day`);

async function moveSpell(call: Call, { factId, version, state }: SpellHere, into: string, from: CivilDate): Promise<{ endedPosts: number; endedTeams: number }> {
  const begun = { ...state, organisation: into, group: null, from: state.from > from ? state.from : from };
  const followed = await followMembership(call, state, begun, from);
  if (state.from >= from) await amendFact(call, { kind: 'membership', factId, version, state: begun });
  else {
    await amendFact(call, { kind: 'membership', factId, version, state: { ...state, to: addDays(from, -1) } });
    await recordFact(call, { kind: 'membership', state: begun });
  }
  call.audit({ kind: 'person', id: state.person, organisation: into, details: { from: begun.from, left: state.organisation } });
  return followed;
}

/** A group ends with its branch; anything else below it must have moved first, which `dissolved` says. */
async function endGroup(call: Call, group: string, last: CivilDate): Promise<number> {
  const fact = await factOf(call.tx, 'organisation', group);
  if (!fact || !isGroup(fact.state.category) || fact.state.dissolved !== null) return 0;
  const { peopleAfter } = await belongingTo(call.tx, group, last);
  await amendFact(call, { kind: 'organisation', factId: group, version: fact.version, state: dissolved(await structureOf(call.tx), group, fact.state, last, peopleAfter) });
  return 1;
}
