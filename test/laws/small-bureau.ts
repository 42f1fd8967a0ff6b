import { addDays } from '#domain/calendar/civil-date.ts';
import type { FactState } from '#domain/facts/contract.ts';
import { recordFact, recordFacts, type AnyNewFact } from '#server/facts/record-fact.ts';
import type { Call } from '#server/platform/call.ts';
import { sql } from '#server/platform/sql.ts';
import { uuid } from '#test/log-book.ts';
import { sessionState, type Attending } from '#test/engine-story.ts';
import { hashOf } from '#test/told-bureau.ts';

/** Two committees with a branch each below one root; the people of both branches, and one whom no branch knows yet. */
export const place = { root: uuid(1), east: uuid(2), west: uuid(3), branchA: uuid(4), branchB: uuid(5) } as const;
export const inA = Array.from({ length: 6 }, (_, at) => uuid(101 + at));
export const inB = Array.from({ length: 6 }, (_, at) => uuid(201 + at));
export const stranger = uuid(301);
export const everybody = [...inA, ...inB, stranger];
/** The first of the second branch, whom the stories move about. */
export const mover = inB[0] ?? '';

const SINCE = '2020-01-01';
export const membershipOf = (person: string): string => person.replace('-4000-8000-', '-4000-9000-');

const organisation = (factId: string, category: FactState<'organisation'>['category'], parent: string | null): AnyNewFact => ({
  kind: 'organisation', factId,
  state: { category, number: factId.slice(-4), name: factId.slice(-4), shortName: factId.slice(-4), founded: SINCE, dissolved: null, placements: [{ parent, from: SINCE }] },
});

export const belonging = (person: string, branch: string, from = SINCE, to: string | null = null): FactState<'membership'> =>
  ({ person, organisation: branch, group: null, stage: 'full', staffKind: 'officer', from, to });

/** Writes organisations and memberships. */
export async function foundSmallBureau(call: Call): Promise<void> {
  await recordFacts(call, [
    organisation(place.root, '611', null), organisation(place.east, '611', place.root), organisation(place.west, '611', place.root),
    organisation(place.branchA, '631', place.east), organisation(place.branchB, '631', place.west),
    ...[...inA.map((it) => [it, place.branchA] as const), ...inB.map((it) => [it, place.branchB] as const)].map(([person, branch]): AnyNewFact =>
      ({ kind: 'membership', factId: membershipOf(person), state: belonging(person, branch) })),
  ]);
}

export const adopted = (call: Call, text: string, version = 1, from = '2026-01-01'): Promise<unknown> =>
  recordFact(call, { kind: 'schemeAdoption', state: { scheme: 'capped', version, textHash: hashOf(text), from } });

export const held = (call: Call, at: string, day: string, attending: Attending = {}, factId?: string): Promise<unknown> =>
  recordFact(call, { kind: 'session', factId, state: sessionState(at, day, attending) });

/** The last version of a fact, for whoever amends it. */
export async function versionOf({ tx }: Call, factId: string): Promise<number> {
  return (await tx.one<{ version: number }>(sql`SELECT version FROM fact WHERE fact_id = ${factId}`))?.version ?? 0;
}

export const dayBefore = (day: string): string => addDays(day, -1);
