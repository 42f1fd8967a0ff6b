import { hasRunOut, workingDaysBetween } from '#domain/calendar/working-days.ts';
import { placesOf } from '#domain/engine/grading.ts';
import type { ReviewGrade, ReviewLine } from '#domain/reviews/contract.ts';
import { noticeEnd } from '#domain/reviews/notice.ts';
import { partCalled, type ReviewRule } from '#domain/reviews/result-of-year.ts';
import type { BranchReview, ReviewedBranch, ReviewStage } from '#domain/reviews/review.ts';
import { isBefore } from '#domain/reviews/review.ts';
import { takingPart } from '#domain/reviews/scoring.ts';
import type { Result } from '#domain/schemes/format/result-shape.ts';
import type { FactText } from '#server/facts/fact-text.ts';
import type { Call } from '#server/platform/call.ts';
import type { Tx } from '#server/platform/database.ts';
import { sql } from '#server/platform/sql.ts';
import { calendarAround } from './review-clock-reads.ts';
import type { ReviewEntry, ReviewPlace, SelfReviewRow } from './review-reads.ts';

/** A version of a review without its branches: who did which step, and what was written beside it. */
export interface ReviewStep {
  readonly selfUntil: string;
  readonly version: number;
  readonly stage: ReviewStage;
  readonly on: string;
  readonly by: string | null;
  readonly text: FactText | null;
}

export const stepsOf = (tx: Tx, review: string): Promise<ReviewStep[]> => tx.many(sql`
  SELECT l.version, l.state->>'stage' AS stage, l.state->>'selfUntil' AS "selfUntil", l.recorded_on AS "on", coalesce(p.name, a.user_name) AS by, t.text
  FROM fact_log l LEFT JOIN person p ON p.id = l.recorded_by LEFT JOIN account a ON a.id = l.recorded_by_account LEFT JOIN fact_text t ON t.fact_id = l.fact_id AND t.version = l.version
  WHERE l.fact_id = ${review} ORDER BY l.version`);

/** Whether a version went back; the first of a revision, which carries its reason, did not. */
export const told = (steps: readonly ReviewStep[]): { stage: ReviewStage; on: string; by: string | null; back: boolean; words: string; movedTo: string | null }[] => steps.map((it, at) => {
  const before = steps[at - 1];
  const words = it.text?.back ?? it.text?.moved ?? it.text?.minutes ?? it.text?.approval ?? it.text?.circular;
  return { stage: it.stage, on: it.on, by: it.by, back: before !== undefined && isBefore(it.stage, before.stage), words: typeof words === 'string' ? words : '',
    movedTo: before?.stage === 'opened' && it.stage === 'opened' && before.selfUntil !== it.selfUntil ? it.selfUntil : null };
});

/** The last words of a kind; those of a step that was taken back are not in force. */
function wordsIn(steps: readonly ReviewStep[], key: 'minutes' | 'approval' | 'circular', stage: ReviewStage, reached: ReviewStage): string {
  if (isBefore(reached, stage)) return '';
  const found = steps.findLast(({ text }) => typeof text?.[key] === 'string')?.text?.[key];
  return typeof found === 'string' ? found : '';
}

/** Why a branch has another grade than was proposed, as last decided. */
export function reasonsIn(steps: readonly ReviewStep[]): Readonly<Record<string, unknown>> {
  const found = steps.findLast(({ text }) => text?.reasons !== undefined)?.text?.reasons;
  return typeof found === 'object' && found !== null ? { ...found } : {};
}

/** Where a review stands, with the days and numbers of its steps. */
export async function headOf({ tx, today }: Call, { factId, version, state }: ReviewEntry, steps: readonly ReviewStep[]) {
  const { stage, notice, pin } = state;
  const calendar = notice === null ? null : await calendarAround(tx, notice.from);
  const least = notice === null || calendar === null ? null : noticeEnd(calendar, notice.from);
  return {
    review: factId, version, revision: state.revision, stage, selfUntil: state.selfUntil, asOf: pin === null ? null : { seq: pin.asOfSeq, day: pin.date },
    deliberatedOn: state.deliberatedOn, minutes: wordsIn(steps, 'minutes', 'deliberated', stage),
    notice: notice === null || calendar === null || least === null ? null : {
      from: notice.from, until: notice.until, provisional: least.provisional, working: workingDaysBetween(calendar, notice.from, notice.until).days,
      over: hasRunOut(least, today) && notice.until < today,
    },
    approvedOn: state.approvedOn, approval: wordsIn(steps, 'approval', 'approved', stage),
    circulatedOn: state.circulatedOn, circular: wordsIn(steps, 'circular', 'circulated', stage),
  };
}

/** One branch of a review as a row, with the words of what it lacks. */
export function lineOf(organisation: ReviewPlace, branch: ReviewedBranch | undefined, { result, version }: ReviewRule, reason: unknown, self: SelfReviewRow | undefined): ReviewLine {
  const gaps = (branch?.gaps ?? []).map((id) => {
    const part = partCalled(result.parts, id);
    const register = part?.kind === 'rule' ? part.match.records?.find((it) => version.registers.has(it)) ?? null : null;
    return { part: id, label: part?.label ?? { zh: id, en: id }, register };
  });
  return {
    organisation: { id: organisation.id, name: organisation.name, number: organisation.number },
    score: branch?.score ?? null, parts: [...(branch?.parts ?? [])], gaps,
    vetoes: (branch?.vetoes ?? []).flatMap((id) => (result.vetoes ?? []).filter((it) => it.id === id).map(({ label, clause }) => ({ label, clause }))),
    ungraded: branch?.ungraded ?? null, atMost: branch?.atMost ?? null, ties: [...(branch?.ties ?? [])],
    proposed: branch?.proposed ?? null, grade: branch?.grade ?? null, reason: typeof reason === 'string' ? reason : '',
    self: self ? { filedOn: self.filedOn, score: self.score, remark: self.remark } : null, receipt: null,
  };
}

/** The grades with their places, and how many branches have each: as decided, else as proposed. */
export function gradesIn({ grades = [] }: Result, branches: readonly ReviewedBranch[], stage: BranchReview['stage'] | null): ReviewGrade[] {
  const decided = stage !== null && !isBefore(stage, 'deliberated');
  return grades.map(({ id, label, atLeast, quota, clause }) => ({
    id, label, atLeast: atLeast ?? null, quota: quota ?? null, clause: clause ?? null,
    places: quota === undefined ? null : placesOf(quota, takingPart(branches).length),
    given: branches.filter((it) => (decided ? it.grade : it.proposed) === id).length,
  }));
}
