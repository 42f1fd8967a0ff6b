import type { FactState } from '#domain/facts/contract.ts';
import type { Activity } from '#domain/schemes/scheme.ts';

type Category = FactState<'organisation'>['category'];

/** Which organisations hold what a branch, a Party group or a committee holds, by their national codes. */
const holding: Readonly<Record<Activity['heldBy'], readonly Category[]>> = {
  branch: ['631', '632', '931', '932'],
  group: ['699'],
  committee: ['611', '612', '911'],
};

export const holds = (heldBy: Activity['heldBy'], category: Category): boolean => holding[heldBy].includes(category);
