import type { CivilDate } from '#domain/calendar/civil-date.ts';
import type { FactState } from '#domain/facts/contract.ts';
import { refuseSpotCheck } from './refusals.ts';

type Problem = FactState<'problem'>;

/** Late is computed: closed after its day, or open still although the day has passed. */
export const isOverdue = ({ until, closedOn, stage }: Pick<Problem, 'until' | 'closedOn' | 'stage'>, today: CivilDate): boolean =>
  (stage === 'closed' ? closedOn ?? today : today) > until;

/** 整改, or 申请销号 with what was done. @throws ProblemWaits, ProblemClosed */
export function reported(before: Problem, apply: boolean): Problem {
  if (before.stage === 'closed') throw refuseSpotCheck('ProblemClosed', {});
  if (before.stage === 'applied') throw refuseSpotCheck('ProblemWaits', {});
  return { ...before, stage: apply ? 'applied' : 'rectifying' };
}

/** 销号, or returned so that the branch goes on. @throws ProblemNotApplied */
export function rechecked(before: Problem, verdict: 'close' | 'return', today: CivilDate): Problem {
  if (before.stage !== 'applied') throw refuseSpotCheck('ProblemNotApplied', {});
  return verdict === 'close' ? { ...before, stage: 'closed', closedOn: today } : { ...before, stage: 'returned' };
}
