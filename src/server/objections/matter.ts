import { lastOfMonth, type Period } from '#domain/calendar/civil-date.ts';
import type { ReckonedDay } from '#domain/calendar/working-days.ts';
import { refuse } from '#domain/contracts/common-refusals.ts';
import type { FactKind } from '#domain/facts/contract.ts';
import type { LogEntry } from '#domain/facts/fact.ts';
import { bearingsOf } from '#domain/facts/subjects.ts';
import { matterOf, type Objection, objectionLimit, type Publication } from '#domain/objections/objection-rules.ts';
import { noticeEnd } from '#domain/reviews/notice.ts';
import { refuseObjection } from '#domain/objections/refusals.ts';
import { may } from '#domain/access/policy.ts';
import { lastEntry } from '#server/facts/fact-reads.ts';
import { statementsOf } from '#server/months/statement-reads.ts';
import { homeOf, lineage } from '#server/orgs/organisation-reads.ts';
import type { Call } from '#server/platform/call.ts';
import type { Tx } from '#server/platform/database.ts';
import { sql } from '#server/platform/sql.ts';
import { demandInside } from '#server/registers/use-reads.ts';
import { calendarAround } from '#server/reviews/review-clock-reads.ts';
import { noticeOfSelection } from '#server/selections/selection-reads.ts';
import { registerOn } from '#server/registers/register-reads.ts';
import { adoptedSchemes } from '#server/schemes/scheme-reads.ts';
import { itemOf, schemeOfYear } from './disputed-words.ts';
import { clockSince, openObjections } from './objection-reads.ts';

type About = Objection['about'];
type Subject = Objection['subject'];

/** What somebody wants to object to, looked up and found to be his to object to. */
export interface FoundMatter extends Pick<Objection, 'about' | 'matter' | 'organisation' | 'body' | 'period'> {
  readonly entry: LogEntry | null;
  readonly limit: ReckonedDay | null;
}

/** Kinds of facts about which one may object; what only opens a register or announces a plan moves nobody's number. */
const objectable: ReadonlySet<FactKind> = new Set(['session', 'makeUp', 'leave', 'closedDuty', 'record', 'assignment', 'draw', 'checkSheet']);

/**
 * Locks what is disputed, so that of two who object to it at once the second finds the first.
 * @throws NotYourMatter, NotFound, ObjectedAlready
 */
export async function demandMatter(call: Call, subject: Subject, about: About): Promise<FoundMatter> {
  await demandOwn(call, subject);
  const found = await (about.kind === 'fact' ? ofFact(call, subject, about) : about.kind === 'listing' ? ofListing(call, subject, about) : ofYearOrMonth(call, subject, about));
  const same = (await openObjections(call, sql`subject_id = ${subject.id}`)).some(({ state }) => isSame(state.about, about));
  if (same) throw refuseObjection('ObjectedAlready', {});
  return found;
}

/** A member objects for himself, a secretary for his branch. @throws NotYourMatter; NotFound where it is not his to know of */
async function demandOwn(call: Call, { kind, id }: Subject): Promise<void> {
  const { tx, actor, today } = call;
  if (kind === 'person') {
    if (actor.person === id) return;
    const home = await homeOf(tx, id, today);
    throw home && may(actor, 'readPoints', await lineage(tx, home.organisation, today)).allowed ? refuseObjection('NotYourMatter', {}) : refuse('NotFound', {});
  }
  const above = await lineage(tx, id, today);
  if (may(actor, 'raiseObjections', above).allowed && actor.person !== null) return;
  throw may(actor, 'readScores', above).allowed ? refuseObjection('NotYourMatter', {}) : refuse('NotFound', {});
}

async function ofFact(call: Call, subject: Subject, about: Extract<About, { kind: 'fact' }>): Promise<FoundMatter> {
  const entry = await lastEntry(call.tx, about.fact);
  if (!entry || entry.change === 'withdrawn' || !objectable.has(entry.kind) || !(await concerns(call, subject, entry))) throw refuse('NotFound', {});
  const place = await placeOf(call, entry);
  if (place === null) throw refuse('NotFound', {});
  // A draw and a sheet are published by themselves, and not with a month.
  const published = entry.kind === 'draw' || entry.kind === 'checkSheet' ? { on: entry.recordedOn, asOfSeq: entry.seq } : await publicationOf(call.tx, subject, entry.period);
  const clock = await clockSince(call, [entry.recordedOn, published?.on ?? entry.recordedOn].toSorted()[0] ?? call.today);
  return {
    about: { kind: 'fact', fact: about.fact, version: entry.version }, matter: matterOf(about, entry.kind), period: entry.period, entry,
    organisation: place.organisation, body: subject.kind === 'branch' ? 'office' : place.body,
    limit: objectionLimit(published, entry, clock.calendar, clock.daysOf(call.today)),
  };
}

/** A mark of a branch's year is computed by the office's scheme; what is missing is answered where the member was at home. */
async function ofYearOrMonth(call: Call, subject: Subject, about: Extract<About, { kind: 'item' | 'missing' }>): Promise<FoundMatter> {
  const { tx } = call;
  const whole = about.kind === 'item' && (await isWhole(call, subject, about));
  const period: Period = about.kind === 'item' ? `${about.year}-12` : about.period;
  const end = lastOfMonth(period) < call.today ? lastOfMonth(period) : call.today;
  const organisation = subject.kind === 'branch' ? subject.id : (await homeOf(tx, subject.id, end))?.organisation;
  if (organisation === undefined) throw refuse('NotFound', {});
  await tx.many(sql`SELECT id FROM organisation WHERE id = ${organisation} FOR NO KEY UPDATE`);
  const published = about.kind === 'item' ? await closingOf(tx, organisation, String(about.year), call.today) : await publicationOf(tx, subject, period);
  const clock = await clockSince(call, published?.on ?? call.today);
  return {
    about, matter: matterOf(about, null, whole), period, entry: null, organisation, body: subject.kind === 'branch' ? 'office' : 'branch',
    limit: objectionLimit(published, { seq: 0, recordedOn: call.today }, clock.calendar, clock.daysOf(call.today)),
  };
}

