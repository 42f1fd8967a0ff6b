import type { z } from 'zod';
import type { ActName } from '#domain/access/acts.ts';
import type { carryOutDraw as contract, giveDrawWord as wordContract } from '#domain/spot-checks/draw-contract.ts';
import { drawBranches } from '#domain/spot-checks/draw-rule.ts';
import { branchLotText, seedText } from '#domain/spot-checks/draw-text.ts';
import { refuseSpotCheck } from '#domain/spot-checks/refusals.ts';
import { textOf } from '#server/facts/fact-reads.ts';
import { amendFact } from '#server/facts/record-fact.ts';
import type { Call } from '#server/platform/call.ts';
import { sql } from '#server/platform/sql.ts';
import { type DrawList, drawList, ruleOf } from './draw-list.ts';
import { type DrawEntry, drawFor } from './draw-rights.ts';
import { type DrawText, drawTextOf } from './draw-reads.ts';
import { sha256 } from './sha256.ts';

/** One person alone could have known what comes out. */
export const WORDS_LEAST = 2;

/**
 * 输入词语: the second act, by at least two people, each once, whatever accounts they have. Nobody is shown the words of
 * the others before branches are drawn. @throws DrawOver, ListChanged, WordTwice, WordNeedsPerson
 */
export async function giveDrawWord(call: Call, { draw, word }: z.output<typeof wordContract.input>): Promise<z.output<typeof wordContract.output>> {
  const { entry: { state, version }, text } = await openDraw(call, 'witnessDraws', draw);
  const { person } = call.actor;
  if (person === null) throw refuseSpotCheck('WordNeedsPerson', {});
  if (state.words.some((one) => one.person === person)) throw refuseSpotCheck('WordTwice', {});
  const entry = await amendFact(call, {
    kind: 'draw', factId: draw, version, state: { ...state, words: [...state.words, { person, hash: sha256(word) }] },
    text: { ...text, words: [...text.words, word] },
  });
  call.audit({ kind: 'draw', id: draw, organisation: state.organisation, details: { window: state.window } });
  return { draw, version: entry.version };
}

/**
 * 抽取: the third act adds nothing. Whom it takes follows from the list that was published and the words that were typed,
 * so that anybody can repeat it. @throws DrawOver, ListChanged, WordsMissing
 */
export async function carryOutDraw(call: Call, { draw }: z.output<typeof contract.input>): Promise<z.output<typeof contract.output>> {
  const { entry: { state, version }, text, list } = await openDraw(call, 'drawSpotChecks', draw);
  if (text.words.length < WORDS_LEAST) throw refuseSpotCheck('WordsMissing', { least: WORDS_LEAST, typed: text.words.length });
  const seed = sha256(seedText(state.listHash, text.words));
  const taken = drawBranches(ruleOf(state), list.map(({ number, stratum, last }) => ({ code: number, stratum, last })), (code) => sha256(branchLotText(seed, code)));
  const idOf = new Map(list.map(({ number, organisation }) => [number, organisation]));
  const drawn = taken.flatMap(({ code, because }) => { const organisation = idOf.get(code); return organisation === undefined ? [] : [{ organisation, because }]; });
  const entry = await amendFact(call, { kind: 'draw', factId: draw, version, state: { ...state, stage: 'drawn', seed, drawn } });
  call.audit({ kind: 'draw', id: draw, organisation: state.organisation, details: { window: state.window, entries: drawn.length } });
  return { draw, version: entry.version, drawn: drawn.length };
}

interface OpenDraw {
  readonly entry: DrawEntry;
  readonly text: DrawText;
  readonly list: DrawList['list'];
}

/**
 * A draw that waits, held until the transaction ends: two words typed at once stand one after the other. What was
 * published must still be so, to the letter.
 */
async function openDraw(call: Call, act: ActName, draw: string): Promise<OpenDraw> {
  await drawFor(call, act, draw);
  await call.tx.one(sql`SELECT 1 FROM fact WHERE fact_id = ${draw} FOR UPDATE`);
  const entry = await drawFor(call, act, draw);
  if (entry.state.stage !== 'published') throw refuseSpotCheck('DrawOver', {});
  const { list, hash } = await drawList(call.tx, entry.state.organisation, ruleOf(entry.state), call.today);
  if (hash !== entry.state.listHash) throw refuseSpotCheck('ListChanged', {});
  return { entry, text: drawTextOf(await textOf(call.tx, draw, entry.version)), list };
}
