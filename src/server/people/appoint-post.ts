import type { z } from 'zod';
import { demand } from '#domain/access/policy.ts';
import { isWithin } from '#domain/calendar/civil-date.ts';
import { demandPastDay } from '#domain/calendar/open-year.ts';
import { refuse } from '#domain/contracts/common-refusals.ts';
import type { appointPost as contract } from '#domain/people/contract.ts';
import { demandEligible } from '#domain/people/posts.ts';
import { refusePeople } from '#domain/people/refusals.ts';
import { lastEntry } from '#server/facts/fact-reads.ts';
import { recordFact } from '#server/facts/record-fact.ts';
import { lineage } from '#server/orgs/organisation-reads.ts';
import type { Call } from '#server/platform/call.ts';
import { sql } from '#server/platform/sql.ts';
import { postsHeldBy, spellsOf } from './person-reads.ts';
import { demandAnother, lockPerson } from './person-rights.ts';

/** Gives a person a post from a day on. An organisation has one secretary at a time. */
export async function appointPost(call: Call, input: z.output<typeof contract.input>): Promise<{ id: string; version: number }> {
  const { tx, actor, today } = call;
  const { person, organisation, post, from } = input;
  await demandAnother(call, person);
  demand(actor, 'editPeople', await lineage(tx, organisation, today));
  demandPastDay(from, today);
  await lockPerson(tx, person);
  // Two appointments to one organisation wait for each other, else it could get two secretaries.
  const place = await lastEntry(tx, organisation);
  if (place?.kind !== 'organisation') throw refuse('NotFound', {});
  const state = { person, organisation, post, from, to: null };
  demandEligible(place.state.category, state, (await spellsOf(tx, person)).find((it) => isWithin(from, it.state))?.state);
  const held = (await postsHeldBy(tx, person)).some(({ state: it }) => it.organisation === organisation && it.post === post && (it.to === null || it.to >= from));
  if (held) throw refusePeople('PostHeld', {});
  if (post === 'secretary') await demandVacant(call, organisation, from);

  const entry = await recordFact(call, { kind: 'post', state });
  call.audit({ kind: 'person', id: person, organisation, details: { post, from } });
  return { id: entry.factId, version: entry.version };
}

async function demandVacant(call: Call, organisation: string, from: string): Promise<void> {
  const [holder] = await call.tx.many<{ name: string }>(sql`
    SELECT p.name FROM post JOIN person p ON p.id = post.person_id
    WHERE post.organisation_id = ${organisation} AND post.post = 'secretary' AND (post.to_day IS NULL OR post.to_day >= ${from})`);
  if (holder) throw refusePeople('PostTaken', { name: holder.name });
}
