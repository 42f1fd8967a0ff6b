import type { z } from 'zod';
import type { readMonthGrounds as contract } from '#domain/boards/month-contract.ts';
import { branchGrounds, rateGrounds, sessionGrounds } from '#domain/boards/month-grounds.ts';
import type { Grounds } from '#domain/engine/evaluation.ts';
import type { Session } from '#domain/engine/standing.ts';
import { isBranch, isGroup } from '#domain/orgs/categories.ts';
import type { Words } from '#domain/words/words.ts';
import type { Call } from '#server/platform/call.ts';
import { namesOf } from '#server/points/points-reads.ts';
import { adoptedSchemes } from '#server/schemes/scheme-reads.ts';
import { organisationsIn } from './board-reads.ts';
import { monthOfBranch } from './month-of-branch.ts';
import { boardRoots, branchesAmong } from './read-month-board.ts';

type Output = z.output<typeof contract.output>;

/** Counted from the facts when somebody asks, by the same function as the board. No person stands in it. */
export async function readMonthGrounds(call: Call, { organisation, period }: z.output<typeof contract.input>): Promise<Output> {
  const { tx } = call;
  const all = await organisationsIn(tx, await boardRoots(call, organisation, period), period);
  const groups = new Map(all.filter(({ category }) => isGroup(category)).map(({ id, name }) => [id, name]));
  const sessions: Session[] = [];
  const children = new Map<string, Grounds[]>();
  for (const { id } of branchesAmong(all)) {
    const { held, reading } = await monthOfBranch(tx, id, period);
    sessions.push(...held.map(({ session }) => session));
    children.set(id, held.map(({ session, tally }) => sessionGrounds(reading, session, tally, groups.get(session.state.organisation) ?? null)));
  }
  const root = all.find(({ id }) => id === organisation);
  const below = branchesAmong(all).map(({ id, name }) => branchGrounds(id, name, period, children.get(id) ?? []));
  return {
    grounds: rateGrounds(`rate ${organisation ?? ''} ${period}`, label(root?.name, period), period, root && isBranch(root.category) ? children.get(root.id) ?? [] : below),
    names: await wordsOf(call, sessions),
  };
}

function label(name: string | undefined, period: string): Words {
  const month = Number(period.slice(5));
  return { zh: `${name ?? '全部党支部'} ${period.slice(0, 4)}年${month}月参学率（%)`, en: `Attendance rate (%) of ${name ?? 'all branches'}, ${period}` };
}

/** Names of the activities, of who recorded and of who confirmed. */
async function wordsOf({ tx }: Call, sessions: readonly Session[]): Promise<Output['names']> {
  const persons = await namesOf(tx, [...new Set(sessions.flatMap((it) => [it.recordedBy ?? [], it.confirmedBy].flat()))], []);
  const activities = (await adoptedSchemes(tx)).flatMap(({ scheme }) => scheme.activities);
  return {
    ...Object.fromEntries(activities.map((it) => [it.id, it.label])),
    ...Object.fromEntries(Object.entries(persons).map(([id, name]) => [id, { zh: name, en: name }])),
  };
}
