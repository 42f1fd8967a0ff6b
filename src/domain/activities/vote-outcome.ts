import type { FactState } from '#domain/facts/contract.ts';

export type Vote = NonNullable<FactState<'session'>['resolutions'][number]['vote']>;

/** Half or more of those entitled must be there; it passes with more than half of those entitled (D-24). */
export type VoteOutcome = 'passed' | 'notPassed' | 'noQuorum';

export function voteOutcome({ entitled, present, yes }: Vote): VoteOutcome {
  if (entitled === 0 || present * 2 < entitled) return 'noQuorum';
  return yes * 2 > entitled ? 'passed' : 'notPassed';
}

/** Everybody there voted yes, no or abstained, and no more were there than are entitled. */
export const addsUp = ({ entitled, present, yes, no, abstained }: Vote): boolean =>
  yes + no + abstained === present && present <= entitled;
