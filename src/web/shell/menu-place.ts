import { paths } from '#web/paths.ts';

/** Pages whose address begins with that of another entry than the one from which they are reached. */
const elsewhere: readonly (readonly [RegExp, string])[] = [
  [/\/branch\/[^/]+\/self-checks\//, paths.selfChecks()],
  [/\/branch\/[^/]+\/member-reviews\//, paths.memberReviews()],
  [/\/branch\/[^/]+\/target-plans\//, paths.targetPlan()],
  [/\/people\/[^/]+\/points(-sheet)?$/, paths.branchPoints()],
  [/\/check-sheets\//, paths.spotChecks()],
  [/\/member-reviews\/[^/]+\/sheets$/, paths.memberReviews()],
];

/**
 * The entry of the menu under which such a page stands; null where the address says it by how it begins.
 * @param pathname the address that is open, with the bureau before it where there are several
 */
export const menuPlaceOf = (pathname: string): string | null => elsewhere.find(([shape]) => shape.test(pathname))?.[1] ?? null;
