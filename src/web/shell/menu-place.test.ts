import { expect, it } from 'vitest';
import { paths } from '#web/paths.ts';
import { menuPlaceOf } from './menu-place.ts';

it('puts a page of one branch under the entry from which it is reached, not under the branch desk', () => {
  expect([
    paths.selfCheck('b', '2026-10'), paths.selfCheckSheet('b', '2026-10'), paths.memberReview('b', '2026'), paths.ballots('b', '2026'), paths.targetPlanSheet('b', '2026'),
    paths.points('p'), paths.pointsSheet('p'), paths.checkSheet('s'), `/dezhou${paths.selfCheck('b', '2026-10')}`,
  ].map(menuPlaceOf)).toEqual([
    paths.selfChecks(), paths.selfChecks(), paths.memberReviews(), paths.memberReviews(), paths.targetPlan(),
    paths.branchPoints(), paths.branchPoints(), paths.spotChecks(), paths.selfChecks(),
  ]);
});

it('leaves every other page to how its address begins', () => {
  expect([paths.branchDesk(), paths.record('b'), paths.plan('b'), paths.person('p'), paths.selfChecks(), paths.desk(), paths.session('s')].map(menuPlaceOf)).toEqual(Array(7).fill(null));
});
