import type { z } from 'zod';
import { may } from '#domain/access/policy.ts';
import { type Lexicon, lexicon } from '#domain/activities/lexicon.ts';
import { owedBy } from '#domain/activities/owed-make-up.ts';
import type { BranchDesk, Gap, readBranchDesk as contract } from '#domain/boards/contract.ts';
import { addDays, daysBetween, firstOfMonth, lastOfMonth, weekday } from '#domain/calendar/civil-date.ts';
import { refuse } from '#domain/contracts/common-refusals.ts';
import { attendancesAt } from '#domain/engine/attendance.ts';
import { read } from '#domain/engine/reading.ts';
import type { Call } from '#server/platform/call.ts';
import { sql } from '#server/platform/sql.ts';
import { candidatesOf, evaluationOf } from '#server/activities/attendance-reads.ts';
import { organisationCards, personCards } from '#server/activities/name-reads.ts';
import { type SessionRow, sessionLineOf, sessionRows } from '#server/activities/session-reads.ts';
import { unsignedReviews } from '#server/reviews/receipt-reads.ts';
import { lineage, subtree } from '#server/orgs/organisation-reads.ts';
import { adoptedSchemes } from '#server/schemes/scheme-reads.ts';
import { branchesFor } from './desk-scopes.ts';
import { promisedTo } from './invited.ts';
import { planToFile } from './plan-to-file.ts';
import { selfCheckToFile } from './self-check-to-file.ts';
import { selfReviewToFile } from './self-review-to-file.ts';
import { waitingInBranch } from './tasks-and-entries.ts';
import { waitingMakeUps } from './waiting-make-ups.ts';

const DAYS_BACK = 92;
const MAKE_UP_DAYS_BACK = 45;

/** 支部工作台: what the branch and its groups have before them this week and month, and the gaps with what closes each. */
export async function readBranchDesk(call: Call, input: z.output<typeof contract.input>): Promise<BranchDesk> {
  const choices = await branchesFor(call, 'readSessions');
  const organisation = input.organisation ?? choices[0]?.id;
  if (organisation === undefined || !choices.some(({ id }) => id === organisation)) throw refuse('NotFound', {});
  const above = await lineage(call.tx, organisation, call.today);
  const below = await subtree(call.tx, [organisation], call.today);
  const words = lexicon(await adoptedSchemes(call.tx));
  const monday = addDays(call.today, 1 - weekday(call.today));
  const week = { from: monday, to: addDays(monday, 6) };
  const span = { from: min(week.from, firstOfMonth(call.today)), to: max(week.to, lastOfMonth(call.today)) };
  const { items } = await sessionRows(call, { from: addDays(call.today, -DAYS_BACK), to: span.to }, sql`organisation_id = ANY(${[...below]}::uuid[])`, { limit: 500 });
  const [card = { id: organisation, name: '' }] = await organisationCards(call.tx, [organisation]);
  const allowed = (act: 'recordSessions' | 'confirmSessions' | 'planSessions'): boolean => may(call.actor, act, above).allowed;
  return {
    organisation: card, choices, week,
    sessions: items.filter(({ state }) => state.day >= span.from).map((it) => sessionLineOf(it, words)),
    gaps: await gapsOf(call, organisation, below, items, words),
    waiting: await waitingInBranch(call, below),
    selfCheck: await selfCheckToFile(call, organisation),
    selfReview: await selfReviewToFile(call, organisation),
    results: (await unsignedReviews(call.tx, [organisation])).map(({ year, circulatedOn }) => ({ year, circulatedOn })),
    plan: await planToFile(call, organisation),
    lectures: await promisedTo(call, organisation),
    may: { record: allowed('recordSessions'), confirm: allowed('confirmSessions'), plan: allowed('planSessions') },
  };
}

const min = (left: string, right: string): string => (left < right ? left : right);
const max = (left: string, right: string): string => (left > right ? left : right);

async function gapsOf(call: Call, organisation: string, below: readonly string[], rows: readonly SessionRow[], words: Lexicon): Promise<Gap[]> {
  const waiting = await waitingMakeUps(call, below);
  const owed = await owedOf(call, organisation, rows, waiting.map((it) => `${it.session} ${it.person}`));
  const cards = await personCards(call.tx, [
    ...rows.flatMap(({ recordedBy }) => recordedBy ?? []), ...waiting.map(({ person }) => person), ...[...owed.values()].flatMap(({ persons }) => persons)]);
  const card = (person: string) => cards.get(person) ?? [];
  const gaps = rows.flatMap((row): Gap[] => {
    const line = sessionLineOf(row, words);
    const found: Gap[] = [];
    if (row.status === 'toRecord') found.push({ kind: 'toRecord', line, daysOver: daysBetween(row.state.day, call.today) });
    if (row.status === 'toConfirm') {
      const name = row.recordedBy === null ? null : cards.get(row.recordedBy)?.name ?? null;
      found.push({ kind: 'toConfirm', line, version: row.version, recordedBy: name, byMe: row.recordedBy !== null && row.recordedBy === call.actor.person });
    }
    const mine = owed.get(row.session);
    if (mine) found.push({ kind: 'toMakeUp', line, persons: mine.persons.flatMap(card), until: mine.until });
    for (const { session, makeUp, version, person } of waiting) {
      const his = session === row.session ? cards.get(person) : undefined;
      if (his) found.push({ kind: 'makeUpToConfirm', line, makeUp, version, person: his, byMe: person === call.actor.person });
    }
    return found;
  });
  return gaps.toSorted((left, right) => (left.line.day < right.line.day ? -1 : left.line.day > right.line.day ? 1 : 0));
}

/** Who has to make up which of the sessions held lately, and until when; make-ups that wait for confirmation are left out. */
async function owedOf(call: Call, organisation: string, rows: readonly SessionRow[], entered: readonly string[]): Promise<ReadonlyMap<string, { persons: string[]; until: string }>> {
  const since = addDays(call.today, -MAKE_UP_DAYS_BACK);
  const held = rows.filter(({ state }) => state.stage === 'held' && state.day >= since);
  const owed = new Map<string, { persons: string[]; until: string }>();
  if (held.length === 0) return owed;
  const persons = await candidatesOf(call.tx, organisation, call.today);
  const reading = read(await evaluationOf(call, persons, [since, call.today]));
  for (const { session } of held) {
    const fact = reading.world.sessions.get(session);
    const owing = fact ? attendancesAt(reading, fact).flatMap((it) => {
      const his = entered.includes(`${session} ${it.person}`) ? null : owedBy(reading, fact, it);
      return his?.required && his.until >= call.today ? [{ person: it.person, until: his.until }] : [];
    }) : [];
    if (owing.length > 0) owed.set(session, { persons: owing.map(({ person }) => person), until: owing.map(({ until }) => until).toSorted()[0] ?? call.today });
  }
  return owed;
}
