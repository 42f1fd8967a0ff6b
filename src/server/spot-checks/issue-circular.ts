import { z } from 'zod';
import { yearOf } from '#domain/calendar/civil-date.ts';
import { id } from '#domain/facts/contract.ts';
import type { CircularContent, issueCircular as contract } from '#domain/spot-checks/circular-contract.ts';
import { circularTable, type Mark, sameNumbers } from '#domain/spot-checks/circular-table.ts';
import { refuseSpotCheck } from '#domain/spot-checks/refusals.ts';
import { pinSeq } from '#server/facts/pin-seq.ts';
import type { Call } from '#server/platform/call.ts';
import { enqueue, type Finish, type Job, type JobKind } from '#server/platform/jobs.ts';
import { sql } from '#server/platform/sql.ts';
import { dayOfCircular, foundBySheets, indicatorsOf, issuedCirculars, marksFromFacts } from './circular-reads.ts';
import { numberedNames } from './draw-reads.ts';
import { type DrawEntry, drawFor } from './draw-rights.ts';

export const ISSUE_CIRCULAR = 'issueCircular';
/** What concerns so many branches is read at once, and others are answered between. */
const AT_ONCE = 50;
const jobInput = z.object({ draw: id, reason: z.string() });
type Asked = z.output<typeof contract.input>;

/**
 * 发布季度通报 as a job: the table is worked out from the facts and kept as it is. Issued again it is a revision, which
 * leaves what was issued before.
 * @throws NotFound, NotAllowed, NothingToDraw, NobodyDrawnYet, SheetsUnconfirmed, RevisionNeedsReason
 */
export async function issueCircular(call: Call, asked: Asked): Promise<{ job: string }> {
  const { state } = await demandIssuable(call, asked);
  const job = await enqueue(call, ISSUE_CIRCULAR, { draw: asked.draw, reason: asked.reason });
  call.audit({ kind: 'draw', id: asked.draw, organisation: state.organisation, details: { window: state.window } });
  return { job };
}

async function demandIssuable(call: Call, { draw, reason }: Asked): Promise<DrawEntry> {
  const entry = await drawFor(call, 'drawSpotChecks', draw);
  await indicatorsOf(call.tx, entry.state);
  if (entry.state.stage !== 'drawn') throw refuseSpotCheck('NobodyDrawnYet', {});
  const confirmed = new Set((await foundBySheets(call.tx, draw)).map(({ organisation }) => organisation));
  const missing = entry.state.drawn.map(({ organisation }) => organisation).filter((organisation) => !confirmed.has(organisation));
  if (missing.length > 0) {
    const names = await numberedNames(call.tx, missing);
    throw refuseSpotCheck('SheetsUnconfirmed', { names: missing.map((organisation) => names.get(organisation)?.name ?? '') });
  }
  if (reason.length < 2 && (await issuedCirculars(call.tx, draw)).length > 0) throw refuseSpotCheck('RevisionNeedsReason', {});
  return entry;
}

/** Some branches at a time, all as the log knew them when it began. */
async function carryOutIssue(job: Job, asked: unknown): Promise<Finish> {
  const input = jobInput.parse(asked);
  const ground = await job.read(async (call) => {
    // Whoever is recording ends first, so that nothing below the number can come later.
    const seq = await pinSeq(call.tx);
    const { state } = await demandIssuable(call, input);
    return { seq, state, day: dayOfCircular(state, call.today), branches: state.list.map(({ organisation }) => organisation) };
  });
  const marks: Mark[] = [];
  for (let at = 0; at < ground.branches.length; at += AT_ONCE) {
    const some = ground.branches.slice(at, at + AT_ONCE);
    await job.progress({ zh: '正在核算通报附表', en: 'Working out the table' }, at, ground.branches.length);
    marks.push(...await job.read(({ tx }) => marksFromFacts(tx, some, yearOf(ground.state.window), ground)));
  }
  return async (call) => {
    const { state } = await demandIssuable(call, input);
    return keepCircular(call, { factId: input.draw, state }, { ...ground, marks, reason: input.reason });
  };
}

interface Worked {
  readonly seq: number;
  readonly day: string;
  readonly marks: readonly Mark[];
  readonly reason: string;
}

/** Writes the next circular of a draw. @throws NothingToDraw, CircularStays */
export async function keepCircular(call: Call, { factId: draw, state }: Pick<DrawEntry, 'factId' | 'state'>, { seq, day, marks, reason }: Worked): Promise<{ nth: number }> {
  const { tx, actor, today } = call;
  const content: CircularContent = circularTable({
    indicators: await indicatorsOf(tx, state), branches: state.list.map(({ organisation }) => organisation), drawn: new Set(state.drawn.map(({ organisation }) => organisation)), marks,
    sheets: await foundBySheets(tx, draw),
  });
  const before = (await issuedCirculars(tx, draw)).at(-1);
  if (before && sameNumbers(before.content, content)) throw refuseSpotCheck('CircularStays', {});
  const nth = (before?.nth ?? 0) + 1;
  await tx.run(sql`INSERT INTO quarter_circular (draw_id, number, day, as_of_seq, content, reason, account_id, person_id, issued_on)
    VALUES (${draw}, ${nth}, ${day}, ${seq}, ${JSON.stringify(content)}::jsonb, ${before ? reason : ''}, ${actor.account}, ${actor.person}, ${today})`);
  call.audit({ kind: 'draw', id: draw, organisation: state.organisation, details: { window: state.window } });
  return { nth };
}

export const spotCheckJobs: readonly JobKind[] = [{ kind: ISSUE_CIRCULAR, work: carryOutIssue }];
