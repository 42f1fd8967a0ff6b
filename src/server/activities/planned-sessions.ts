import type { ArrangementRow } from '#domain/activities/arrangement-contract.ts';
import { holds } from '#domain/activities/holders.ts';
import type { Lexicon } from '#domain/activities/lexicon.ts';
import { refuseActivity } from '#domain/activities/refusals.ts';
import { demandWords } from '#domain/activities/session-of-record.ts';
import { clashBetween } from '#domain/activities/sittings.ts';
import { addDays } from '#domain/calendar/civil-date.ts';
import type { FactState } from '#domain/facts/contract.ts';
import type { Activity } from '#domain/schemes/scheme.ts';
import type { Call } from '#server/platform/call.ts';
import { sql } from '#server/platform/sql.ts';
import { subtree } from '#server/orgs/organisation-reads.ts';
import { organisationCards } from './name-reads.ts';
import { sessionsAround } from './session-reads.ts';

export type HeldBy = Activity['heldBy'];
type Category = FactState<'organisation'>['category'];

/** Which level holds what a line arranges. @throws ActivityUnknown, ContentUnknown, HoldersMixed. */
export function heldByOf(row: ArrangementRow, words: Lexicon): HeldBy {
  demandWords(words.schemeOn(row.day), row.activities, row.contents);
  const levels = new Set(row.activities.flatMap((id) => words.activity(id, row.day)?.heldBy ?? []));
  const [level, other] = [...levels];
  if (level === undefined || other !== undefined) throw refuseActivity('HoldersMixed', { day: row.day });
  return level;
}

/** Organisations below a scope by what they hold, in the order of their numbers. A committee holds what it arranges for itself. */
export async function holdersBelow(call: Call, scope: string, day: string): Promise<Readonly<Record<HeldBy, readonly string[]>>> {
  const below = [...(await subtree(call.tx, [scope], day))];
  const rows = await call.tx.many<{ id: string; category: Category }>(sql`SELECT id, category FROM organisation WHERE id = ANY(${below}::uuid[]) ORDER BY number`);
  const level = (heldBy: HeldBy): string[] => rows.filter((it) => holds(heldBy, it.category)).map((it) => it.id);
  return { branch: level('branch'), group: level('group'), committee: level('committee').filter((it) => it === scope) };
}

export interface PlannedSession {
  readonly organisation: string;
  readonly row: Pick<ArrangementRow, 'day' | 'from' | 'to' | 'activities'>;
  /** The session that is being moved, when it exists already. */
  readonly session?: string;
}

/** @throws ArrangedAlready with every place where an organisation holds one of these activities at that time already. */
export async function demandFree(call: Call, planned: readonly PlannedSession[], words: Lexicon): Promise<void> {
  const days = planned.map(({ row }) => row.day).toSorted();
  const organisations = [...new Set(planned.map((it) => it.organisation))];
  // The same order for everybody, so that two arrangements at the same moment wait for each other instead of locking up.
  await call.tx.run(sql`SELECT 1 FROM organisation WHERE id = ANY(${organisations.toSorted()}::uuid[]) ORDER BY id FOR UPDATE`);
  const [first, last] = [days[0] ?? call.today, days.at(-1) ?? call.today];
  const others = await sessionsAround(call.tx, organisations, addDays(first, -20), addDays(last, 1));
  const moved = new Set(planned.flatMap(({ session }) => session ?? []));
  const clashes = planned.flatMap(({ organisation, row }) => {
    const clash = others.find((it) => it.organisation === organisation && !moved.has(it.session)
      && it.state.activities.some((activity) => row.activities.includes(activity)) && clashBetween(it.state.sittings, [row]));
    return clash ? [{ organisation, row, state: clash.state }] : [];
  });
  if (clashes.length === 0) return;
  const names = new Map((await organisationCards(call.tx, clashes.map((it) => it.organisation))).map((it) => [it.id, it.name]));
  throw refuseActivity('ArrangedAlready', { count: clashes.length }, clashes.slice(0, 30).map(({ organisation, row, state }) => {
    const labels = words.activities(state.activities, state.day).map(({ label }) => label);
    return {
      at: `${names.get(organisation) ?? ''} ${row.day}`,
      words: { zh: `${labels.map(({ zh }) => zh).join('、')} ${row.from}–${row.to}`, en: `${labels.map(({ en }) => en).join(', ')} ${row.from}–${row.to}` },
    };
  }));
}

/** Lines of one arrangement that overlap each other would clash with themselves. @throws ArrangedAlready. */
export function demandApart(planned: readonly PlannedSession[]): void {
  const clashing = planned.filter((one, at) => planned.some((other, before) =>
    before < at && one.organisation === other.organisation && one.row.activities.some((it) => other.row.activities.includes(it)) && clashBetween([one.row], [other.row])));
  if (clashing.length === 0) return;
  const days = [...new Set(clashing.map(({ row }) => row.day))];
  throw refuseActivity('ArrangedAlready', { count: days.length }, days.map((day) => ({
    at: day, words: { zh: '同一天有两行时间重叠', en: 'two lines of this day overlap' } })));
}