/**
 * Somebody on the notice of a selection: whoever belongs to the bureau may object to him in his own name while the notice
 * stands, and is told to nobody but those who decide.
 * @throws NotFound for whom nobody listed, SelectionNotNoticed
 */
async function ofListing(call: Call, subject: Subject, about: Extract<About, { kind: 'listing' }>): Promise<FoundMatter> {
  if (subject.kind !== 'person') throw refuse('NotFound', {});
  demandInside(call);
  const { organisation, notice } = await noticeOfSelection(call, about.selection);
  if (!notice.persons.includes(about.person)) throw refuse('NotFound', {});
  const least = noticeEnd(await calendarAround(call.tx, notice.from), notice.from);
  return {
    about, matter: 'listing', period: call.today.slice(0, 7), entry: null, organisation, body: 'office',
    limit: { day: notice.until > least.day ? notice.until : least.day, provisional: least.provisional },
  };
}

/** Whether the item is the score of the whole year. @throws NotFound for an item that the scheme of the year does not have */
async function isWhole({ tx }: Call, subject: Subject, { year, item }: Extract<About, { kind: 'item' }>): Promise<boolean> {
  const schemes = await adoptedSchemes(tx);
  if (subject.kind !== 'branch' || itemOf(schemes, year, item) === null) throw refuse('NotFound', {});
  return schemeOfYear(schemes, year)?.indicators?.id === item;
}

/**
 * Whether a fact names the member or is a session of his own branch or group, which may have left him out; or whether it
 * lies in the branch or names somebody who was at home in it that day.
 */
async function concerns({ tx }: Call, { kind, id }: Subject, entry: LogEntry): Promise<boolean> {
  const { persons, organisation, day } = bearingsOf(entry.kind, entry.state as never, entry.recordedOn, entry.period);
  if (kind === 'person') {
    if (persons.includes(id) || entry.kind !== 'session' || organisation === null) return persons.includes(id);
    const home = await homeOf(tx, id, day);
    return home !== undefined && (home.group === organisation || (await lineage(tx, home.organisation, day)).includes(organisation));
  }
  if (entry.kind === 'draw') return entry.state.list.some((listed) => listed.organisation === id);
  if (organisation !== null && (await lineage(tx, organisation, day)).includes(id)) return true;
  return entry.kind === 'record' && (await tx.one(sql`
    SELECT 1 FROM membership WHERE person_id = ANY(${[...persons]}::uuid[]) AND organisation_id = ${id}
      AND from_day <= ${day} AND (to_day IS NULL OR to_day >= ${day}) LIMIT 1`)) !== undefined;
}

/** The branch in which a fact was entered answers for it; what the office keeps, and what lies above the branches, the office. */
async function placeOf({ tx, today }: Call, entry: LogEntry): Promise<Pick<Objection, 'organisation' | 'body'> | null> {
  const { persons: [first], organisation, day } = bearingsOf(entry.kind, entry.state as never, entry.recordedOn, entry.period);
  const start = organisation ?? (first === undefined ? undefined : (await homeOf(tx, first, day))?.organisation);
  if (start === undefined) return null;
  const above = await lineage(tx, start, day < today ? day : today);
  const branch = await tx.one<{ id: string }>(sql`
    SELECT id FROM organisation WHERE id = ANY(${[...above]}::uuid[]) AND category IN ('631', '632', '931', '932') ORDER BY array_position(${[...above]}::uuid[], id) LIMIT 1`);
  const register = entry.kind === 'record' ? await registerOn(tx, entry.state.register, day < today ? day : today) : null;
  if (register && register.keptBy === 'discipline') return null;
  return { organisation: branch?.id ?? start, body: branch && (register === null || register.keptBy === 'branch') ? 'branch' : 'office' };
}

/** 公布: the statement of the member's month, or the closing of the branch's. */
async function publicationOf(tx: Tx, { kind, id }: Subject, period: Period): Promise<Publication | null> {
  if (kind === 'branch') return closingOf(tx, id, period, lastOfMonth(period));
  const [statement] = await statementsOf(tx, [id], period);
  return statement ? { on: statement.state.issuedOn, asOfSeq: statement.state.asOfSeq } : null;
}

async function closingOf(tx: Tx, organisation: string, window: string, day: string): Promise<Publication | null> {
  const above = await lineage(tx, organisation, day);
  const row = await tx.one<Publication>(sql`
    SELECT f.recorded_on AS "on", (f.state->>'asOfSeq')::bigint AS "asOfSeq" FROM closing c JOIN fact f ON f.fact_id = c.fact_id
    WHERE c.window_key = ${window} AND c.stage = 'closed' AND c.organisation_id = ANY(${[...above]}::uuid[]) ORDER BY f.seq LIMIT 1`);
  return row ?? null;
}

function isSame(one: About, other: About): boolean {
  if (one.kind === 'fact') return other.kind === 'fact' && one.fact === other.fact;
  if (one.kind === 'listing') return other.kind === 'listing' && one.selection === other.selection && one.person === other.person;
  if (one.kind === 'item') return other.kind === 'item' && one.item === other.item && one.year === other.year;
  return other.kind === 'missing' && one.period === other.period;
}
