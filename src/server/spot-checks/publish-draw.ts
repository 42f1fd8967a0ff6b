import type { z } from 'zod';
import type { publishDraw as contract, voidDraw as voidContract } from '#domain/spot-checks/draw-contract.ts';
import { refuseSpotCheck } from '#domain/spot-checks/refusals.ts';
import { textOf } from '#server/facts/fact-reads.ts';
import { amendFact, recordFact } from '#server/facts/record-fact.ts';
import type { Call } from '#server/platform/call.ts';
import { sql } from '#server/platform/sql.ts';
import { drawList, quarterOn } from './draw-list.ts';
import { demandCommittee, drawFor } from './draw-rights.ts';

/** 公布抽取名单: the first of three acts. What is published is what is hashed, to the letter. @throws DrawStands, NothingToDraw */
export async function publishDraw(call: Call, { organisation, share, quarters }: z.output<typeof contract.input>): Promise<z.output<typeof contract.output>> {
  await demandCommittee(call, 'drawSpotChecks', organisation);
  // Two who publish at the same moment meet here; the second finds the list of the first.
  await call.tx.one(sql`SELECT 1 FROM fact WHERE fact_id = ${organisation} FOR UPDATE`);
  const window = quarterOn(call.today);
  const standing = await call.tx.one(sql`SELECT 1 FROM draw WHERE organisation_id = ${organisation} AND window_key = ${window} AND stage <> 'void'`);
  if (standing !== undefined) throw refuseSpotCheck('DrawStands', { window });
  const { list, items, text, hash } = await drawList(call.tx, organisation, { window, share, quarters }, call.today);
  const entry = await recordFact(call, {
    kind: 'draw', text: { list: text, words: [], said: '' },
    state: {
      organisation, window, stage: 'published', share, quarters, items, listHash: hash, words: [], seed: null, drawn: [],
      list: list.map((one) => ({ organisation: one.organisation, stratum: one.stratum, last: one.last })),
    },
  });
  call.audit({ kind: 'draw', id: entry.factId, organisation, details: { window } });
  return { draw: entry.factId, version: entry.version, listHash: hash };
}

/** 作废 before anybody is drawn, with a reason; afterwards a draw stands as it is. @throws DrawOver */
export async function voidDraw(call: Call, { draw, reason }: z.output<typeof voidContract.input>): Promise<z.output<typeof voidContract.output>> {
  const { state, version } = await drawFor(call, 'drawSpotChecks', draw);
  if (state.stage !== 'published') throw refuseSpotCheck('DrawOver', {});
  const text = await textOf(call.tx, draw, version);
  const entry = await amendFact(call, { kind: 'draw', factId: draw, version, state: { ...state, stage: 'void' }, text: { ...text, said: reason } });
  call.audit({ kind: 'draw', id: draw, organisation: state.organisation, details: { window: state.window } });
  return { draw, version: entry.version };
}
