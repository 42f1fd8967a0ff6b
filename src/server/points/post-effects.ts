import { lastOfMonth, type Period, periodOf, yearOf } from '#domain/calendar/civil-date.ts';
import { pointsAskRegister } from '#domain/engine/asks-register.ts';
import { evaluate } from '#domain/engine/evaluate.ts';
import { ledgerChanges } from '#domain/engine/ledger-diff.ts';
import type { FactKind } from '#domain/facts/contract.ts';
import type { LogEntry } from '#domain/facts/fact.ts';
import { versionsOfAll } from '#server/facts/fact-reads.ts';
import { hasClosings, personsClosed } from '#server/months/closing-reads.ts';
import type { Call, Moved } from '#server/platform/call.ts';
import type { Tx } from '#server/platform/database.ts';
import { sql } from '#server/platform/sql.ts';
import { adoptedSchemes } from '#server/schemes/scheme-reads.ts';
import { affectedBy } from './affected-reads.ts';
import { ledgerOf } from './ledger-reads.ts';
import { postEntries } from './post-entries.ts';
import { logOfYears } from './year-reach.ts';

/**
 * Brings the ledger of everybody whom some moved facts concern to what the evaluator says, in the transaction
 * that moved them. Two locks keep recordings at one moment from missing each other (P4): first the ground on which it is
 * asked whom a fact concerns, then the accounts of these people in the order of their ids, so that two recordings that
 * meet in one person are evaluated one after the other and no cap is passed at any commit. All is read after them.
 */
export async function postEffects(call: Call, moved: readonly Moved[]): Promise<void> {
  const { tx, today } = call;
  const cause = moved.at(-1)?.entry;
  if (!cause) return;
  await lockGround(tx, moved);
  const schemes = await adoptedSchemes(tx);
  const first = schemes[0];
  if (!first) return;
  if (moved.every(({ entry }) => entry.kind === 'statement') && !schemes.some(({ scheme }) => pointsAskRegister(scheme, 'statement'))) return;
  const { persons, years } = await affectedBy(tx, await statesOf(call, moved), today, yearOf(first.from));
  if (persons.size === 0 || years.size === 0) return;

  const people = [...persons].sort();
  await lockAccounts(call, people);
  const sorted = [...years].sort();
  const log = await logOfYears(tx, people, sorted[0] ?? 0, sorted.at(-1) ?? 0);
  const { values } = evaluate({ schemes, log, upTo: { seq: Number.MAX_SAFE_INTEGER, date: today }, only: people });
  const desired = values.filter((it) => years.has(Number(it.window.slice(0, 4))));
  const changes = ledgerChanges(await ledgerOf(tx, people, sorted), desired, cause.factId);
  const booking = await bookings(call, changes.map((change) => ({ person: change.person, period: periodFor(change.window, cause) })));
  await postEntries(tx, changes.map((change) => {
    const forPeriod = periodFor(change.window, cause);
    return { ...change, forPeriod, bookedIn: booking(change.person, forPeriod), seq: cause.seq };
  }));
}

/** The period that is open: the month itself until it is closed for the member, from then on the current one. */
async function bookings({ tx, today }: Call, changes: readonly { readonly person: string; readonly period: Period }[]): Promise<(person: string, period: Period) => Period> {
  const periods = [...new Set(changes.map(({ period }) => period))];
  const closed = new Map<Period, ReadonlySet<string>>();
  for (const period of (await hasClosings(tx, periods)) ? periods : []) {
    const persons = changes.filter((it) => it.period === period).map(({ person }) => person);
    closed.set(period, await personsClosed(tx, [...new Set(persons)], period, lastOfMonth(period)));
  }
  return (person, period) => (closed.get(period)?.has(person) ? periodOf(today) : period);
}

/** Every version of what moved: which one was in force before is the evaluator's business (a proposal changes nothing). */
async function statesOf({ tx }: Call, moved: readonly Moved[]): Promise<readonly LogEntry[]> {
  const amended = moved.filter(({ entry }) => entry.version > 1).map(({ entry }) => entry.factId);
  const fresh = moved.filter(({ entry }) => entry.version === 1).map(({ entry }) => entry);
  return amended.length === 0 ? fresh : [...fresh, ...(await versionsOfAll(tx, amended))];
}

/** Facts by which others come to concern somebody: where people belong and which scheme holds. */
const ground: ReadonlySet<FactKind> = new Set(['organisation', 'membership', 'post', 'shiftTeam', 'teamPlacement', 'schemeAdoption', 'inclusion']);

/**
 * Whom a session concerns is asked of memberships that a transfer may be changing unseen at this moment; neither would
 * meet the other in an account. So what changes the ground goes alone, and everything else goes side by side.
 */
async function lockGround(tx: Tx, moved: readonly Moved[]): Promise<void> {
  const alone = moved.some(({ entry }) => ground.has(entry.kind));
  await tx.run(alone ? sql`LOCK TABLE points_account IN SHARE ROW EXCLUSIVE MODE` : sql`LOCK TABLE points_account IN ROW EXCLUSIVE MODE`);
}

/** Nearly always everybody has an account and one statement is enough; whoever has none yet gets one first. */
async function lockAccounts({ tx }: Call, people: readonly string[]): Promise<void> {
  const lock = sql`SELECT 1 FROM points_account WHERE person_id = ANY(${[...people]}::uuid[]) ORDER BY person_id FOR UPDATE`;
  if ((await tx.run(lock)) === people.length) return;
  await tx.run(sql`INSERT INTO points_account (person_id) SELECT unnest(${[...people]}::uuid[]) ON CONFLICT DO NOTHING`);
  await tx.run(lock);
}

/** A month's row belongs to that month; a year's share moves in the period of the fact that moved it. */
const periodFor = (window: string, cause: LogEntry): string => (/^\d{4}-\d\d$/.test(window) ? window : cause.period);
