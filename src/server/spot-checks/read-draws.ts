import type { z } from 'zod';
import { may, scopesOf } from '#domain/access/policy.ts';
import { yearOf } from '#domain/calendar/civil-date.ts';
import type { listDraws as listContract, readDraw as readContract, readDrawForm as formContract } from '#domain/spot-checks/draw-contract.ts';
import { reachOf, USUAL_QUARTERS, USUAL_SHARE } from '#domain/spot-checks/draw-rule.ts';
import { organisationCards } from '#server/activities/name-reads.ts';
import { textOf } from '#server/facts/fact-reads.ts';
import { lineage, subtree } from '#server/orgs/organisation-reads.ts';
import type { Call } from '#server/platform/call.ts';
import { sql } from '#server/platform/sql.ts';
import { drawList, quarterOn } from './draw-list.ts';
import { drawCards, drawsWhere, drawTextOf, numberedNames } from './draw-reads.ts';
import { committeesSeen, demandCommittee, seenDraw } from './draw-rights.ts';

/** 季抽查: the draws of a year that one may see, and which branches are left. */
export async function listDraws(call: Call, input: z.output<typeof listContract.input>): Promise<z.output<typeof listContract.output>> {
  const { tx, today } = call;
  const year = input.year ?? yearOf(today);
  const committees = await committeesSeen(call);
  const draws = await drawsWhere(tx, sql`d.organisation_id = ANY(${[...committees]}::uuid[]) AND left(d.window_key, 4) = ${String(year)}`);
  const window = quarterOn(today);
  return {
    year, items: await drawCards(call, draws), left: await leftIn(call, year, draws.map(({ state }) => state.organisation)),
    next: { window, organisations: year === yearOf(today) ? await organisationCards(tx, await committeesWithout(call, window)) : [] },
  };
}

/** Committees with branches of their own for which the actor may draw and has not in the quarter. */
async function committeesWithout({ tx, actor, today }: Call, window: string): Promise<string[]> {
  const places = await subtree(tx, scopesOf(actor, 'drawSpotChecks'), today);
  const rows = await tx.many<{ id: string }>(sql`
    SELECT id FROM organisation o WHERE o.id = ANY(${[...places]}::uuid[]) AND o.category IN ('611', '612')
      AND EXISTS (SELECT 1 FROM organisation below WHERE below.parent_id = o.id AND below.category IN ('621', '631', '632', '921', '931', '932'))
      AND NOT EXISTS (SELECT 1 FROM draw WHERE draw.organisation_id = o.id AND draw.window_key = ${window} AND draw.stage <> 'void')`);
  return rows.map(({ id }) => id);
}

/** Branches below the committees that draw which no draw of the year took. */
async function leftIn({ tx, today }: Call, year: number, committees: readonly string[]) {
  if (committees.length === 0) return [];
  const below = await subtree(tx, [...new Set(committees)], yearOf(today) === year ? today : `${year}-12-31`);
  return tx.many<{ id: string; name: string; number: string }>(sql`
    SELECT o.id, o.short_name AS name, o.number FROM organisation o
    WHERE o.id = ANY(${[...below]}::uuid[]) AND o.category IN ('631', '632', '931', '932')
      AND NOT EXISTS (SELECT 1 FROM draw_branch drawn WHERE drawn.organisation_id = o.id AND left(drawn.window_key, 4) = ${String(year)})
    ORDER BY o.number`);
}

/** One draw with the list, and with the words and the seed once branches are drawn. @throws NotFound */
export async function readDraw(call: Call, { draw }: z.output<typeof readContract.input>): Promise<z.output<typeof readContract.output>> {
  const { tx, actor, today } = call;
  const entry = await seenDraw(call, draw);
  const { state } = entry;
  const [card] = await drawCards(call, [entry]);
  if (!card) throw new Error('a draw that is seen has its card');
  const text = drawTextOf(await textOf(tx, draw, entry.version));
  const names = await numberedNames(tx, state.list.map(({ organisation }) => organisation));
  const above = await lineage(tx, state.organisation, today);
  const office = may(actor, 'drawSpotChecks', above).allowed;
  const open = state.stage === 'published';
  const typed = state.words.some(({ person }) => person === actor.person);
  return {
    card, strata: [...reachOf(state, state.list)],
    list: state.list.map((one) => ({ ...one, organisation: names.get(one.organisation) ?? { id: one.organisation, name: '', number: '' } })),
    proof: { text: text.list, words: state.stage === 'drawn' ? [...text.words] : [], seed: state.seed },
    may: { word: open && actor.person !== null && !typed && may(actor, 'witnessDraws', above).allowed, draw: open && office, plan: state.stage === 'drawn' && office, circular: may(actor, 'readSheets', above).allowed },
  };
}

/** The list as it would be published now, and what a share comes to. @throws NotFound, NotAllowed, NothingToDraw */
export async function readDrawForm(call: Call, input: z.output<typeof formContract.input>): Promise<z.output<typeof formContract.output>> {
  const { organisation, share = USUAL_SHARE, quarters = USUAL_QUARTERS } = input;
  await demandCommittee(call, 'drawSpotChecks', organisation);
  const window = quarterOn(call.today);
  const { list } = await drawList(call.tx, organisation, { window, share, quarters }, call.today);
  const [card] = await organisationCards(call.tx, [organisation]);
  return {
    organisation: card ?? { id: organisation, name: '' }, window, share, quarters, strata: [...reachOf({ share, quarters }, list)],
    list: list.map(({ organisation: id, name, number, stratum, last }) => ({ organisation: { id, name, number }, stratum, last })),
  };
}
