import { afterAll, beforeAll, expect, it } from 'vitest';
import { recordSession } from '#domain/activities/contract.ts';
import type { ReviewedBranch } from '#domain/reviews/review.ts';
import { deliberateReview, openReview, readReview, scoreReview } from '#domain/reviews/contract.ts';
import { countedBranches } from '#server/assessments/counted-branches-reads.ts';
import { projectNextScore, projectScores } from '#server/assessments/project-scores.ts';
import { sql } from '#server/platform/sql.ts';
import type { TestBureau } from '#test/app.ts';
import { recordOf } from '#test/operations/bench.ts';
import { judge, lockYear, REVIEWED, reviewBureau } from '#test/review-bureau.ts';
import { runJobs } from '#test/run-jobs.ts';
import { ruleFor } from './review-reads.ts';
import { scoreBranchNow } from './score-branches.ts';

const at = (day: string): string => `${day}T09:00:00+08:00`;
const DAY = '2026-01-20';

let bureau: TestBureau;
beforeAll(async () => {
  bureau = await reviewBureau();
  bureau.setNow(at('2026-01-06'));
  await bureau.as('fangmin').call(openReview, { organisation: bureau.cast.organisation.organs, year: REVIEWED, selfUntil: '2026-01-12' });
  bureau.setNow(at(DAY));
  await judge(bureau, 'detention', 10, '9.50');
  await judge(bureau, 'command', 9, '9.00');
  await lockYear(bureau);
});
afterAll(() => bureau.drop());

const branches = (): string[] => [bureau.cast.organisation.detention, bureau.cast.organisation.command];
const project = (day: string): Promise<void> => projectScores(bureau.database, 'alpha', () => day);
const known = (day = DAY): Promise<ReadonlyMap<string, ReviewedBranch>> => bureau.within(async (call) => {
  const rule = await ruleFor(call.tx, REVIEWED);
  return rule ? countedBranches(call, rule, branches(), REVIEWED) : new Map();
}, at(day));
const counted = (organisation: string): Promise<ReviewedBranch> => bureau.within(async (call) => (await scoreBranchNow(call, organisation, REVIEWED)).branch, at(DAY));
const standing = async () => {
  const { head, branches: lines } = await bureau.as('fangmin').call(readReview, { organisation: bureau.cast.organisation.organs, year: REVIEWED });
  return { read: { review: head?.review ?? '', version: head?.version ?? 0 }, scores: new Map(lines.map(({ organisation, score }) => [organisation.id, score])) };
};
const score = async (): Promise<ReadonlyMap<string, number | null>> => {
  await bureau.as('fangmin').call(scoreReview, (await standing()).read);
  await runJobs(bureau, at(DAY));
  return (await standing()).scores;
};

it('knows nothing that the board has not counted, and afterwards just what facts prove', async () => {
  expect((await known()).size).toBe(0);
  await project(DAY);
  const found = await known();
  for (const branch of branches()) expect(found.get(branch)).toEqual(await counted(branch));
  const scores = await score();
  for (const branch of branches()) expect(scores.get(branch)).toBe((await counted(branch)).score);
});

it('is taken over by who scores', async () => {
  const [first = ''] = branches();
  await bureau.within(({ tx }) => tx.run(sql`UPDATE branch_result SET branch = branch || '{"score": 1234}' WHERE organisation_id = ${first}`));
  expect((await score()).get(first)).toBe(1234);
});

it('counts a branch itself when something came that the board does not know yet', async () => {
  const [detention = '', command = ''] = branches();
  await project(DAY);
  await bureau.as('jiping').call(recordSession, recordOf(detention, '2025-12-15', { activities: ['memberAssembly'] }));
  expect([...(await known()).keys()], 'A-3: what the board does not know yet was taken for known').toEqual([command]);
  expect((await score()).get(detention)).toBe((await counted(detention)).score);
  // Half way: the projector has put the year in the place of the entry and not counted it.
  await bureau.database.withBureau('alpha', {}, (tx) => projectNextScore(tx, DAY));
  expect([...(await known()).keys()]).toEqual([command]);
  await project(DAY);
  expect((await known()).get(detention)).toEqual(await counted(detention));
});

it('holds for a day, and is counted anew each day until grades are decided', async () => {
  await project(DAY);
  await score();
  expect((await known('2026-01-21')).size, 'A-3: what was counted on another day was taken over').toBe(0);
  await project('2026-01-21');
  expect((await known('2026-01-21')).size).toBe(2);
  bureau.setNow(at('2026-01-21'));
  const { read } = await standing();
  await bureau.as('shenyi').call(deliberateReview, { ...read, on: '2026-01-21', minutes: '会议纪要〔2026〕2号', places: [], grades: [] });
  await project('2026-01-22');
  expect((await known('2026-01-22')).size).toBe(0);
});
