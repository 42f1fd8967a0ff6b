import { setImmediate } from 'node:timers/promises';
import { lastOfMonth, type Period, yearOf } from '#domain/calendar/civil-date.ts';
import type { LogEntry } from '#domain/facts/fact.ts';
import type { Statement } from '#domain/months/statement-rules.ts';
import { entriesBeside, versionsOfAll } from '#server/facts/fact-reads.ts';
import { subtree } from '#server/orgs/organisation-reads.ts';
import type { Call } from '#server/platform/call.ts';
import type { Tx } from '#server/platform/database.ts';
import type { Job } from '#server/platform/jobs.ts';
import { sql } from '#server/platform/sql.ts';
import { affectedBy } from '#server/points/affected-reads.ts';
import { type Known, knownAt } from '#server/points/known-reads.ts';
import { lastSeq } from '#server/points/points-reads.ts';
import { type MonthReader, monthReader, pinOf } from './pinned-points.ts';

/** The numbers of a statement, and by what they recompute. */
export type Said = Pick<Statement, 'total' | 'month' | 'parts' | 'scheme' | 'schemeVersion' | 'evaluator' | 'asOfSeq' | 'date' | 'groundsHash'>;

/** What the statements of the members will say unless something reaches them before the month is locked. */
export interface Prepared {
  readonly known: Known;
  readonly said: ReadonlyMap<string, Said>;
}

const DOING = { zh: '正在核算积分确认单', en: 'Working out the statements' };
/** So many people are worked out between two looks at the clock of the page. */
const AT_ONCE = 20;

/** Works out what the statements of a month say, member by member, from one reading of the log. */
export async function prepareStatements(job: Job, organisation: string, period: Period): Promise<Prepared> {
  const { members, known } = await job.read(async (call) => ({
    members: await membersAtEnd(call, organisation, period), known: await knownAt(call.tx, await lastSeq(call.tx)),
  }));
  const say = sayer(known, period);
  const said = new Map<string, Said>();
  for (const [done, { person }] of members.entries()) {
    if (done % AT_ONCE === 0) await job.progress(DOING, done, members.length);
    const numbers = say(person);
    if (numbers) said.set(person, numbers);
    // Requests are answered in between.
    await setImmediate();
  }
  return { known, said };
}

/**
 * The same at the moment at which the log stands still: whom an entry can have reached that was not known before is
 * worked out again, and nobody else.
 */
export async function saidAt(call: Call, { known, said }: Prepared, period: Period, seq: number): Promise<(person: string) => Said | null> {
  const fresh = await entriesBeside(call.tx, known.log.map((entry) => entry.seq), seq);
  const first = known.schemes[0];
  const { persons } = fresh.length === 0 || !first ? { persons: new Set<string>() }
    : await affectedBy(call.tx, await versionsOfAll(call.tx, fresh.map(({ factId }) => factId)), call.today, yearOf(first.from));
  const again = sayer(await grownBy(call.tx, known, fresh, seq), period);
  return (person) => {
    const before = persons.has(person) ? undefined : said.get(person);
    return before ? { ...before, asOfSeq: seq } : again(person);
  };
}

/** An adoption changes whom all is judged by; anything else only joins the log. */
const grownBy = async (tx: Tx, known: Known, fresh: readonly LogEntry[], seq: number): Promise<Known> =>
  (fresh.some(({ kind }) => kind === 'schemeAdoption') ? knownAt(tx, seq)
    : { ...known, seq, log: [...known.log, ...fresh].sort((left, right) => left.seq - right.seq) });

/** Says of anybody what his statement says; null before the first scheme. The log is read once somebody is asked about. */
export function sayer(known: Known, period: Period): (person: string) => Said | null {
  let month: MonthReader | undefined;
  return (person) => {
    month ??= monthReader(known, period);
    const { grounds, ...numbers } = month.of(person);
    const pin = pinOf(month, known, period, grounds);
    month.letGo(person);
    return pin && { ...numbers, ...pin };
  };
}

/** Everybody who was a member below the organisation at the month's end, with his branch of then. */
export async function membersAtEnd({ tx }: Call, organisation: string, period: Period): Promise<{ person: string; home: string }[]> {
  const end = lastOfMonth(period);
  return tx.many(sql`SELECT person_id AS person, organisation_id AS home FROM membership
    WHERE organisation_id = ANY(${[...(await subtree(tx, [organisation], end))]}::uuid[]) AND stage IN ('full', 'probationary')
      AND from_day <= ${end} AND (to_day IS NULL OR to_day >= ${end}) ORDER BY person_id`);
}
