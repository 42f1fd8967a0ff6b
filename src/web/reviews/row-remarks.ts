import type { ReviewGrade, ReviewLine } from '#domain/reviews/contract.ts';
import { useMarks, useTexts, useWords } from '#web/shell/language.tsx';
import { reviewTexts } from './review-texts.ts';

/** What is to be said of a branch beside its grade: why it has none, a veto, places that were taken, and the reason of a body. */
export function useRemarks(grades: readonly ReviewGrade[]): (row: ReviewLine) => string {
  const t = useTexts(reviewTexts);
  const marks = useMarks();
  const say = useWords();
  return (row) => {
    const missed = grades.find((it) => it.places !== null && isReached(it, row, grades));
    return [
      row.ungraded === null ? '' : t[row.ungraded],
      row.ungraded === null && row.gaps.length > 0 ? t.gaps(row.gaps.map(({ label }) => say(label)).join(marks.list)) : '',
      ...row.vetoes.map(({ label, clause }) => t.veto(say(label), clause)),
      missed ? t.full(say(missed.label)) : '', row.reason,
    ].filter((it) => it !== '').join(marks.semicolon);
  };
}

/** Better than the proposed grade, reached by the score and left by the veto: only the places were not enough. */
function isReached({ id, atLeast }: ReviewGrade, { score, proposed, atMost }: ReviewLine, grades: readonly ReviewGrade[]): boolean {
  const rank = (grade: string | null): number => grades.findIndex((it) => it.id === grade);
  if (score === null || proposed === null || rank(id) >= rank(proposed)) return false;
  return score >= (atLeast ?? 0) && (atMost === null || rank(atMost) <= rank(id));
}
