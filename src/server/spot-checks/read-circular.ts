import { setImmediate } from 'node:timers/promises';
import type { z } from 'zod';
import { scoredAspects, weightOf } from '#domain/assessments/branch-score.ts';
import { quarterBefore } from '#domain/assessments/quarter-before.ts';
import { yearOf } from '#domain/calendar/civil-date.ts';
import { lastDayOf } from '#domain/calendar/window.ts';
import { isConfirmedSheet } from '#domain/engine/check-sheet.ts';
import { explain } from '#domain/engine/explain.ts';
import { branch } from '#domain/engine/subject.ts';
import type { PointsPart } from '#domain/schemes/scheme.ts';
import type { CircularRow, readCircular as contract } from '#domain/spot-checks/problem-contract.ts';
import { refuseSpotCheck } from '#domain/spot-checks/refusals.ts';
import { logOfBranchesYear } from '#server/assessments/branch-log-reads.ts';
import { readUpTo } from '#server/assessments/branch-year-reads.ts';
import { demand } from '#domain/access/policy.ts';
import { lineage } from '#server/orgs/organisation-reads.ts';
import type { Call } from '#server/platform/call.ts';
import { sql } from '#server/platform/sql.ts';
import { adoptedSchemes, schemeOn } from '#server/schemes/scheme-reads.ts';
import { numberedNames } from './draw-reads.ts';
import { seenDraw } from './draw-rights.ts';
import { type FoundSheet, sheetsWhere } from './sheet-reads.ts';

/** What concerns so many branches is read at once, and others are answered between two of them. */
const AT_ONCE = 50;

interface Mark {
  readonly organisation: string;
  /** '' for the whole. */
  readonly aspect: string;
  readonly value: number | null;
}

/**
 * 季度通报: every branch of the list by its number, aspect by aspect, and what the check changed in those that were drawn.
 * Nobody is ranked. @throws NotFound, NotAllowed, NothingToDraw
 */
export async function readCircular(call: Call, { draw }: z.output<typeof contract.input>): Promise<z.output<typeof contract.output>> {
  const { tx, today } = call;
  const { state } = await seenDraw(call, draw);
  demand(call.actor, 'readSheets', await lineage(tx, state.organisation, today));
  const year = yearOf(state.window);
  const indicators = (await schemeOn(tx, `${year}-12-31`))?.indicators ?? null;
  if (indicators === null) throw refuseSpotCheck('NothingToDraw', {});
  const branches = state.list.map(({ organisation }) => organisation);
  const names = await numberedNames(tx, [...branches, state.organisation]);
  const end = lastDayOf(state.window);
  const day = end < today ? end : today;
  const marks = await marksOn(call, branches, year, day);
  const sheets = (await sheetsWhere(tx, sql`s.draw_id = ${draw}`)).filter((it) => isConfirmedSheet(it.state));
  const items = branches.map((organisation) => rowOf({
    organisation: names.get(organisation) ?? { id: organisation, name: '', number: '' }, drawn: state.drawn.some((one) => one.organisation === organisation),
    marks: marks.filter((it) => it.organisation === organisation), sheet: sheets.find((it) => it.state.organisation === organisation), indicators,
  })).toSorted((one, other) => (one.organisation.number < other.organisation.number ? -1 : 1));
  return {
    organisation: { id: state.organisation, name: names.get(state.organisation)?.name ?? '' }, window: state.window, day, items, sheets: state.drawn.length, confirmed: sheets.length,
    aspects: indicators.children.map((aspect) => ({ id: aspect.id, label: aspect.label, weight: weightOf(aspect) })),
  };
}

/**
 * What branches came to by a day: as the board has it for today and for the end of the quarter before; of another day, and
 * of a branch that the board has not counted yet, from the facts.
 */
async function marksOn({ tx, today }: Call, branches: readonly string[], year: number, day: string): Promise<Mark[]> {
  const column = day === today ? sql`value` : day === quarterBefore(year, today) ? sql`quarter_value` : null;
  const marks = column === null ? [] : await tx.many<Mark>(sql`
    SELECT organisation_id AS organisation, aspect, ${column} AS value FROM branch_year WHERE year = ${year} AND organisation_id = ANY(${[...branches]}::uuid[])`);
  const known = new Set(marks.map(({ organisation }) => organisation));
  const missing = branches.filter((each) => !known.has(each));
  const schemes = missing.length === 0 ? [] : await adoptedSchemes(tx);
  for (let at = 0; at < missing.length; at += AT_ONCE) {
    const some = missing.slice(at, at + AT_ONCE);
    const reading = readUpTo(schemes, await logOfBranchesYear(tx, some, year), day);
    const tree = reading.book.forWindow(String(year))?.scheme.indicators ?? null;
    for (const organisation of tree === null ? [] : some) {
      const grounds = explain(reading, branch(organisation), year);
      if (!grounds || !tree) continue;
      marks.push({ organisation, aspect: '', value: grounds.value }, ...scoredAspects(grounds, tree, false).map(({ id, value }) => ({ organisation, aspect: id, value })));
      await setImmediate();
    }
  }
  return marks;
}

interface Row {
  readonly organisation: CircularRow['organisation'];
  readonly drawn: boolean;
  readonly marks: readonly Mark[];
  readonly sheet: FoundSheet | undefined;
  readonly indicators: PointsPart;
}

function rowOf({ organisation, drawn, marks, sheet, indicators }: Row): CircularRow {
  const changes = new Map((sheet?.state.items ?? []).flatMap(({ item, checked, computed }) => (checked === null || computed === null ? [] : [[item, checked - computed] as const])));
  const valueOf = (aspect: string): number | null => marks.find((it) => it.aspect === aspect)?.value ?? null;
  const cells = indicators.children.map((aspect) => {
    const own = (aspect.kind === 'rule' ? [aspect] : aspect.children).flatMap(({ id }) => changes.get(id) ?? []);
    return { aspect: aspect.id, value: valueOf(aspect.id), change: own.length === 0 ? null : own.reduce((sum, one) => sum + one, 0) };
  });
  const found = cells.flatMap(({ change }) => change ?? []);
  return {
    organisation, drawn, value: valueOf(''), change: found.length === 0 ? null : found.reduce((sum, one) => sum + one, 0), problems: sheet?.problems ?? 0, open: sheet?.open ?? 0, cells,
  };
}
