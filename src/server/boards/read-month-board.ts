import type { z } from 'zod';
import { demandOrHide, scopesOf } from '#domain/access/policy.ts';
import { type Lexicon, lexicon } from '#domain/activities/lexicon.ts';
import { attendanceRate, type MonthCounts, nothing, pooled, standingOf, WHOLE_MONTH } from '#domain/boards/branch-month.ts';
import type { BoardActivity, BoardLine, MonthBoard, readMonthBoard as contract } from '#domain/boards/month-contract.ts';
import { lastOfMonth, type Period } from '#domain/calendar/civil-date.ts';
import { refuse } from '#domain/contracts/common-refusals.ts';
import { isBranch } from '#domain/orgs/categories.ts';
import type { Call } from '#server/platform/call.ts';
import { lineage } from '#server/orgs/organisation-reads.ts';
import { adoptedSchemes } from '#server/schemes/scheme-reads.ts';
import { awaitOwn, boardsKnow, monthRows, type MonthRow, organisationsIn, type PlacedOrganisation } from './board-reads.ts';

/** 开展情况: what the branches held in a month, in the order of their numbers and in no other. */
export async function readMonthBoard(call: Call, input: z.output<typeof contract.input>): Promise<MonthBoard> {
  const period = input.period ?? call.today.slice(0, 7);
  const roots = await boardRoots(call, input.organisation, period);
  const branches = branchesAmong(await organisationsIn(call.tx, roots, period));
  const ids = branches.map(({ id }) => id);
  await awaitOwn(call, ids, period);
  const asOf = await boardsKnow(call);
  const rows = await monthRows(call, ids, period);
  const activities = activitiesOf(rows, lexicon(await adoptedSchemes(call.tx)), lastOfMonth(period));
  const lineOf = (some: readonly MonthRow[]): BoardLine => boardLine(some, activities.map(({ id }) => id));
  return {
    period, asOf, activities,
    choices: choicesAmong(await organisationsIn(call.tx, scopesOf(call.actor, 'readSessions'), period)),
    items: branches.map(({ id, name, number }) => ({ organisation: { id, name, number }, ...lineOf(rows.filter((it) => it.organisation === id)) })),
    total: lineOf(rows),
  };
}

/** The organisations of whose branches the board tells: the one that was asked for, or all on which one may. @throws NotFound. */
export async function boardRoots({ tx, actor, today }: Call, organisation: string | undefined, period: Period): Promise<readonly string[]> {
  const scopes = scopesOf(actor, 'readSessions');
  if (scopes.length === 0) throw refuse('NotFound', {});
  if (organisation === undefined) return scopes;
  const last = lastOfMonth(period);
  demandOrHide(actor, 'readSessions', await lineage(tx, organisation, last < today ? last : today));
  return [organisation];
}

export const branchesAmong = (all: readonly PlacedOrganisation[]): PlacedOrganisation[] => all.filter(({ category }) => isBranch(category));

/** Whatever has branches below it. */
function choicesAmong(all: readonly PlacedOrganisation[]): MonthBoard['choices'] {
  const above = new Set(branchesAmong(all).map(({ parent }) => parent));
  for (const id of above) above.add(all.find((it) => it.id === id)?.parent ?? null);
  return all.filter(({ id }) => above.has(id)).map(({ id, name }) => ({ id, name }));
}

/** In the order of the scheme; a word that it no longer has stands last. */
function activitiesOf(rows: readonly MonthRow[], words: Lexicon, day: string): MonthBoard['activities'] {
  const order = (words.schemeOn(day)?.activities ?? []).map(({ id }) => id);
  const place = (id: string): number => (order.includes(id) ? order.indexOf(id) : order.length);
  const ids = [...new Set(rows.map(({ activity }) => activity))].filter((it) => it !== WHOLE_MONTH);
  return words.activities(ids.toSorted((left, right) => place(left) - place(right) || (left < right ? -1 : 1)), day);
}

/** Rows of one branch or of many, pooled: a month by its whole and by its activities. */
function boardLine(rows: readonly MonthRow[], activities: readonly string[]): BoardLine {
  const of = (activity: string): Omit<BoardActivity, 'activity'> => {
    const some = rows.filter((it) => it.activity === activity);
    return { ...pooled(some.map(countsIn)), toRecord: some.reduce((sum, { toRecord }) => sum + toRecord, 0) };
  };
  const whole = of(WHOLE_MONTH);
  return {
    ...whole, rate: attendanceRate(whole), standing: standingOf(whole, whole.toRecord),
    activities: activities.map((activity) => ({ activity, ...of(activity) })),
  };
}

/** The counts alone. */
const countsIn = (row: MonthRow): MonthCounts => {
  const { organisation: _, activity: __, toRecord: ___, ...counts } = row;
  return { ...nothing, ...counts };
};
