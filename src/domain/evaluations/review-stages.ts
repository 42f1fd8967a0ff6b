import type { Words } from '#domain/words/words.ts';
import type { Result } from '#domain/schemes/format/result-shape.ts';
import type { MemberReview } from './grading-rules.ts';
import { participants } from './grading-rules.ts';
import { refuseEvaluation } from './refusals.ts';

export type ReviewStage = MemberReview['stage'];
export type ReviewMove = 'keepSteps' | 'enterBallots' | 'withdrawBallots' | 'score' | 'grade' | 'submit' | 'return' | 'approve';

/** From which stages the evaluation of a branch moves on by what (D-21). What stands in no list is refused. */
const from: Readonly<Record<ReviewMove, readonly ReviewStage[]>> = {
  keepSteps: ['opened', 'balloted', 'scored', 'graded', 'returned'],
  enterBallots: ['opened'],
  withdrawBallots: ['balloted'],
  score: ['balloted', 'scored', 'graded', 'returned'],
  grade: ['scored', 'graded', 'returned'],
  submit: ['graded'],
  return: ['submitted'],
  approve: ['submitted'],
};

export const stageLabels: Readonly<Record<ReviewStage, Words>> = {
  opened: { zh: '办理中', en: 'opened' },
  balloted: { zh: '已测评', en: 'balloted' },
  scored: { zh: '已核算', en: 'scored' },
  graded: { zh: '已评定', en: 'graded' },
  submitted: { zh: '待审定', en: 'waiting for approval' },
  returned: { zh: '已退回', en: 'returned' },
  approved: { zh: '已审定', en: 'approved' },
};

/** Whether the move is open in a stage; a page offers it then. */
export const isOpen = (stage: ReviewStage, move: ReviewMove): boolean => from[move].includes(stage);

/** @throws BallotedAlready, NotBallotedYet, ReviewAtOtherStage */
export function demandStage({ stage, ballots, pin }: Pick<MemberReview, 'stage' | 'ballots' | 'pin'>, move: ReviewMove): void {
  if (move === 'enterBallots' && ballots !== null) throw refuseEvaluation('BallotedAlready', { day: ballots.day });
  if ((move === 'grade' || move === 'submit') && pin === null) throw refuseEvaluation('NotBallotedYet', {});
  if (!isOpen(stage, move)) throw refuseEvaluation('ReviewAtOtherStage', { stage: stageLabels[stage] });
}

/** The steps that the product itself dates: the ballots and the grading by the committee. */
export const datedSteps = { ballot: 'ballot', grading: 'organisationGrade' } as const;

/** The day on which a step was taken; null while it was not. */
export function dayOfStep({ steps, ballots, gradedOn }: Pick<MemberReview, 'steps' | 'ballots' | 'gradedOn'>, step: string): string | null {
  if (step === datedSteps.ballot) return ballots?.day ?? null;
  if (step === datedSteps.grading) return gradedOn;
  return steps.find((one) => one.step === step)?.day ?? null;
}

/** Steps come one after the other, as the scheme lists them; those without a day yet are passed over. @throws StepsOutOfOrder */
export function demandOrder({ course = [] }: Result, state: Pick<MemberReview, 'steps' | 'ballots' | 'gradedOn'>): void {
  const taken = course.flatMap((step) => {
    const day = dayOfStep(state, step.id);
    return day === null ? [] : [{ label: step.label, day }];
  });
  taken.forEach((one, at) => {
    const before = taken[at - 1];
    if (before && before.day > one.day) throw refuseEvaluation('StepsOutOfOrder', { step: one.label, day: one.day, before: before.label, beforeDay: before.day });
  });
}

/** Everybody is graded and every step has its day. @throws ReviewHasGaps with each gap */
export function demandComplete({ course = [] }: Result, state: MemberReview): void {
  const steps = course.filter(({ id }) => dayOfStep(state, id) === null).map(({ id, label }) => ({ at: `steps.${id}`, words: label }));
  const ungraded = participants(state.members).filter(({ grade }) => grade === null);
  const places = [...steps, ...ungraded.map(({ person }) => ({ at: `members.${person}`, words: { zh: '未评定等次', en: 'has no grade' } }))];
  if (places.length > 0) throw refuseEvaluation('ReviewHasGaps', { steps: steps.length, ungraded: ungraded.length }, places);
}

/** The evaluation of a year begins in its last quarter and is over by the summer after it. */
export const opensOn = (year: number): string => `${year}-10-01`;
export const closesOn = (year: number): string => `${year + 1}-06-30`;

/** @throws ReviewNotOpenYet, ReviewOver */
export function demandSeason(year: number, today: string): void {
  if (today < opensOn(year)) throw refuseEvaluation('ReviewNotOpenYet', { year, opens: opensOn(year) });
  if (today > closesOn(year)) throw refuseEvaluation('ReviewOver', { year, closed: closesOn(year) });
}
