import type { z } from 'zod';
import { may, scopesOf } from '#domain/access/policy.ts';
import type { CivilDate } from '#domain/calendar/civil-date.ts';
import type { listStudyStops as listContract, readStopForm as formContract } from '#domain/rota/stop-contract.ts';
import { subtree } from '#server/orgs/organisation-reads.ts';
import type { Call } from '#server/platform/call.ts';
import { sql } from '#server/platform/sql.ts';
import { schemeOn } from '#server/schemes/scheme-reads.ts';
import { demandAt } from './rota-rights.ts';
import { type StopRow, stopsOf, withdrawnStops } from './stop-reads.ts';

/** The notices of a year that touch an organisation: declared for itself, for something above it, or for a part of it. */
export async function listStudyStops(call: Call, input: { organisation: string; year: string }): Promise<z.output<typeof listContract.output>> {
  const above = await demandAt(call, 'readRota', input.organisation);
  const below = await subtree(call.tx, [input.organisation], call.today);
  const rows = await stopsOf(call.tx, [...new Set([...above, ...below])], `${input.year}-01-01`, `${input.year}-12-31`);
  const scheme = await schemeOn(call.tx, `${input.year}-12-31`);
  const labels = new Map(scheme?.activities.map((it) => [it.id, it.label]));
  const mayDeclare = may(call.actor, 'declareStop', above).allowed;
  const told = ({ stop, version, state, scopeName, document }: StopRow) => ({
    stop, version, scope: { id: state.scope, name: scopeName }, day: state.day, movedTo: state.movedTo, document,
    activities: state.activities.map((id) => ({ id, ...(labels.get(id) ?? { zh: id, en: id }) })),
  });
  const items = rows.map((row) => ({ ...told(row), mayWithdraw: mayDeclare && below.includes(row.state.scope) }));
  const withdrawn = mayDeclare ? await withdrawnStops(call.tx, below, `${input.year}-01-01`, `${input.year}-12-31`) : [];
  return { items, total: items.length, withdrawn: withdrawn.map((row) => ({ ...told(row), by: row.by, on: row.on })) };
}

/** Where the asker may declare a stop, in the order of the tree's numbers, and what can be stopped on the day. */
export async function readStopForm(call: Call, input: { day?: CivilDate | undefined }): Promise<z.output<typeof formContract.output>> {
  const day = input.day ?? call.today;
  const below = [...await subtree(call.tx, scopesOf(call.actor, 'declareStop'), day)];
  const scopes = await call.tx.many<{ id: string; number: string; shortName: string }>(sql`
    SELECT id, number, short_name AS "shortName" FROM organisation WHERE id = ANY(${below}::uuid[]) AND category <> '699' ORDER BY number`);
  const scheme = await schemeOn(call.tx, day);
  return { scopes, activities: (scheme?.activities ?? []).map((it) => ({ id: it.id, ...it.label, weekday: it.weekday })) };
}
