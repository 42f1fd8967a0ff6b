import type { FactState } from '#domain/facts/contract.ts';
import type { Result } from '#domain/schemes/format/result-shape.ts';

export type BranchReview = FactState<'branchReview'>;
export type ReviewedBranch = BranchReview['branches'][number];
export type ReviewStage = BranchReview['stage'];

/** 开始 → 核分 → 机关党委研究 → 公示 → 局党委审定 → 通报, in this order (finding 21). */
export const reviewStages: readonly ReviewStage[] = ['opened', 'scored', 'deliberated', 'noticed', 'approved', 'circulated'];

export const isBefore = (stage: ReviewStage, other: ReviewStage): boolean => reviewStages.indexOf(stage) < reviewStages.indexOf(other);

/** Those who are proposed for the best grade of all: they alone are named in a 公示 (finding 14). */
export function listedIn({ branches }: Pick<BranchReview, 'branches'>, { grades = [] }: Pick<Result, 'grades'>): readonly string[] {
  const best = grades[0]?.id;
  return best === undefined ? [] : branches.filter(({ grade }) => grade === best).map(({ organisation }) => organisation);
}

/**
 * One step or more back, with everything that was decided after it: what was scored stays while grades are decided anew.
 * A notice stays as the record of who was named; whoever was named in it need not be named again.
 */
export function backTo(review: BranchReview, stage: 'opened' | 'scored' | 'deliberated'): BranchReview {
  const open = { ...review, stage, approvedOn: null, circulatedOn: null };
  if (stage === 'deliberated') return { ...open, notice: null };
  const undecided = { ...open, deliberatedOn: null, branches: review.branches.map((it) => ({ ...it, grade: null })) };
  return stage === 'scored' ? undecided : { ...undecided, notice: null, pin: null, branches: [] };
}
