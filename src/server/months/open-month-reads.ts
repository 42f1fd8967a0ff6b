import { yearOf } from '#domain/calendar/civil-date.ts';
import type { Refused } from '#domain/contracts/refusal.ts';
import type { LogEntry } from '#domain/facts/fact.ts';
import { bearingsOf } from '#domain/facts/subjects.ts';
import { filingOf } from '#domain/months/filing.ts';
import { daysLate, mayEnterLate } from '#domain/months/late-entry.ts';
import { refuseMonth } from '#domain/months/refusals.ts';
import { upheldFor } from '#server/objections/objection-reads.ts';
import { homeOf, lineage } from '#server/orgs/organisation-reads.ts';
import type { Call } from '#server/platform/call.ts';
import { sql } from '#server/platform/sql.ts';
import { schemeOn } from '#server/schemes/scheme-reads.ts';
import { closingsOf } from './closing-reads.ts';

/** What stands against entering or changing something in its month: LateFilingNeedsGrant, YearFinal; undefined when nothing does. */
export async function lateRefusal(call: Call, entry: LogEntry): Promise<Refused | undefined> {
  const { tx, today } = call;
  const above = await placesOf(call, entry);
  const year = entry.period.slice(0, 4);
  const closed = new Set((await closingsOf(tx, above, [entry.period, year])).filter(({ stage }) => stage === 'closed').map(({ window }) => window));
  if (closed.size === 0) return undefined;
  const objection = await upheldFor(tx, entry);
  const upheld = objection !== null || (await isUpheld(call, entry.factId));
  // A final year is opened by the review alone: a branch cannot reopen it by accepting an objection.
  if (closed.has(year) && (!upheld || objection === 'answered')) return refuseMonth('YearFinal', { year: yearOf(entry.period) });
  const { lateDays } = filingOf(await schemeOn(tx, `${entry.period}-01`));
  const days = daysLate(entry, today);
  const late = { days, lateDays, upheld, granted: await isGranted(call, above, entry.period) };
  return mayEnterLate(late) ? undefined : refuseMonth('LateFilingNeedsGrant', { period: entry.period, days, lateDays: lateDays ?? 0 });
}

/** The organisation it happened in with everything above; of a person's own facts, those of his home that day. */
async function placesOf({ tx }: Call, entry: LogEntry): Promise<readonly string[]> {
  const { organisation, persons, day } = bearingsOf(entry.kind, entry.state as never, entry.recordedOn, entry.period);
  if (organisation !== null) return lineage(tx, organisation, day);
  const found = new Set<string>();
  for (const person of persons) {
    const home = await homeOf(tx, person, day);
    for (const above of home ? await lineage(tx, home.organisation, day) : []) found.add(above);
  }
  return [...found];
}

const isGranted = async ({ tx, today }: Call, above: readonly string[], period: string): Promise<boolean> =>
  (await tx.one(sql`SELECT 1 FROM late_filing_grant WHERE period = ${period} AND organisation_id = ANY(${[...above]}::uuid[]) AND to_day >= ${today} LIMIT 1`)) !== undefined;

/** Somebody was told that this entry is wrong, and it must be put right. */
const isUpheld = async ({ tx }: Call, factId: string): Promise<boolean> =>
  (await tx.one(sql`SELECT 1 FROM statement WHERE disputed_id = ${factId} AND verdict = 'upheld' LIMIT 1`)) !== undefined;
