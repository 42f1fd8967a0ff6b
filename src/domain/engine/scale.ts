import { type Hundredths, roundedQuotient } from '#domain/points/hundredths.ts';
import type { MeasuredValue } from '#domain/schemes/format/value-shapes.ts';
import { rounded, times, whole as wholeNumber } from './fraction.ts';

const WHOLE = 10_000;
const POINT = 100;

/**
 * The mark that a scale makes of a share, or null where the mark is simply full × share (word 3). Exact: percentages are
 * compared in hundredths without dividing. A started point below costs as much as a whole one.
 */
export function scaledMark(value: MeasuredValue, part: number, whole: number): Hundredths | null {
  if ('steps' in value && value.steps !== undefined) {
    const reached = value.steps.filter(({ from }) => part * WHOLE >= from * whole);
    return reached.reduce((best, step) => (step.from >= best.from ? step : best), { from: -1, mark: 0 }).mark;
  }
  if (!('scale' in value) || value.scale === undefined) return null;
  const { fullFrom, perPoint, zeroBelow } = value.scale;
  if (zeroBelow !== undefined && part * WHOLE < zeroBelow * whole) return 0;
  const short = fullFrom * whole - part * WHOLE;
  if (short <= 0) return value.full;
  return Math.max(0, value.full - Math.ceil(short / (POINT * whole)) * perPoint);
}

/** Full × part ÷ whole, or what the scale says, raised by the weight of siblings without a basis; rounded once. */
export function markOf(value: MeasuredValue, part: number, whole: number, raised: { readonly all: number; readonly present: number }): Hundredths {
  const scaled = scaledMark(value, part, whole);
  return scaled === null
    // Sums of money leave the whole numbers of the language.
    ? rounded(times(times(wholeNumber(value.full), raised.all, raised.present), part, whole))
    : roundedQuotient(scaled * raised.all, raised.present);
}

