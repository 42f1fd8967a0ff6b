import type { z } from 'zod';
import { demand, may } from '#domain/access/policy.ts';
import { yearOf } from '#domain/calendar/civil-date.ts';
import type { JobProgress } from '#domain/jobs/contract.ts';
import type { CircularContent, CircularRow, readCircular as contract } from '#domain/spot-checks/circular-contract.ts';
import { circularTable, differencesFrom } from '#domain/spot-checks/circular-table.ts';
import { lineage } from '#server/orgs/organisation-reads.ts';
import { jobsOf, progressOf } from '#server/platform/account-jobs.ts';
import type { Call } from '#server/platform/call.ts';
import { sql } from '#server/platform/sql.ts';
import { entriesSince } from '#server/reviews/review-reads.ts';
import { dayOfCircular, foundBySheets, indicatorsOf, issuedCirculars, marksOfBoard } from './circular-reads.ts';
import { numberedNames } from './draw-reads.ts';
import { type DrawEntry, seenDraw } from './draw-rights.ts';
import { ISSUE_CIRCULAR } from './issue-circular.ts';

type Circular = z.output<typeof contract.output>;

/**
 * 季度通报: every branch of the list by its number, aspect by aspect, and what the check changed in those that were drawn.
 * Once issued it stays as it was, and what came later makes a revision. Nobody is ranked. @throws NotFound, NotAllowed, NothingToDraw
 */
export async function readCircular(call: Call, { draw, nth }: z.output<typeof contract.input>): Promise<Circular> {
  const { tx, today } = call;
  const entry = await seenDraw(call, draw);
  const { state } = entry;
  const above = await lineage(tx, state.organisation, today);
  demand(call.actor, 'readSheets', above);
  const issues = await issuedCirculars(tx, draw);
  const at = nth === undefined ? issues.length - 1 : issues.findIndex((it) => it.nth === nth);
  const issued = issues[at];
  const content = issued?.content ?? await asItStands(call, entry);
  const last = issues.at(-1);
  const later = last === undefined ? [] : await entriesSince(tx, state.list.map(({ organisation }) => organisation), yearOf(state.window), last.seq);
  const names = await numberedNames(tx, [...state.list.map(({ organisation }) => organisation), state.organisation]);
  const card = (id: string) => names.get(id) ?? { id, name: '', number: '' };
  const plain = (id: string) => ({ id, name: card(id).name });
  return {
    organisation: plain(state.organisation), window: state.window, day: issued?.day ?? dayOfCircular(state, today),
    issued: issued ? headOf(issued) : null, issues: issues.map(headOf), aspects: content.aspects, sheets: content.sheets, confirmed: content.confirmed,
    items: rowsOf(content, issues[at - 1]?.content ?? null, card), later: later.map(({ organisation }) => plain(organisation)),
    job: await jobOf(call, draw), may: { issue: state.stage === 'drawn' && may(call.actor, 'drawSpotChecks', above).allowed },
  };
}

const headOf = ({ content: _, ...issue }: Awaited<ReturnType<typeof issuedCirculars>>[number]) => issue;

/** Before it is issued: what the board has; of a quarter that the board has left behind only its aspects. */
async function asItStands({ tx, today }: Call, { factId, state }: DrawEntry): Promise<CircularContent> {
  const indicators = await indicatorsOf(tx, state);
  const branches = state.list.map(({ organisation }) => organisation);
  const marks = await marksOfBoard(tx, branches, yearOf(state.window), { day: dayOfCircular(state, today), today });
  return circularTable({
    indicators, branches: marks === null ? [] : branches, drawn: new Set(state.drawn.map(({ organisation }) => organisation)), marks: marks ?? [], sheets: await foundBySheets(tx, factId),
  });
}

function rowsOf({ rows }: CircularContent, before: CircularContent | null, card: (id: string) => CircularRow['organisation']): CircularRow[] {
  return rows.map(({ organisation, cells, ...row }) => {
    const { whole, of } = differencesFrom(before, { organisation, cells, ...row });
    return { ...row, organisation: card(organisation), was: whole, cells: cells.map((cell) => ({ ...cell, was: of(cell.aspect) })) };
  }).toSorted((one, other) => (one.organisation.number < other.organisation.number ? -1 : 1));
}

/** Whoever asked for an issue sees how far it is, or why it was refused. */
async function jobOf({ tx, actor }: Call, draw: string): Promise<JobProgress | null> {
  const [job] = await jobsOf(tx, actor.account, sql`kind = ${ISSUE_CIRCULAR} AND input->>'draw' = ${draw}`);
  return job && job.state !== 'done' && job.state !== 'cancelled' ? progressOf(job) : null;
}
