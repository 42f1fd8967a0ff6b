import type { z } from 'zod';
import { may, scopesOf } from '#domain/access/policy.ts';
import { addMonths, type CivilDate, type Period } from '#domain/calendar/civil-date.ts';
import { refuse } from '#domain/contracts/common-refusals.ts';
import type { MonthRow, Months, readMonths as contract } from '#domain/months/contract.ts';
import { filingOf } from '#domain/months/filing.ts';
import { monthState } from '#domain/months/month-state.ts';
import { calendarBetween } from '#server/calendar/calendar-reads.ts';
import { demandIn } from '#server/orgs/act-reads.ts';
import { subtree } from '#server/orgs/organisation-reads.ts';
import type { Call } from '#server/platform/call.ts';
import { sql } from '#server/platform/sql.ts';
import { branchesAmong } from '#server/points/points-reads.ts';
import { schemeOn } from '#server/schemes/scheme-reads.ts';
import { lockingOf } from './closing-jobs.ts';
import { type ClosingRow, closingsOf } from './closing-reads.ts';

/** The months of a year: open, due or locked, by whom, and who may still file late. */
export async function readMonths(call: Call, input: z.output<typeof contract.input>): Promise<Months> {
  const { tx, actor, today } = call;
  const scopes = await cards(call, scopesOf(actor, 'readMonths'));
  const organisation = input.organisation ?? scopes[0]?.id;
  if (organisation === undefined) throw refuse('NotFound', {});
  const above = await demandIn(call, 'readMonths', organisation);
  const year = input.year ?? Number(today.slice(0, 4));
  const periods = Array.from({ length: 12 }, (_, at) => addMonths(`${year}-01`, at));
  // Before the closings: a lock that ends in between is shown as under way, and the page asks again.
  const locking = await lockingOf(call, organisation, year);
  const closings = await closingsOf(tx, above, [...periods, String(year)]);
  const below = await subtree(tx, [organisation], today);
  const [named] = await cards(call, [organisation]);
  return {
    organisation: named ?? { id: organisation, name: '' }, scopes, year,
    months: await rows(call, periods, closings),
    yearClosing: shown(closings.filter(({ window }) => window === String(year))),
    lateDays: filingOf(await schemeOn(tx, today)).lateDays,
    grants: await grantsOf(call, [...above, ...below], year),
    branches: (await branchesAmong(tx, below)).map(({ id, name }) => ({ id, name })),
    locking,
    may: { close: may(actor, 'closeMonths', above).allowed, reopen: may(actor, 'reopenMonths', above).allowed, grant: may(actor, 'grantLateFiling', above).allowed },
  };
}

async function rows({ tx, today }: Call, periods: readonly Period[], closings: readonly ClosingRow[]): Promise<MonthRow[]> {
  const calendar = await calendarBetween(tx, `${periods[0]}-01`, `${addMonths(periods.at(-1) ?? '', 3)}-01`);
  const months: MonthRow[] = [];
  for (const period of periods) {
    const closing = shown(closings.filter(({ window }) => window === period));
    const filing = filingOf(await schemeOn(tx, `${period}-01`));
    months.push({ period, ...monthState(period, today, calendar, filing, closing?.stage === 'closed'), closing });
  }
  return months;
}

/** The closing in force, else the nearest that was taken back. */
function shown(closings: readonly ClosingRow[]): MonthRow['closing'] {
  const found = closings.find(({ stage }) => stage === 'closed') ?? closings.at(-1);
  if (!found) return null;
  const { fact, version, stage, organisation, name, on, by, reason } = found;
  return { fact, version, stage, organisation: { id: organisation, name }, on, by, reason: reason ?? '' };
}

const cards = ({ tx }: Call, ids: readonly string[]): Promise<{ id: string; name: string }[]> =>
  tx.many(sql`SELECT id, short_name AS name FROM organisation WHERE id = ANY(${[...ids]}::uuid[]) ORDER BY number`);

interface GrantFound {
  readonly grant: string;
  readonly organisation: string;
  readonly name: string;
  readonly period: string;
  readonly until: CivilDate;
  readonly by: string | null;
  readonly on: CivilDate;
  readonly reason: string | null;
}

async function grantsOf({ tx, today }: Call, around: readonly string[], year: number): Promise<Months['grants']> {
  const found = await tx.many<GrantFound>(sql`
    SELECT g.fact_id AS grant, g.organisation_id AS organisation, o.short_name AS name, g.period, g.to_day AS until, p.name AS by, f.recorded_on AS "on", t.text->>'reason' AS reason
    FROM late_filing_grant g JOIN fact f ON f.fact_id = g.fact_id JOIN organisation o ON o.id = g.organisation_id
    LEFT JOIN person p ON p.id = f.recorded_by LEFT JOIN fact_text t ON t.fact_id = g.fact_id AND t.version = f.version
    WHERE g.organisation_id = ANY(${[...around]}::uuid[]) AND left(g.period, 4) = ${String(year)} ORDER BY f.seq DESC LIMIT 200`);
  return found.map(({ name, organisation, reason, ...it }) => ({ ...it, organisation: { id: organisation, name }, reason: reason ?? '', inForce: it.until >= today }));
}
