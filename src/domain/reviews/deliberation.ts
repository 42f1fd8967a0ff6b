import { gradesOf, type Grading, placesOf } from '#domain/engine/grading.ts';
import { formatHundredths } from '#domain/points/hundredths.ts';
import type { Grade, Result } from '#domain/schemes/format/result-shape.ts';
import { refuseReview } from './refusals.ts';
import type { ReviewedBranch } from './review.ts';
import { takingPart } from './scoring.ts';

/** What a body decided: who of equals gets the places, and whose grade differs from its proposal, each with a reason. */
export interface Decided {
  readonly places: readonly { readonly grade: string; readonly organisations: readonly string[]; readonly reason: string }[];
  readonly grades: readonly { readonly organisation: string; readonly grade: string; readonly reason: string }[];
}

/** The proposals by score, with the places that a body gave to some of those who are equal at the line of a quota. */
export function proposalsWith(branches: readonly ReviewedBranch[], { grades = [], tied = 'decide' }: Result, places: Decided['places']): Grading {
  return gradesOf(grades, tied, takingPart(branches), new Map(places.map(({ grade, organisations }) => [grade, organisations])));
}

/**
 * 机关党委研究: the grade of each branch. A body may go below a proposal with a reason, and fill a place that becomes
 * free with the next who meets the conditions; what the scheme asks of a grade – its score, its places, no veto – binds
 * it (P11). Who has no grade by rule gets none.
 * @param nameOf names for the sentences of the refusals.
 * @throws TieUndecided, PlaceNotTied, ReasonMissing, BranchWithoutGrade, GradeAboveVeto, GradeBelowScore, TooManyPlaces
 */
export function deliberated(branches: readonly ReviewedBranch[], result: Result, decided: Decided, nameOf: (id: string) => string): ReviewedBranch[] {
  const grading = proposalsWith(branches, result, decided.places);
  demandDecided(grading, result, decided, nameOf);
  const differing = new Map(decided.grades.map((it) => [it.organisation, it]));
  for (const { organisation } of decided.grades) {
    if (!branches.some((it) => it.organisation === organisation)) throw refuseReview('BranchWithoutGrade', { name: nameOf(organisation) });
  }
  const waiting = new Set(decided.places.flatMap(({ grade }) => equalsAt(branches, result, grade, decided)));
  const after = branches.map((branch): ReviewedBranch => {
    const given = grading.grades.get(branch.organisation) ?? null;
    const own = differing.get(branch.organisation);
    const grade = own === undefined ? given : own.grade;
    if (own !== undefined) demandFit(branch, result, own, given, nameOf(branch.organisation));
    // Whom the score alone could not tell apart has no proposal: the body named them.
    return { ...branch, proposed: waiting.has(branch.organisation) ? null : given, grade };
  });
  demandPlaces(after, result);
  return after;
}

/** Who was equal at the line before the body named some of them. */
function equalsAt(branches: readonly ReviewedBranch[], result: Result, grade: string, { places }: Decided): readonly string[] {
  return proposalsWith(branches, result, places.filter((it) => it.grade !== grade)).undecided?.tied ?? [];
}

function demandDecided(grading: Grading, result: Result, decided: Decided, nameOf: (id: string) => string): void {
  if (grading.undecided) {
    const { grade, tied, places } = grading.undecided;
    throw refuseReview('TieUndecided', { grade: labelOf(result, grade), places, names: tied.map(nameOf) });
  }
  for (const { grade, organisations, reason } of decided.places) {
    const stranger = organisations.find((id) => grading.grades.get(id) !== grade);
    if (stranger !== undefined) throw refuseReview('PlaceNotTied', { name: nameOf(stranger), grade: labelOf(result, grade) });
    if (reason.trim().length < REASON_LEAST) throw refuseReview('ReasonMissing', { name: organisations.map(nameOf).join('、') });
  }
}

const REASON_LEAST = 2;

function demandFit({ score, ungraded, atMost }: ReviewedBranch, result: Result, own: Decided['grades'][number], given: string | null, name: string): void {
  const { grades = [] } = result;
  const at = grades.findIndex(({ id }) => id === own.grade);
  const grade = grades[at];
  if (score === null || ungraded !== null || atMost === 'out' || !grade) throw refuseReview('BranchWithoutGrade', { name });
  if (own.grade !== given && own.reason.trim().length < REASON_LEAST) throw refuseReview('ReasonMissing', { name });
  if (atMost !== null && grades.findIndex(({ id }) => id === atMost) > at) {
    throw refuseReview('GradeAboveVeto', { name, grade: grade.label, most: labelOf(result, atMost) });
  }
  if (grade.atLeast !== undefined && score < grade.atLeast) {
    throw refuseReview('GradeBelowScore', { name, grade: grade.label, least: formatHundredths(grade.atLeast), score: formatHundredths(score) });
  }
}

/** No body gives more places than there are (D-23). */
function demandPlaces(branches: readonly ReviewedBranch[], { grades = [] }: Result): void {
  for (const { id, label, quota } of grades) {
    const given = branches.filter(({ grade }) => grade === id).length;
    const places = quota === undefined ? null : placesOf(quota, takingPart(branches).length);
    if (places !== null && given > places) throw refuseReview('TooManyPlaces', { grade: label, places, given });
  }
}

const labelOf = ({ grades = [] }: Result, id: string): Grade['label'] => grades.find((it) => it.id === id)?.label ?? { zh: id, en: id };
