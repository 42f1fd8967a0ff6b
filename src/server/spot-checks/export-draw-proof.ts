import type { z } from 'zod';
import type { exportDrawProof as contract } from '#domain/spot-checks/draw-contract.ts';
import { PROOF_FORMAT } from '#domain/spot-checks/draw-text.ts';
import { takenBy } from '#server/access/taken-by-reads.ts';
import { textOf } from '#server/facts/fact-reads.ts';
import type { Call, FileAnswer } from '#server/platform/call.ts';
import { sql } from '#server/platform/sql.ts';
import { drawTextOf, numberedNames } from './draw-reads.ts';
import { seenDraw } from './draw-rights.ts';
import { sheetsWhere } from './sheet-reads.ts';

/** 复核文件: everything that a draw follows from, and what followed, for `scripts/verify-draw.mjs` or anybody's own program. */
export async function exportDrawProof(call: Call, { draw }: z.output<typeof contract.input>): Promise<FileAnswer> {
  const { state, version } = await seenDraw(call, draw);
  const text = drawTextOf(await textOf(call.tx, draw, version));
  const names = await numberedNames(call.tx, state.drawn.map(({ organisation }) => organisation));
  const proof = {
    format: PROOF_FORMAT, taken: await takenBy(call, 'zh'), quarter: state.window, list: text.list, listHash: state.listHash,
    words: state.stage === 'drawn' ? text.words : [], seed: state.seed,
    drawn: state.drawn.map(({ organisation }) => names.get(organisation)?.number ?? organisation).toSorted(),
    // Which items a team looks at, once it has been formed.
    sheets: (await sheetsWhere(call.tx, sql`s.draw_id = ${draw}`)).map(({ number, state: { items } }) =>
      ({ code: number, gaps: items.filter(({ why }) => why === 'gap').map(({ item }) => item), items: items.map(({ item }) => item) })),
  };
  call.audit({ kind: 'draw', id: draw, organisation: state.organisation, details: { window: state.window } });
  return { fileName: `zhibu-draw-${state.window}.json`, mediaType: 'application/json; charset=utf-8', bytes: new TextEncoder().encode(`${JSON.stringify(proof, null, 2)}\n`) };
}
