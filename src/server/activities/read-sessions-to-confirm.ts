import type { z } from 'zod';
import { scopesOf } from '#domain/access/policy.ts';
import { lexicon } from '#domain/activities/lexicon.ts';
import { CONFIRMED_AT_ONCE, type readSessionsToConfirm as contract } from '#domain/activities/to-confirm-contract.ts';
import { yearOf } from '#domain/calendar/civil-date.ts';
import { subtree } from '#server/orgs/organisation-reads.ts';
import type { Call } from '#server/platform/call.ts';
import { sql } from '#server/platform/sql.ts';
import { adoptedSchemes } from '#server/schemes/scheme-reads.ts';
import { personCards } from './name-reads.ts';
import { sessionLineOf, sessionRows } from './session-reads.ts';

/** Records that wait for another than their recorder, where the actor may confirm. */
export async function readSessionsToConfirm(call: Call, { organisation }: z.output<typeof contract.input>): Promise<z.output<typeof contract.output>> {
  const { tx, actor, today } = call;
  const scope = await subtree(tx, scopesOf(actor, 'confirmSessions'), today);
  const asked = organisation === undefined ? scope : (await subtree(tx, [organisation], today)).filter((it) => scope.includes(it));
  const { items, total } = await sessionRows(call, { from: `${yearOf(today) - 1}-01-01`, to: today },
    sql`status = 'toConfirm' AND organisation_id = ANY(${[...asked]}::uuid[])`, { limit: CONFIRMED_AT_ONCE });
  const words = lexicon(await adoptedSchemes(tx));
  const names = await personCards(tx, items.flatMap(({ recordedBy }) => recordedBy ?? []));
  return {
    total,
    items: items.map((row) => {
      const line = sessionLineOf(row, words);
      return {
        ...line, version: row.version, away: row.state.marks.length - (line.present ?? 0),
        recordedBy: row.recordedBy === null ? null : names.get(row.recordedBy)?.name ?? null, byMe: row.recordedBy !== null && row.recordedBy === actor.person,
      };
    }),
  };
}
