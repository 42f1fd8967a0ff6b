import { refuseSelection } from './refusals.ts';

/** A word of a branch on one member; the last holds. */
export interface Nomination {
  readonly nominee: string;
  readonly proposed: boolean;
}

/** Whom branches propose now. */
export const proposedNow = (words: readonly Nomination[]): string[] =>
  [...new Map(words.map(({ nominee, proposed }) => [nominee, proposed]))].filter(([, proposed]) => proposed).map(([nominee]) => nominee);

export interface Step {
  readonly stage: 'noticed' | 'returned' | 'decided';
}

/** Where a selection stands: what was returned is open for proposals again. */
export function stageOf(steps: readonly Step[]): 'opened' | 'noticed' | 'decided' {
  const last = steps.at(-1)?.stage ?? 'returned';
  return last === 'returned' ? 'opened' : last;
}

/**
 * Nobody gets a place beyond the quota, and nobody of whom the body before has not spoken: a notice takes from the
 * proposals, a decision from the notice (S0-31). Fewer than the quota are always allowed: nothing is filled up by itself.
 * @throws QuotaExceeded, NotNominated, NotNoticed
 */
export function demandChoosable(persons: readonly string[], { quota, among, by, nameOf }: {
  readonly quota: number; readonly among: readonly string[]; readonly by: 'branches' | 'notice'; readonly nameOf: (person: string) => string;
}): void {
  const chosen = new Set(persons);
  const others = [...chosen].filter((person) => !among.includes(person));
  if (others.length > 0) throw refuseSelection(by === 'branches' ? 'NotNominated' : 'NotNoticed', { names: others.map(nameOf) });
  if (chosen.size > quota) throw refuseSelection('QuotaExceeded', { count: chosen.size, quota });
}
