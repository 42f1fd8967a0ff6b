import type { z } from 'zod';
import type { readRoster as contract, Roster, RosterItem } from '#domain/activities/contract.ts';
import { lexicon } from '#domain/activities/lexicon.ts';
import { type Expected, rosterOf } from '#domain/activities/roster.ts';
import { dayOf, readSittings } from '#domain/activities/sittings.ts';
import { demandWords } from '#domain/activities/session-of-record.ts';
import { read } from '#domain/engine/reading.ts';
import type { Call } from '#server/platform/call.ts';
import { candidatesOf, evaluationOf } from './attendance-reads.ts';
import { inOrder } from './name-reads.ts';
import { demandAct } from './rights.ts';

/** 应到名单 for whoever fills in a record; of the reasons that registers give he sees the class, or all where he may. */
export async function readRoster(call: Call, input: z.output<typeof contract.input>): Promise<Roster> {
  const sittings = readSittings(input.sittings);
  const day = dayOf(sittings);
  const standing = await demandAct(call, 'recordSessions', input.organisation, day);
  const candidates = await candidatesOf(call.tx, input.organisation, day);
  const evaluation = await evaluationOf(call, candidates, [day]);
  const words = lexicon(evaluation.schemes);
  const activities = input.activities.split(',');
  demandWords(words.schemeOn(day), activities, []);

  const roster = new Map(rosterOf(read(evaluation), { organisation: input.organisation, day, activities, sittings }).map((it) => [it.person, it]));
  const reasons = standing.may('readReasons').allowed;
  const items = (await inOrder(call.tx, [...roster.keys()], day)).map(({ group, ...person }): RosterItem => {
    const { standing: his = 'expected', cause } = roster.get(person.id) ?? {};
    const reason = cause?.reason ? words.reason(cause.reason, day) : null;
    return { person, group, standing: his, reason: reason && reasons ? { id: reason.id, label: reason.label } : null, reasonClass: reason?.shownAs ?? null };
  });
  const stopped = (it: Expected): boolean => it.cause?.reason ? words.reason(it.cause.reason, day)?.broughtBy === 'studyStop' : false;
  return { items, stopped: roster.size > 0 && [...roster.values()].every(stopped) };
}
