import type { z } from 'zod';
import type { ArrangementText, arrangeSessions as contract } from '#domain/activities/arrangement-contract.ts';
import { lexicon } from '#domain/activities/lexicon.ts';
import { refuseActivity } from '#domain/activities/refusals.ts';
import { sessionOfArrangement } from '#domain/activities/session-of-arrangement.ts';
import { type AnyNewFact, recordFacts } from '#server/facts/record-fact.ts';
import type { Call } from '#server/platform/call.ts';
import { newId } from '#server/platform/ids.ts';
import { adoptedSchemes } from '#server/schemes/scheme-reads.ts';
import { demandApart, demandFree, heldByOf, holdersBelow, type PlannedSession } from './planned-sessions.ts';
import { demandAct } from './rights.ts';

type Input = z.output<typeof contract.input>;
type Output = z.output<typeof contract.output>;

/**
 * 安排本月学习: each line becomes one arrangement and a session of every organisation that holds it, all in one action.
 * @throws HoldersMixed, HeldByNobody, ArrangedAlready, ActivityUnknown, ContentUnknown.
 */
export async function arrangeSessions(call: Call, input: Input): Promise<Output> {
  const { organisation: scope, organisations, rows } = input;
  await demandAct(call, 'arrangeSessions', scope, call.today);
  const words = lexicon(await adoptedSchemes(call.tx));
  const planned: PlannedSession[] = [];
  const facts: AnyNewFact[] = [];
  const arrangements: Output['arrangements'] = [];
  for (const row of rows) {
    const heldBy = heldByOf(row, words);
    const holders = (await holdersBelow(call, scope, row.day))[heldBy];
    const chosen = organisations.length === 0 ? holders : holders.filter((it) => organisations.includes(it));
    if (chosen.length === 0) throw refuseActivity('HeldByNobody', { day: row.day });
    const arrangement = newId(call.now.getTime());
    const { activities, contents, day, from, to, topic, place, lecturer, material } = row;
    facts.push({
      kind: 'arrangement', factId: arrangement, state: { scope, activities, contents, sitting: { day, from, to }, organisations: [...chosen] },
      text: { topic, place, lecturer, material } satisfies ArrangementText,
    });
    for (const organisation of chosen) {
      planned.push({ organisation, row });
      facts.push({ kind: 'session', ...sessionOfArrangement(row, organisation, arrangement) });
    }
    arrangements.push({ arrangement, day, sessions: chosen.length });
  }
  demandApart(planned);
  await demandFree(call, planned, words);
  await recordFacts(call, facts);
  arrangements.forEach(({ arrangement, sessions }) => call.audit({ kind: 'arrangement', id: arrangement, organisation: scope, details: { sessions } }));
  return { arrangements };
}
