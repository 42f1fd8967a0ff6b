import fc from 'fast-check';
import { expect } from 'vitest';
import { isLess, plus, rounded, times, whole } from '#domain/engine/fraction.ts';
import { markOf, scaledMark } from '#domain/engine/scale.ts';
import { always } from '#test/properties.ts';

const number = fc.integer({ min: -2_000_000_000, max: 2_000_000_000 });
const divisor = fc.integer({ min: 1, max: 1_000_000_000 });

/** Whether `shown` is above ÷ below to the nearest whole, halves away from zero: said by distances, without dividing. */
function isNearest(shown: number, above: bigint, below: bigint): boolean {
  const distance = (whole: bigint) => (whole * below > above ? whole * below - above : above - whole * below);
  const far = distance(BigInt(shown)) * 2n;
  const outward = above < 0n ? BigInt(shown) <= 0n && BigInt(shown) * below <= above : BigInt(shown) * below >= above;
  return far < below || (far === below && outward);
}

const products = fc.record({ value: number, first: fc.tuple(number, divisor), second: fc.tuple(number, divisor) });
always('A-11: exact until the end, and rounded once, halves away from zero', products, 500, ({ value, first: [a, b], second: [c, d] }) => {
  const product = times(times(whole(value), a, b), c, d);
  expect(isNearest(rounded(product), BigInt(value) * BigInt(a) * BigInt(c), BigInt(b) * BigInt(d)) || !Number.isSafeInteger(rounded(product)), 'A-11: a product is not rounded to the nearest').toBe(true);
  const sum = plus(times(whole(value), a, b), times(whole(value), c, d));
  const [above, below] = [BigInt(value) * (BigInt(a) * BigInt(d) + BigInt(c) * BigInt(b)), BigInt(b) * BigInt(d)];
  expect(sum.above * below === above * sum.below, 'A-11: a sum is not exact').toBe(true);
  expect(isLess(times(whole(value), a, b), times(whole(value), c, d)), 'A-11: compared wrongly').toBe(BigInt(value) * BigInt(a) * BigInt(d) < BigInt(value) * BigInt(c) * BigInt(b));
});

const marks = fc.record({ full: fc.integer({ min: 1, max: 10_000 }), whole: fc.integer({ min: 1, max: 3_000_000 }), share: fc.nat(10_000), all: fc.integer({ min: 1, max: 10_000 }), present: fc.integer({ min: 1, max: 10_000 }) });
always('A-16: a share is full × part ÷ whole × all ÷ present, rounded once', marks, 500, ({ full, whole: of, share, all, present }) => {
  const part = Math.floor((of * share) / 10_000);
  const mark = markOf({ kind: 'held', full }, part, of, { all, present });
  expect(isNearest(mark, BigInt(full) * BigInt(part) * BigInt(all), BigInt(of) * BigInt(present)), 'A-16: a share is not rounded to the nearest').toBe(true);
});

const scale = { fullFrom: 9500, perPoint: 10, zeroBelow: 6000 };
const rates = fc.record({ part: fc.nat(400), whole: fc.integer({ min: 1, max: 400 }) }).filter(({ part, whole: of }) => part <= of);
always('C.1 2.2: each started point below 95 % costs 0.10, and below 60 % nothing is left', rates, 500, ({ part, whole: of }) => {
  const reaches = (percent: number) => BigInt(part) * 100n >= BigInt(percent) * BigInt(of);
  let points = 0;
  while (!reaches(95 - points)) points += 1;
  const expected = reaches(60) ? 400 - 10 * points : 0;
  expect(scaledMark({ kind: 'share', full: 400, scale }, part, of), `C.1 2.2: ${part} of ${of}`).toBe(expected);
});
