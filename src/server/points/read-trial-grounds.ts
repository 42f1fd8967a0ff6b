import type { z } from 'zod';
import { demandOrHide, may } from '#domain/access/policy.ts';
import { refuse } from '#domain/contracts/common-refusals.ts';
import type { Grounds } from '#domain/engine/evaluation.ts';
import { differencesOf } from '#domain/engine/grounds-difference.ts';
import { branch, member } from '#domain/engine/subject.ts';
import { worldOf } from '#domain/engine/world.ts';
import { trialBooks, triedGrounds } from '#domain/points/trial.ts';
import type { readTrialGrounds as contract, TrialOutcome } from '#domain/points/trial-contract.ts';
import { withholdReasons } from '#domain/points/withhold-reasons.ts';
import { homeOf, lineage } from '#server/orgs/organisation-reads.ts';
import type { Call } from '#server/platform/call.ts';
import { adoptedSchemes, demandSound } from '#server/schemes/scheme-reads.ts';
import { groundsNames } from './grounds-names.ts';
import { keptForTrial, outcomeOfTrial, trialInput, trialOf } from './trial-jobs.ts';
import { logOfYears } from './year-reach.ts';

type Input = z.output<typeof contract.input>;

/** Why one of a trial has what under both schemes, from the log as it is now: two trees, and where they part. */
export async function readTrialGrounds(call: Call, input: Input): Promise<z.output<typeof contract.output>> {
  const { tx, today } = call;
  const job = await trialOf(call, input.trial);
  const outcome = await outcomeOfTrial(tx, job);
  if (outcome === null || !isIn(outcome, input)) throw refuse('NotFound', {});
  const above = await demandSubject(call, input);
  const { file, year } = trialInput.parse(job.input);
  const { scheme: draft } = demandSound(await keptForTrial(tx, file));
  const adopted = await adoptedSchemes(tx);
  const persons = input.of === 'member' ? [input.subject] : outcome.members.filter((it) => it.branch === input.subject).map(({ person }) => person);
  const world = worldOf(await logOfYears(tx, persons, year, year, 'all'), { seq: Number.MAX_SAFE_INTEGER, date: today });
  const subject = input.of === 'member' ? member(input.subject) : branch(input.subject);
  const found = triedGrounds(world, trialBooks(adopted, draft, year), subject, year);
  const shown = (grounds: Grounds | null): Grounds | null => (grounds !== null && !may(call.actor, 'readReasons', above).allowed ? withholdReasons(grounds) : grounds);
  const [before, after] = [shown(found.before), shown(found.after)];
  const schemes = [...adopted, { scheme: draft, from: `${year}-01-01` }];
  const names = await Promise.all([before, after].map((grounds) => (grounds === null ? {} : groundsNames(tx, grounds, schemes))));
  return { before, after, differences: differencesOf(before, after), names: { ...names[0], ...names[1] } };
}

const isIn = ({ members, branches }: TrialOutcome, { of, subject }: Input): boolean =>
  (of === 'member' ? members.some(({ person }) => person === subject) : branches.some((it) => it.branch === subject));

/** Everything above the one asked about. Who has left the office's reach since is not there any more. @throws NotFound */
async function demandSubject({ tx, actor, today }: Call, { of, subject }: Input): Promise<readonly string[]> {
  const organisation = of === 'branch' ? subject : (await homeOf(tx, subject, today))?.organisation;
  const above = organisation === undefined ? [] : await lineage(tx, organisation, today);
  demandOrHide(actor, 'tryScheme', above);
  return above;
}
