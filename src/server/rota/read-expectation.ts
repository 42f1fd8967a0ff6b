import type { z } from 'zod';
import { expectedAt } from '#domain/engine/attendance.ts';
import type { readExpectation as expectationContract } from '#domain/rota/contract.ts';
import { refuseRota } from '#domain/rota/refusals.ts';
import type { Call } from '#server/platform/call.ts';
import { sql } from '#server/platform/sql.ts';
import { readingOf } from './expected-reads.ts';
import { legendOf } from './reason-legend.ts';
import { cardsOf, placementsWhere, teamsOf } from './rota-reads.ts';
import { demandAt, mayReadReasons } from './rota-rights.ts';

/** 应到名单 before the session: who is expected, who is excused, and why as far as the asker may know it. */
export async function readExpectation(call: Call, input: z.output<typeof expectationContract.input>): Promise<z.output<typeof expectationContract.output>> {
  const { tx } = call;
  const { organisation, day, from, to } = input;
  const above = await demandAt(call, 'readRota', organisation, day);
  const reading = await readingOf(tx, organisation, day, day);
  const version = reading.book.on(day);
  if (!version) throw refuseRota('SchemeMissing', { day });
  const activities = input.activities.split(',');
  if (activities.some((it) => !version.activities.has(it))) throw refuseRota('ActivityUnknown', { day });

  const list = expectedAt(reading, { organisation, day, activities, sittings: [{ day, from, to }] });
  const cards = await cardsOf(tx, list.map((it) => it.person));
  const teamNames = new Map((await teamsOf(tx, above, day)).map((it) => [it.team, it.name]));
  const placements = await placementsWhere(tx, sql`p.person_id = ANY(${list.map((it) => it.person)}::uuid[])
    AND p.from_day <= ${day} AND (p.to_day IS NULL OR p.to_day >= ${day})`);
  const teamOf = new Map(placements.map((it) => [it.person, teamNames.get(it.team) ?? null]));
  const legend = legendOf(reading, mayReadReasons(call, above), call.actor.person);
  const people = list.flatMap(({ person: id, excuse }) => {
    const person = cards.get(id);
    if (!person) return [];
    return [{ person, team: teamOf.get(id) ?? null, excused: excuse !== null, ...(excuse ? legend.show(excuse.reason, id, day) : {}) }];
  }).sort((left, right) => (left.person.number < right.person.number ? -1 : 1));
  return { expected: people.filter((it) => !it.excused).length, listed: people.length, people, reasons: legend.seen() };
}
