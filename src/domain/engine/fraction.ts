import type { Hundredths } from '#domain/points/hundredths.ts';

/** An exact number: weights of weights leave the whole numbers, and a result is rounded once, at the end. */
export interface Fraction {
  readonly above: bigint;
  /** Greater than zero. */
  readonly below: bigint;
}

export const whole = (value: number): Fraction => ({ above: BigInt(value), below: 1n });
export const plus = (one: Fraction, other: Fraction): Fraction =>
  ({ above: one.above * other.below + other.above * one.below, below: one.below * other.below });
/** One number times `above` ÷ `below`; `below` is greater than zero. */
export const times = (one: Fraction, above: number, below: number): Fraction => ({ above: one.above * BigInt(above), below: one.below * BigInt(below) });
export const isLess = (one: Fraction, other: Fraction): boolean => one.above * other.below < other.above * one.below;

/** Rounded half away from zero. */
export function rounded({ above, below }: Fraction): Hundredths {
  const sign = above < 0n ? -1n : 1n;
  return Number(sign * ((above * sign * 2n + below) / (below * 2n)));
}
